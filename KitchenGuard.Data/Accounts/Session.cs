namespace KitchenGuard.Data.Accounts;

/// <summary>How a session came to be.</summary>
public enum SessionKind
{
    /// <summary>Somebody signed in with a browser; its cookie names the session.</summary>
    Browser,

    /// <summary>A script signed in at the API; its access and refresh tokens name the session.</summary>
    Api,

    /// <summary>Somebody typed a PIN on the restaurant's own tablet or phone.</summary>
    Device,
}

/// <summary>One sign-in until its end, the same for all instances. Belongs to a person, not to a restaurant.</summary>
public sealed class Session
{
    /// <summary>Version-7 UUID; cookies and tokens carry it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who signed in.</summary>
    public required Guid UserId { get; init; }

    /// <summary>How.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>The shared device that it is on; null: a device of one's own.</summary>
    public Guid? DeviceId { get; init; }

    /// <summary>What the browser or script says it is; at most 300 characters.</summary>
    public string? Agent { get; init; }

    /// <summary>Where the sign-in came from.</summary>
    public string? Address { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last time that somebody did something with it (UTC), to the minute; what a page asks by itself does not count.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>How long it lives while nothing is done with it.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>When it ends in any case (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When its person last proved to be who they are (UTC): by signing in, or once more before a sensitive change.</summary>
    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>What its person showed beside the password; null: nothing.</summary>
    public SecondFactor? SecondFactor { get; set; }

    /// <summary>When it was ended by its person, an owner or an operator (UTC); null: it was not.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What a script changes for a new access token: once. Used twice, it ends the session, since one of the two was a thief.</summary>
public sealed class RefreshToken
{
    /// <summary>Version-7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The session that it goes on with.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>SHA-256 of its 32 random bytes.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The restaurant that the access tokens are for; no key, since it is only a choice.</summary>
    public required Guid ActsFor { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed for another (UTC); null: not yet.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
