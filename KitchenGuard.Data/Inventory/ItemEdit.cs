using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Inventory;

/// <summary>When a person last changed a field of an item by hand, and who: what the undo of an import leaves alone.</summary>
public sealed class ItemEdit : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>The column of items or lots.</summary>
    public required string Field { get; init; }

    public Guid? EditedBy { get; set; }

    /// <summary>UTC, by the database's clock and after the item's row was had: later than any import that the edit waited for.</summary>
    public DateTimeOffset EditedAt { get; set; }
}
