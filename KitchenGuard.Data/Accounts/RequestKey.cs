using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Accounts;

/// <summary>
/// What a program called a request of its own (the header Idempotency-Key), so that sending it again does it once; with the answer, for a day.
/// </summary>
public sealed class RequestKey : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>Whose key: the same text from another user is another key.</summary>
    public required Guid UserId { get; init; }

    /// <summary>As sent; at most 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of all that the request asked for.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>When it came (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The answer's status; null: it is being worked on, or broke off.</summary>
    public int? Status { get; set; }

    /// <summary>The answer's header Location.</summary>
    public string? Location { get; set; }

    /// <summary>The answer's header ETag.</summary>
    public string? ETag { get; set; }

    /// <summary>The answer's header Content-Type.</summary>
    public string? ContentType { get; set; }

    /// <summary>The answer's body.</summary>
    public byte[]? Body { get; set; }

    /// <summary>It ended in a fault: nobody knows how much of it was done.</summary>
    public bool BrokeOff { get; set; }
}
