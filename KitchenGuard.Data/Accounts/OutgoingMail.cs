namespace KitchenGuard.Data.Accounts;

/// <summary>
/// A mail on its way out: written in the transaction that is its reason, sent by a job. Belongs to a person, not to a restaurant.
/// </summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    /// <summary>The address it goes to.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; emptied once sent, since links in it may open accounts.</summary>
    public required string Body { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a server took it (UTC); null: not yet.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last try failed; null: it was not tried, or it was sent.</summary>
    public string? Failure { get; set; }
}
