using Microsoft.AspNetCore.Identity;

namespace KitchenGuard.Data.Accounts;

/// <summary>A person who signs in. What they may do follows from their <see cref="Member"/> rows.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>The name shown beside what this person did; 1 to 120 characters.</summary>
    public required string FullName { get; set; }

    /// <summary>When the account was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person last signed in, by page or API (UTC); null before the first time.</summary>
    public DateTimeOffset? LastLoginAt { get; set; }
}
