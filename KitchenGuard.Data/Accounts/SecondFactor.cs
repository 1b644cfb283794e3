namespace KitchenGuard.Data.Accounts;

/// <summary>What somebody showed beside the password.</summary>
public enum SecondFactor
{
    /// <summary>A code of the app on their phone.</summary>
    Authenticator,

    /// <summary>One of the codes they keep on paper.</summary>
    RecoveryCode,

    /// <summary>A passkey that made sure of its person: both factors in one.</summary>
    Passkey,
}

/// <summary>The app on somebody's phone that shows a new code every half minute.</summary>
public sealed class Authenticator
{
    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What the codes are made of, encrypted by Data Protection; null until the first code was right.</summary>
    public string? Secret { get; set; }

    /// <summary>A secret that is being set up, in place of the present one or as the first; it opens nothing.</summary>
    public string? Pending { get; set; }

    /// <summary>The half minute, counted from 1970, of the last code that was taken: none of it or before is taken again.</summary>
    public long LastStep { get; set; }

    /// <summary>When it was set up (UTC).</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>A code that opens an account once when its other factors are lost.</summary>
public sealed class RecoveryCode
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>bcrypt; the codes of one set share their salt, so that a try costs one hash.</summary>
    public required string CodeHash { get; init; }

    /// <summary>When it was used (UTC); null: it was not.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
