using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KitchenGuard.Web.Platform.Forms;

/// <summary>
/// Reads what people type into number fields: one <c>,</c> or <c>.</c> is the decimal mark, whatever the locale; no group separators.
/// Three digits after a lone mark are refused where the locale groups by that mark, for 1.250 may mean 1250 there.
/// </summary>
public static class DecimalText
{
    /// <summary>Reads the number.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="culture">The restaurant's locale.</param>
    /// <param name="value">The number; 0 when refused.</param>
    /// <param name="refusal">The sentence that says why not; null on success.</param>
    public static bool TryRead(string text, CultureInfo culture, out decimal value, out string? refusal)
    {
        value = 0;
        refusal = null;
        var trimmed = text.Trim().Replace('\u2212', '-');
        var mark = trimmed.AsSpan().IndexOfAny(',', '.');
        var marks = trimmed.AsSpan().Count(',') + trimmed.AsSpan().Count('.');
        if (marks == 1 && trimmed.Length - mark - 1 == 3 && mark > 0 && trimmed.TrimStart('-')[0] != '0' &&
            culture.NumberFormat.NumberGroupSeparator.Contains(trimmed[mark], StringComparison.Ordinal))
        {
            refusal = $"“{trimmed}” can be read two ways. Write {trimmed.Remove(mark, 1)} or {trimmed}0.";
            return false;
        }

        if (marks > 1 ||
            !decimal.TryParse(
                trimmed.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            refusal = $"“{trimmed}” is not a number. Write it like 12{culture.NumberFormat.NumberDecimalSeparator}5, without blanks or group marks.";
            return false;
        }

        return true;
    }
}

/// <summary>Binds decimals of pages by <see cref="DecimalText"/>.</summary>
public sealed class DecimalBinderProvider : IModelBinderProvider
{
    private static readonly DecimalBinder Binder = new();

    /// <inheritdoc />
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? Binder : null;

    private sealed class DecimalBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
            if (string.IsNullOrWhiteSpace(given.FirstValue))
            {
                if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                {
                    bindingContext.Result = ModelBindingResult.Success(null);
                }
            }
            else if (DecimalText.TryRead(given.FirstValue, CultureInfo.CurrentCulture, out var value, out var refusal))
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, refusal!);
            }

            return Task.CompletedTask;
        }
    }
}
