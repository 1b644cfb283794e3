using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform.Forms;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 2: the restaurant.</summary>
public record RestaurantInput : IValidatableObject
{
    [Required(ErrorMessage = "Enter the restaurant's name."), StringLength(120, ErrorMessage = "Use at most 120 characters."), PlainText]
    public string? Name { get; init; }

    [StringLength(300, ErrorMessage = "Use at most 300 characters."), PlainText(AllowLines = true)]
    public string? Address { get; init; }

    [StringLength(40, ErrorMessage = "Use at most 40 characters.")]
    [RegularExpression(@"^[0-9 +()./\-]{5,}$", ErrorMessage = "Write the number with digits, blanks and + only.")]
    public string? Phone { get; init; }

    [Required(ErrorMessage = "Choose a time zone.")]
    public string? TimeZone { get; init; }

    [Required(ErrorMessage = "Choose a currency.")]
    public string? Currency { get; init; }

    [Required(ErrorMessage = "Choose how numbers and dates are written.")]
    public string? Locale { get; init; }

    /// <inheritdoc />
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Regions.IsTimeZone(TimeZone))
        {
            yield return new ValidationResult("Choose a time zone of the list.", [nameof(TimeZone)]);
        }

        if (!Regions.IsCurrency(Currency))
        {
            yield return new ValidationResult("Choose a currency of the list.", [nameof(Currency)]);
        }

        if (!Regions.IsLocale(Locale))
        {
            yield return new ValidationResult("Choose one of the list.", [nameof(Locale)]);
        }
    }
}
