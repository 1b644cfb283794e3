namespace KitchenGuard.Data.Accounts;

/// <summary>
/// A sign-up on its way: one row per browser, found by the hash of a random cookie, never by an id in a URL. Belongs to no restaurant
/// yet. Deleted after 24 hours. The upload page of somebody signed in keeps its files beside such a row too, with a hash that takes user
/// and restaurant in.
/// </summary>
public sealed class RegistrationDraft
{
    /// <summary>Version-7 UUID; also the key that makes submitting twice give one restaurant: it becomes the restaurant's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the cookie's 32 random bytes.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When the draft stops being found (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was submitted (UTC); the row stays until it expires so that a second submit finds the result.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>Whose account submitted it; null before.</summary>
    public Guid? SubmittedBy { get; set; }

    public string? FullName { get; set; }

    public string? Email { get; set; }

    public string? UserName { get; set; }

    public string? Phone { get; set; }

    /// <summary>bcrypt hash; the password itself is never kept between steps.</summary>
    public string? PasswordHash { get; set; }

    public string? RestaurantName { get; set; }

    public string? RestaurantAddress { get; set; }

    public string? RestaurantPhone { get; set; }

    public string? TimeZone { get; set; }

    public string? Currency { get; set; }

    public string? Locale { get; set; }
}
