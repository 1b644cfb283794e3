using System.Buffers;
using System.Globalization;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

internal enum NumberState
{
    Blank,
    Read,
    Unreadable,

    /// <summary>It has a mark that could be decimal or thousands, and nothing proves which.</summary>
    Ambiguous,
    TooLarge,
}

/// <summary>How a column writes its numbers.</summary>
/// <param name="Mark">The decimal mark; \0 when not proven.</param>
/// <param name="BlankGroups">Whether a plain blank between groups of three digits is a thousands mark.</param>
internal readonly record struct NumberFormat(char Mark, bool BlankGroups);

/// <summary>A number cell taken apart.</summary>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">Exact.</param>
/// <param name="Currency">The currency sign or code as found.</param>
/// <param name="Unit">The unit after the number.</param>
/// <param name="IsPerUnit">True: the unit follows a slash or "per", so the number is for one such unit.</param>
/// <param name="IsPercent">True: a percent sign follows.</param>
/// <param name="Shape">What the number proves about its column's format.</param>
internal readonly record struct NumberReading(
    NumberState State, decimal Value, string? Currency, Unit? Unit, bool IsPerUnit, bool IsPercent, NumberShape Shape);

/// <summary>Reads numbers as people write them, by the evidence of their column and never by the cell alone.</summary>
internal static class NumberText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> Fractions = SearchValues.Create("½¼¾⅓⅔⅛");

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "---", "–", "—", "n/a", "na", "#n/a", "n.a.", "n.a", "null", "nil", "none", "tbd", "tba", "k.a.", "s/o", "s/d", "nd", "n.d.", "n.v.", "nvt", "s.o.", "n/d", "ー", "なし", "―",
    };

    /// <summary>Whether a cell says in its own way that it is empty.</summary>
    internal static bool IsNothing(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty || TypedCell.IsLost(text) || (text.Length <= 4 && Nothing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text));
    }

    internal static NumberReading Read(ReadOnlySpan<char> cell, NumberFormat format)
    {
        if (TryReadPlain(cell, format.Mark, out var plain))
        {
            return new NumberReading(NumberState.Read, plain, null, null, false, false, NumberShape.Whole);
        }

        return TypedCell.IsCertain(cell) ? ReadCertain(cell[..^1]) : IsNothing(cell) ? default : ReadAny(cell.Trim(), format);
    }

    /// <summary>A workbook's number has a point whatever the column's texts have, and proves nothing about them.</summary>
    private static NumberReading ReadCertain(ReadOnlySpan<char> cell)
    {
        var number = cell.Contains(',') ? default : Read(cell, new NumberFormat('.', false));
        return number.State == NumberState.Read ? number with { Shape = new NumberShape(true, MarkProof.None, '\0', cell.IndexOf('.')) }
            : number with { State = NumberState.Unreadable, Shape = NumberShape.None };
    }

    /// <summary>The usual case: up to 18 digits, perhaps a sign and the column's own mark.</summary>
    private static bool TryReadPlain(ReadOnlySpan<char> cell, char mark, out decimal value)
    {
        value = 0;
        var at = 0;
        var negative = false;
        if (!cell.IsEmpty && cell[0] == '-')
        {
            negative = true;
            at = 1;
        }

        if (at >= cell.Length || cell.Length - at > 19)
        {
            return false;
        }

        long digits = 0;
        int scale = -1, count = 0;
        for (; at < cell.Length; at++)
        {
            var c = cell[at];
            if (char.IsAsciiDigit(c))
            {
                digits = (digits * 10) + (c - '0');
                count++;
                scale += scale >= 0 ? 1 : 0;
            }
            else if (c == mark && mark != '\0' && scale < 0 && count > 0)
            {
                scale = 0;
            }
            else
            {
                return false;
            }
        }

        if (count is 0 or > 18 || scale == 0)
        {
            return false;
        }

        value = scale < 0 ? digits : new decimal((int)digits, (int)(digits >> 32), 0, false, (byte)scale);
        value = negative ? -value : value;
        return true;
    }

    private static NumberReading ReadAny(scoped ReadOnlySpan<char> text, NumberFormat format)
    {
        Span<char> ascii = stackalloc char[64];
        if (text.Length > ascii.Length)
        {
            return new NumberReading(NumberState.Unreadable, 0, null, null, false, false, NumberShape.None);
        }

        Span<char> spelled = stackalloc char[128];
        text = ToAscii(SpellFractions(text, spelled), ascii);
        if (text.IsEmpty)
        {
            return new NumberReading(NumberState.Unreadable, 0, null, null, false, false, NumberShape.None);
        }

        var negative = false;
        if (text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        var first = text.IndexOfAny(Digits);
        if (first < 0)
        {
            return new NumberReading(NumberState.Unreadable, 0, null, null, false, false, NumberShape.None);
        }

        // ".5" and ",5": the mark belongs to the number.
        first -= first > 0 && text[first - 1] is '.' or ',' && (first < 2 || !char.IsLetter(text[first - 2])) ? 1 : 0;
        var end = first;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (NumberShape.IsMark(text[end]) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var frame = NumberFrame.Read(text[..first], text[end..], ref negative);
        if (frame.IsFraction && TryReadFraction(text[first..], out var fraction))
        {
            return new NumberReading(NumberState.Read, negative ? -fraction : fraction, frame.Currency, null, false, false, NumberShape.Whole);
        }

        if (!frame.IsUnderstood)
        {
            return new NumberReading(NumberState.Unreadable, 0, null, null, false, false, NumberShape.None);
        }

        var shape = NumberShape.Of(text[first..end]);
        var state = shape.TryValue(text[first..end], format, out var value);
        return new NumberReading(state, negative ? -value : value, frame.Currency, frame.Unit, frame.IsPerUnit, frame.IsPercent, shape);
    }

    /// <summary>Full-width digits and marks, digits of other scripts, the many minus signs and blanks become plain ones; blanks that never break a line stay apart as \u00A0.</summary>
    private static ReadOnlySpan<char> ToAscii(ReadOnlySpan<char> text, Span<char> target)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            target[i] = c switch
            {
                >= '\uFF01' and <= '\uFF5E' when c is not '\uFF0D' => (char)(c - 0xFEE0),
                '\u2212' or '\u2012' or '\u2013' or '\uFF0D' => '-',
                '\u202F' or '\u2009' or '\u2007' or '\u2008' => '\u00A0',
                '\u2019' or '\u02BC' or '\u00B4' => '\'',
                '\u066B' => '.',
                '\u066C' => ',',
                > '\u00FF' when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
                '\t' or '\n' or '\r' or '\u3000' => ' ',
                _ => c,
            };
        }

        return target[..text.Length].Trim();
    }

    /// <summary>"1½" becomes "1 1/2".</summary>
    private static ReadOnlySpan<char> SpellFractions(ReadOnlySpan<char> text, Span<char> target)
    {
        var at = text.IndexOfAny(Fractions);
        if (at < 0 || text.Length > 40)
        {
            return text;
        }

        var (upper, lower) = text[at] switch { '½' => ('1', '2'), '¼' => ('1', '4'), '¾' => ('3', '4'), '⅓' => ('1', '3'), '⅔' => ('2', '3'), _ => ('1', '8') };
        text[..at].CopyTo(target);
        var end = at;
        if (at > 0 && text[at - 1] != ' ')
        {
            target[end++] = ' ';
        }

        (target[end++], target[end++], target[end++]) = (upper, '/', lower);
        text[(at + 1)..].CopyTo(target[end..]);
        return target[..(end + text.Length - at - 1)].Trim();
    }

    /// <summary>"1/2" and "1 1/2", with the denominators of kitchens.</summary>
    private static bool TryReadFraction(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var slash = text.IndexOf('/');
        var above = text[..slash].Trim();
        var blank = above.IndexOf(' ');
        var whole = blank < 0 ? "0" : above[..blank];
        if (!int.TryParse(whole, System.Globalization.NumberStyles.None, null, out var full)
            || !int.TryParse(above[(blank + 1)..].Trim(), System.Globalization.NumberStyles.None, null, out var upper)
            || !int.TryParse(text[(slash + 1)..].Trim(), System.Globalization.NumberStyles.None, null, out var lower)
            || lower is not (2 or 3 or 4 or 5 or 8 or 10 or 16) || upper <= 0 || upper >= lower)
        {
            return false;
        }

        value = full + ((decimal)upper / lower);
        return true;
    }
}
