namespace KitchenGuard.Data.Tenancy;

/// <summary>A row that belongs to exactly one restaurant: filtered by EF's "Tenant" filter and by row-level security.</summary>
public interface ITenantOwned
{
    /// <summary>The owning restaurant.</summary>
    Guid RestaurantId { get; }
}
