using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Stock;

/// <summary>What a movement did. Stored by its lower-case word.</summary>
public enum MovementKind
{
    /// <summary>Posted by an import.</summary>
    Import,

    /// <summary>Goods came in: adds.</summary>
    Receive,

    /// <summary>Goods were used: takes away.</summary>
    Use,

    /// <summary>Goods were thrown away: takes away.</summary>
    Waste,

    /// <summary>Goods went to another department or storage area.</summary>
    Transfer,

    /// <summary>Somebody counted: the movement is the difference to the count.</summary>
    Count,

    /// <summary>A signed correction.</summary>
    Correction,

    /// <summary>Reverses another movement.</summary>
    Undo,
}

/// <summary>One append-only ledger entry. The database refuses to change or delete it and keeps on hand equal to the sum.</summary>
public sealed class StockMovement : ITenantOwned
{
    public long Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ItemId { get; init; }

    public required Department Department { get; init; }

    public required MovementKind Kind { get; init; }

    /// <summary>Why, in one word from the list of its kind: "spoiled", "staff meal".</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The change in the item's unit, signed, six decimals.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The number as entered, in <see cref="EnteredUnit"/>; for a count, what was counted.</summary>
    public required decimal EnteredQuantity { get; init; }

    /// <summary>The unit as entered: the item's unit, another of its kind, or <c>case</c>.</summary>
    public required string EnteredUnit { get; init; }

    /// <summary>Item units in one entered unit.</summary>
    public required decimal Factor { get; init; }

    /// <summary>Cost of one item unit when it was posted; null when unknown.</summary>
    public decimal? UnitCost { get; init; }

    public Guid? StorageAreaId { get; init; }

    public Guid? LotId { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was posted (UTC), by the database's clock.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    public Guid? UserId { get; init; }

    public Guid? TokenId { get; init; }

    public Guid? ImportId { get; init; }

    /// <summary>The physical line of the import's file.</summary>
    public int? ImportLine { get; init; }

    /// <summary>The movement this one undoes; unique, so nothing is undone twice.</summary>
    public long? ReversesId { get; init; }

    /// <summary>What the sender called this posting; unique in a restaurant, so that sending twice posts once. Null when it had no name.</summary>
    public Guid? RequestKey { get; init; }

    /// <summary>A hash of what was asked for under <see cref="RequestKey"/>: the same key with something else is not the same posting.</summary>
    public Guid? RequestHash { get; init; }

    /// <summary>Shared by the two sides of a transfer.</summary>
    public Guid? TransferId { get; init; }

    public string? Note { get; init; }
}
