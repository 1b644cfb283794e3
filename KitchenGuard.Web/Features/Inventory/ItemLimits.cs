using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KitchenGuard.Web.Platform.Forms;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>A text without control characters, of at most so many characters.</summary>
/// <param name="most">Characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlainTextAttribute(int most) : ValidationAttribute
{
    /// <summary>Whether line breaks and tabs may be in it.</summary>
    public bool ManyLines { get; init; }

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var text = value as string ?? "";
        var refusal = text.Length > most ? $"Use at most {most} characters."
            : !PlainText.IsPlain(text, ManyLines) ? "This contains characters that cannot be shown."
            : null;
        return refusal is null ? ValidationResult.Success : new ValidationResult(refusal, [validationContext.MemberName!]);
    }
}

/// <summary>A number that fits its column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AmountAttribute : ValidationAttribute
{
    /// <summary>The largest quantity, in units.</summary>
    public const double MostQuantity = 999_999_999_999;

    /// <summary>The largest sum of money.</summary>
    public const double MostMoney = 9_999_999_999;

    /// <summary>The smallest number allowed.</summary>
    public double Least { get; init; }

    /// <summary>The largest number allowed.</summary>
    public double Most { get; init; } = MostQuantity;

    /// <summary>Whether the number has to be larger than <see cref="Least"/>.</summary>
    public bool AboveLeast { get; init; }

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not decimal number)
        {
            return ValidationResult.Success;
        }

        var (least, most) = ((decimal)Least, (decimal)Most);
        // What is kept of it: a crumb of a crumb is nothing.
        var refusal = number < least || (AboveLeast && decimal.Round(number, 6) <= least)
            ? AboveLeast ? string.Create(CultureInfo.CurrentCulture, $"Enter a number above {least}.")
                : string.Create(CultureInfo.CurrentCulture, $"Enter {least} or more.")
            : number > most ? string.Create(CultureInfo.CurrentCulture, $"Enter {most:N0} or less.")
            : null;
        return refusal is null ? ValidationResult.Success : new ValidationResult(refusal, [validationContext.MemberName!]);
    }
}
