using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Accounts;

/// <summary>A place in a restaurant offered by e-mail: taken up once, within its time, by whoever has the link.</summary>
public sealed class Invitation : ITenantOwned
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>Where the link was sent, as typed; at most 254 characters.</summary>
    public required string Email { get; init; }

    /// <summary>The same as Identity compares it.</summary>
    public required string NormalizedEmail { get; init; }

    /// <summary>What the person will be.</summary>
    public required Role Role { get; init; }

    /// <summary>SHA-256 of the link's 32 random bytes; sending again makes new ones.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>When the link stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Who invited.</summary>
    public required Guid InvitedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken up (UTC); null: not yet.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }
}
