using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Auditing;

/// <summary>Who did what in a restaurant. Entries are added, never changed.</summary>
public sealed class AuditEntry : ITenantOwned
{
    /// <summary>Rising in the order of writing.</summary>
    public long Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; null: the program itself.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The name of whoever did it, as it was then.</summary>
    public required string UserName { get; init; }

    /// <summary>Where from; null: not by a request.</summary>
    public string? Address { get; init; }

    /// <summary>What, such as <c>member.role_changed</c>; at most 60 characters.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, for people; at most 200 characters.</summary>
    public string? Subject { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What was there before, as a JSON object; null: nothing that is worth saying. Never a secret.</summary>
    public string? Before { get; init; }

    /// <summary>What is there now.</summary>
    public string? After { get; init; }
}

/// <summary>What an operator did or looked at across restaurants. Entries are added, never changed.</summary>
public sealed class OperatorEntry
{
    /// <summary>Rising in the order of writing.</summary>
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The operator's name, as it was then.</summary>
    public required string UserName { get; init; }

    /// <summary>Where from.</summary>
    public string? Address { get; init; }

    /// <summary>What, such as <c>user.locked</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, for people; of a look at a list, the words that were searched for.</summary>
    public string? Subject { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Why; at most 500 characters. Null: it was only looked at.</summary>
    public string? Reason { get; init; }
}
