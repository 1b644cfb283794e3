using KitchenGuard.Data.Stock;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>What posting a movement did.</summary>
/// <param name="Id">The movement; undo takes it.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Quantity">The change in the item's unit, signed.</param>
/// <param name="Unit">The item's unit.</param>
/// <param name="OnHand">The item's stock after it.</param>
/// <param name="Warning">A sentence when the stock is below zero; null otherwise.</param>
/// <param name="TransferId">Shared by both sides of a transfer.</param>
/// <param name="To">The other item, of a transfer to the other department.</param>
public sealed record PostedMovement(
    long Id, Guid ItemId, MovementKind Kind, decimal Quantity, string Unit, decimal OnHand, string? Warning, Guid? TransferId = null, PostedOther? To = null);

/// <summary>The receiving item of a transfer.</summary>
public sealed record PostedOther(Guid ItemId, long MovementId, decimal OnHand, string Unit, bool Created);

/// <summary>A line of an item's ledger.</summary>
public sealed record MovementAnswer
{
    public required long Id { get; init; }

    public required MovementKind Kind { get; init; }

    /// <summary>The change in the item's unit, signed.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The stock after it, in the order of posting.</summary>
    public required decimal Balance { get; init; }

    /// <summary>The number as entered, in <see cref="EnteredUnit"/>.</summary>
    public required decimal EnteredQuantity { get; init; }

    public required string EnteredUnit { get; init; }

    public string? Reason { get; init; }

    /// <summary>Null also where the reader may not see costs.</summary>
    public decimal? UnitCost { get; init; }

    public string? StorageArea { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who posted it, by name; null for imports.</summary>
    public string? By { get; init; }

    public Guid? ImportId { get; init; }

    /// <summary>Line of the import's file.</summary>
    public int? Line { get; init; }

    /// <summary>The movement that this one undoes.</summary>
    public long? ReversesId { get; init; }

    /// <summary>The movement that undoes this one.</summary>
    public long? UndoneById { get; init; }

    public Guid? TransferId { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether undo is possible: not of an undo, an import or what was undone.</summary>
    public bool CanUndo => Kind is not (MovementKind.Undo or MovementKind.Import) && UndoneById is null;
}

/// <summary>One page of an item's ledger, newest first.</summary>
/// <param name="Items">The lines.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record MovementPage(IReadOnlyList<MovementAnswer> Items, string? Next);
