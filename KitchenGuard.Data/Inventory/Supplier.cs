using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Inventory;

/// <summary>Who delivers items; made the first time a name is used.</summary>
public sealed class Supplier : ITenantOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>1 to 120 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded; unique in a restaurant.</summary>
    public required string NameKey { get; set; }
}

/// <summary>Where items stand. Every item has one; "Main" when nobody said otherwise.</summary>
public sealed class StorageArea : ITenantOwned
{
    /// <summary>The name of the area that every restaurant starts with.</summary>
    public const string Main = "Main";

    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>1 to 120 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded; unique in a restaurant.</summary>
    public required string NameKey { get; set; }
}

/// <summary>A delivery of one item that shares an expiry date or lot code.</summary>
public sealed class Lot : ITenantOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ItemId { get; init; }

    public string? LotCode { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The sum of the lot's movements, kept by the database.</summary>
    public decimal OnHand { get; init; }

    /// <summary>When the lot was used up or put away (UTC). The item's expiry is that of its earliest open lot.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
