namespace KitchenGuard.Data.Accounts;

/// <summary>A link that sets a new password: once, for half an hour. Belongs to a person, not to a restaurant.</summary>
public sealed class PasswordResetToken
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose password; null when the address that was asked for has no account: the row makes that as much work as the other.</summary>
    public Guid? UserId { get; init; }

    /// <summary>SHA-256 of the link's 32 random bytes.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When the link stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or made void by a later one (UTC); null: it still works.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
