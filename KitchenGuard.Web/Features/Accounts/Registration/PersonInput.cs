using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform.Forms;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 1: who signs up.</summary>
public sealed record PersonInput : IValidatableObject
{
    [Required(ErrorMessage = "Enter your name."), StringLength(120, ErrorMessage = "Use at most 120 characters."), PlainText]
    public string? FullName { get; init; }

    [Required(ErrorMessage = "Enter your e-mail address."), StringLength(254, ErrorMessage = "That is too long for an e-mail address."), PlainText]
    [MailAddress(ErrorMessage = "This does not look like an e-mail address: write it like name@example.com.")]
    public string? Email { get; init; }

    [StringLength(40, MinimumLength = 3, ErrorMessage = "Use 3 to 40 characters.")]
    [RegularExpression(@"^\s*[A-Za-z0-9._\-]+\s*$", ErrorMessage = "Use letters without accents, digits, dots, hyphens and underscores only.")]
    public string? UserName { get; init; }

    [StringLength(40, ErrorMessage = "Use at most 40 characters.")]
    [RegularExpression(@"^[0-9 +()./\-]{5,}$", ErrorMessage = "Write the number with digits, blanks and + only.")]
    public string? Phone { get; init; }

    /// <summary>Empty keeps the one that is set.</summary>
    [DataType(DataType.Password), StringLength(BcryptPasswordHasher.MaxLength, MinimumLength = 10, ErrorMessage = "Use 10 to 128 characters.")]
    public string? Password { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password is { Length: > 0 } && PasswordStrength.WeaknessOf(Password, Email, FullName, UserName) is { } weakness)
        {
            yield return new ValidationResult(weakness, [nameof(Password)]);
        }
    }
}
