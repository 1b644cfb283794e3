using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>What POST /api/auth/register takes.</summary>
public sealed record RegisterInput
{
    [Required(ErrorMessage = "Enter an e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(254)]
    public string? Email { get; init; }

    /// <summary>Optional; without one the person signs in by e-mail.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{3,60}$", ErrorMessage = "A user name has 3 to 60 letters, digits, dots, dashes or underscores.")]
    public string? Username { get; init; }

    [Required(ErrorMessage = "Choose a password."), StringLength(BcryptPasswordHasher.MaxLength, MinimumLength = 10, ErrorMessage = "A password has 10 to 128 characters.")]
    public string? Password { get; init; }

    [Required(ErrorMessage = "Enter a name."), StringLength(120)]
    public string? FullName { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    [Required(ErrorMessage = "Say which restaurant.")]
    public RestaurantInput? Restaurant { get; init; }

    /// <summary>Rows of the kitchen's list, with the fields of an item.</summary>
    public IReadOnlyList<JsonElement>? Kitchen { get; init; }

    /// <summary>Rows of the bar's list.</summary>
    public IReadOnlyList<JsonElement>? Bar { get; init; }
}

/// <summary>A restaurant as signing up describes it.</summary>
public sealed record RestaurantInput : IValidatableObject
{
    [Required(ErrorMessage = "Enter the restaurant's name."), StringLength(120)]
    public string? Name { get; init; }

    [StringLength(300)]
    public string? Address { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    /// <summary>IANA time zone; UTC by default.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>ISO 4217; EUR by default.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>BCP 47; en-GB by default.</summary>
    public string Locale { get; init; } = "en-GB";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult("This time zone is not known. Use a name such as Europe/Madrid.", [nameof(TimeZone)]);
        }

        if (!KnownCurrencies.Contains(Currency))
        {
            yield return new ValidationResult("This currency is not known. Use an ISO 4217 code such as EUR.", [nameof(Currency)]);
        }

        if (!KnownLocales.Contains(Locale))
        {
            yield return new ValidationResult("This locale is not known. Use a tag such as de-DE.", [nameof(Locale)]);
        }
    }

    private static readonly CultureInfo[] Specific = CultureInfo.GetCultures(CultureTypes.SpecificCultures);

    private static readonly HashSet<string> KnownLocales = Specific.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> KnownCurrencies =
        Specific.Select(c => new RegionInfo(c.Name).ISOCurrencySymbol).ToHashSet(StringComparer.Ordinal);
}
