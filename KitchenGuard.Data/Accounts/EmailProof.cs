namespace KitchenGuard.Data.Accounts;

/// <summary>A link that proves whose an address is: the account's own, or one that it is to have. Once, for two days.</summary>
public sealed class EmailProof
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose account.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The address, as typed; at most 254 characters.</summary>
    public required string Email { get; init; }

    /// <summary>SHA-256 of the link's 32 random bytes.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When the link stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or made void by a later one (UTC); null: it still works.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
