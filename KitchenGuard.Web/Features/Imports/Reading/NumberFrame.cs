using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What stands before and after a number: sign, currency, percent, unit.</summary>
internal readonly record struct NumberFrame(bool IsUnderstood, string? Currency, Unit? Unit, bool IsPerUnit, bool IsPercent, bool IsFraction)
{
    private static readonly string[] PerWords = ["per ", "pro ", "por ", "par ", "al ", "je ", "each "];

    internal static NumberFrame Read(ReadOnlySpan<char> before, ReadOnlySpan<char> after, ref bool negative)
    {
        before = before.Trim();
        after = after.Trim();
        if (!before.IsEmpty && before[^1] is '-' or '+')
        {
            negative ^= before[^1] == '-';
            before = before[..^1].Trim();
        }
        else if (!before.IsEmpty && before[0] is '-' or '+')
        {
            negative ^= before[0] == '-';
            before = before[1..].Trim();
        }
        else if (before.IsEmpty && after is "-")
        {
            negative ^= true;
            after = default;
        }

        if (after is ['.' or ',' or ':' or '/', '-' or '=', ..] && after.TrimStart(".,:/-=") is var left && (left.IsEmpty || left[0] == ' '))
        {
            // "5.-", "5:-", "5/-", "5/=": how the Swiss, the Swedes, the Indians and the Kenyans write a price without cents.
            after = left.Trim();
        }

        string? currency = null;
        if (!before.IsEmpty)
        {
            if (!CurrencyText.IsCurrency(before))
            {
                return default;
            }

            currency = before.ToString();
        }

        if (after.IsEmpty)
        {
            return new NumberFrame(true, currency, null, false, false, false);
        }

        if (after[0] == '/' && after.Length > 1 && char.IsAsciiDigit(after[1]))
        {
            return new NumberFrame(false, currency, null, false, false, IsFraction: true);
        }

        return ReadAfter(after, currency);
    }

    private static NumberFrame ReadAfter(ReadOnlySpan<char> after, string? currency)
    {
        if (after is "°" or "º" or "° vol" or "° vol." or "°vol" or "° GL" or "°GL")
        {
            return new NumberFrame(true, currency, null, false, true, false);
        }

        if (after[0] is '%' or '％')
        {
            var rest = after[1..].Trim();
            return rest.IsEmpty || IsAlcohol(rest) ? new NumberFrame(true, currency, null, false, true, false) : default;
        }

        var slash = after.IndexOf('/');
        var left = slash < 0 ? after : after[..slash].Trim();
        var perUnit = slash >= 0;
        var right = slash < 0 ? default : after[(slash + 1)..].Trim();
        if (slash < 0)
        {
            foreach (var word in PerWords)
            {
                var found = after.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                if (found == 0 || (found > 0 && after[found - 1] == ' '))
                {
                    perUnit = true;
                    left = after[..found].Trim();
                    right = after[(found + word.Length)..].Trim();
                    break;
                }
            }
        }

        if (!left.IsEmpty && CurrencyText.IsCurrency(left))
        {
            if (currency is not null && !CurrencyText.AreSame(currency, left))
            {
                return default;
            }

            currency = left.ToString();
            left = default;
        }

        Unit? unit = null;
        if (!left.IsEmpty && (perUnit || !Unit.TryParse(left, out unit)))
        {
            return default;
        }

        if (!right.IsEmpty && !Unit.TryParse(right, out unit))
        {
            return default;
        }

        return perUnit && unit is null ? default : new NumberFrame(true, currency, unit, perUnit, false, false);
    }

    private static bool IsAlcohol(ReadOnlySpan<char> text) =>
        text.Equals("vol", StringComparison.OrdinalIgnoreCase) || text.Equals("vol.", StringComparison.OrdinalIgnoreCase)
        || text.Equals("v/v", StringComparison.OrdinalIgnoreCase) || text.Equals("abv", StringComparison.OrdinalIgnoreCase)
        || text.Equals("alc", StringComparison.OrdinalIgnoreCase) || text.Equals("alc.", StringComparison.OrdinalIgnoreCase);
}
