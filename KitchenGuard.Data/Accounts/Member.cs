using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Accounts;

/// <summary>What a member may do; the table in DESIGN.md is the reference.</summary>
public enum Role
{
    /// <summary>Everything, ownership and deletion included.</summary>
    Owner,

    /// <summary>Everything but ownership, deletion and whole-data export.</summary>
    Manager,

    /// <summary>The kitchen's stock.</summary>
    KitchenStaff,

    /// <summary>The bar's stock.</summary>
    BarStaff,

    /// <summary>Looks, changes nothing.</summary>
    Viewer,
}

/// <summary>A user's place in a restaurant.</summary>
public sealed class Member : ITenantOwned
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>The person.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What the person may do here.</summary>
    public required Role Role { get; set; }

    /// <summary>When the person joined (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
