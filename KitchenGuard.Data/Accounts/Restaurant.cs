using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Accounts;

/// <summary>The tenant. Its id is the restaurant_id of everything it owns.</summary>
public sealed class Restaurant : ITenantOwned
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The restaurant's own id: it is its own tenant.</summary>
    Guid ITenantOwned.RestaurantId => Id;

    /// <summary>1 to 120 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Postal address, free text; may be null.</summary>
    public string? Address { get; set; }

    /// <summary>Phone number as typed; may be null.</summary>
    public string? Phone { get; set; }

    /// <summary>IANA time zone name, for example Europe/Madrid.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 4217 code of the currency all its money columns are in.</summary>
    public required string Currency { get; set; }

    /// <summary>BCP 47 tag that numbers and dates are shown and read in, for example de-DE.</summary>
    public required string Locale { get; set; }

    /// <summary>Kitchen and bar staff also look at the other list; changing it stays with its own staff.</summary>
    public bool StaffSeeBothDepartments { get; set; }

    /// <summary>Kitchen and bar staff see costs and values of what they see.</summary>
    public bool StaffSeeCosts { get; set; }

    /// <summary>Viewers see costs and values.</summary>
    public bool ViewersSeeCosts { get; set; }

    /// <summary>Everyone in it signs in with a second factor.</summary>
    public bool RequiresSecondFactor { get; set; }

    /// <summary>When it is to be deleted with all it owns (UTC); null: it stays.</summary>
    public DateTimeOffset? DeleteAfter { get; set; }

    /// <summary>When its owners were reminded that this day is near (UTC); null: not yet.</summary>
    public DateTimeOffset? DeletionRemindedAt { get; set; }

    /// <summary>When it signed up (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
