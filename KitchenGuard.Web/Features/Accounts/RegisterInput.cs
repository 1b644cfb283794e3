using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using KitchenGuard.Web.Features.Accounts.Registration;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>What POST /api/auth/register takes: the wizard's two steps in one, by the wizard's own rules.</summary>
public sealed record RegisterInput : IValidatableObject
{
    public string? Email { get; init; }

    /// <summary>Optional; without one the person signs in by e-mail.</summary>
    public string? Username { get; init; }

    [Required(ErrorMessage = "Choose a password.")]
    public string? Password { get; init; }

    public string? FullName { get; init; }

    public string? Phone { get; init; }

    [Required(ErrorMessage = "Say which restaurant.")]
    public RestaurantDetails? Restaurant { get; init; }

    /// <summary>Rows of the kitchen's list, with the fields of an item.</summary>
    public IReadOnlyList<JsonElement>? Kitchen { get; init; }

    /// <summary>Rows of the bar's list.</summary>
    public IReadOnlyList<JsonElement>? Bar { get; init; }

    internal PersonInput Person => new()
    {
        FullName = FullName, Email = Email, UserName = string.IsNullOrWhiteSpace(Username) ? null : Username, Phone = Phone, Password = Password,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Faults(Person, "").Concat(Restaurant is null ? [] : Faults(Restaurant.Input, "Restaurant."));

    private static List<ValidationResult> Faults(object input, string prefix)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), faults, validateAllProperties: true);
        return faults.ConvertAll(fault => new ValidationResult(fault.ErrorMessage, fault.MemberNames.Select(name => prefix + name).ToList()));
    }
}

/// <summary>A restaurant as a script describes it; what it leaves out has a default.</summary>
public sealed record RestaurantDetails
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    /// <summary>IANA time zone; UTC by default.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>ISO 4217; EUR by default.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>BCP 47; en-GB by default.</summary>
    public string Locale { get; init; } = "en-GB";

    internal RestaurantInput Input => new()
    {
        Name = Name, Address = Address, Phone = Phone, TimeZone = TimeZone, Currency = Currency, Locale = Locale,
    };
}
