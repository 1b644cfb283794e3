using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform.Files;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What text cells may hold, and how amounts in them are written canonically.</summary>
internal static class CellText
{
    // C0 and C1 controls except tab, line breaks and the two kinds of page break that count as blanks; bidirectional controls.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n' or '\v' or '\f' or '\r')).Concat(Enumerable.Range(0x7F, 0x21).Where(c => c != 0x85))
            .Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)).Select(c => (char)c)));

    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u200B\u200E\u200F\u2060\uFEFF\u00AD\uFDD0");

    internal static bool IsForbidden(string text) => text.AsSpan().ContainsAny(Forbidden);

    internal static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Digits of any script.</summary>
    internal static bool HasAnyDigit(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange('0', '9') || Ascii.IsValid(text))
        {
            return text.ContainsAnyInRange('0', '9');
        }

        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsDamaged(string text) => text.AsSpan().ContainsAny('\uFFFD', '\uFFFE');

    /// <summary>One line without blanks around it.</summary>
    internal static string Line(string text) => ItemIdentity.Collapse(Visible(text));

    /// <summary>Text of several lines without blanks around it.</summary>
    internal static string Lines(string text)
    {
        text = Visible(text).Trim();
        return text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    /// <summary>Removes the one apostrophe that an export puts before text which a spreadsheet would take for a formula.</summary>
    internal static string WithoutProtection(string cell) =>
        cell is ['\'', var first, ..] && SafeCsv.Marked.Contains(first) ? cell[1..] : cell;

    /// <summary>"Salt &amp;amp; pepper", as shop systems write texts that were meant for a page.</summary>
    internal static string WithoutEntities(string cell) =>
        cell.IndexOf('&', StringComparison.Ordinal) is >= 0 and var start && cell.IndexOf(';', start) > start + 2 ? WebUtility.HtmlDecode(cell) : cell;

    /// <summary>A header or title as it is stored: one line, and PostgreSQL keeps no NUL.</summary>
    internal static string Title(string text) => ItemIdentity.Fit(Line(text)).Replace('\0', '\uFFFD');

    /// <summary>At most 80 characters, as an issue or sample shows it: PostgreSQL keeps no NUL.</summary>
    internal static string Cut(string text) => Short(TypedCell.Plain(text.Replace('\0', '\uFFFD')));

    private static string Short(string text) => text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)];

    /// <summary>Whether a spreadsheet program shortened a code, as in 8.41E+12.</summary>
    internal static bool IsShortened(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('E', 'e');
        return exponent > 2 && text[1] is '.' or ',' && char.IsAsciiDigit(text[0]) && text.Length > exponent + 2 && text[exponent + 1] == '+'
            && !text[2..exponent].ContainsAnyExceptInRange('0', '9') && !text[(exponent + 2)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Whether a code became a number with a decimal, as in 1001.0.</summary>
    internal static bool IsWholeNumber(string text) => text.AsSpan().Trim() is [.., _, '.', '0'] number && !number[..^2].ContainsAnyExceptInRange('0', '9');

    internal static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>
    /// The canonical form of a size: metric volumes in ml, metric weights in g, others with their unit's code; text that is no size as it stands.
    /// </summary>
    /// <param name="text">Such as <c>70cl</c>, <c>1,75 L</c>, <c>750</c>.</param>
    /// <param name="format">The column's number format.</param>
    /// <param name="unit">The unit that the header names, for bare numbers.</param>
    internal static string Size(string text, NumberFormat format, Unit? unit)
    {
        var number = NumberText.Read(text, format);
        if (number.State != NumberState.Read || number.Value <= 0 || number.IsPerUnit || number.IsPercent || number.Currency is not null)
        {
            return text;
        }

        return Size(number.Value, number.Unit ?? unit);
    }

    internal static string Size(decimal amount, Unit? unit) => unit switch
    {
        null => Number(amount),
        { Kind: UnitKind.Volume, Code: "ml" or "cl" or "dl" or "l" or "hl" } => Number(amount * unit.Factor) + " ml",
        { Kind: UnitKind.Weight, Code: "g" or "kg" or "mg" } => Number(amount * unit.Factor) + " g",
        _ => Number(amount) + " " + unit.Code,
    };

    private static string Visible(string text) =>
        text.AsSpan().ContainsAny(Invisible) ? string.Concat(text.Where(c => !Invisible.Contains(c))) : text;
}
