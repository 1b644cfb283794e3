using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Accounts;

/// <summary>A tablet or phone that hangs in the kitchen or stands at the bar: staff sign in on it by name and PIN, for stock work only.</summary>
public sealed class SharedDevice : ITenantOwned
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>What people call it; 1 to 60 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The list that is worked on with it.</summary>
    public required Department Department { get; init; }

    /// <summary>SHA-256 of the 32 random bytes that its cookie carries.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Who enrolled it.</summary>
    public required Guid EnrolledBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken out of service (UTC); null: it is in use.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A member's PIN on one shared device, worth nothing anywhere else.</summary>
public sealed class DevicePin : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>The device.</summary>
    public required Guid DeviceId { get; init; }

    /// <summary>Whose PIN.</summary>
    public required Guid UserId { get; init; }

    /// <summary>bcrypt, in the passwords' own format.</summary>
    public required string PinHash { get; set; }

    /// <summary>The person's security stamp when it was set: another password, or an operator's act, voids the PIN.</summary>
    public required string Stamp { get; set; }

    /// <summary>Wrong tries since the last right one. At five the PIN is void until its person sets another with their password.</summary>
    public int Failures { get; set; }

    /// <summary>When it was set (UTC).</summary>
    public required DateTimeOffset SetAt { get; set; }
}
