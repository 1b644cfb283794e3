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

    /// <summary>The restaurant the person acted for last; a sign-in goes there. Only a wish: they may have left it.</summary>
    public Guid? LastRestaurantId { get; set; }

    /// <summary>When the account is to be deleted (UTC); null: it stays.</summary>
    public DateTimeOffset? DeleteAfter { get; set; }
}
