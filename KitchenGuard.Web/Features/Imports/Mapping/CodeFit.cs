using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Whether what stands under a word for codes is one: given by people, and not counted or made up by a program.</summary>
internal static class CodeFit
{
    /// <param name="key">The header's, see <see cref="HeaderText.Key"/>.</param>
    /// <param name="cells">The column's.</param>
    internal static bool IsCode(string key, ColumnEvidence cells)
    {
        if (IsId(key) && (AreRowNumbers(cells) ? !StartsRound(key, cells) : AreGenerated(key, cells)))
        {
            return false;
        }

        if (key == "id" && cells.Largest < LeastCode && cells.Values.All(value => !value.AsSpan().ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        // A running number is the row's, not the item's.
        if (key is "id" or "n" or "no" or "nr" or "nro" or "num" or "number" or "nummer" or "numero")
        {
            return cells.Filled > 1 && cells.Sequential + 1 < cells.Filled && cells.Distinct * 10 >= cells.Filled * 9
                && !(cells.Sequential * 2 >= cells.Filled && AreRowNumbers(cells)) && !AreLineNumbers(cells);
        }

        // Codes that a spreadsheet program shortened were different before, and are left empty one by one.
        return !cells.DistinctIsKnown || cells.Distinct * (IsId(key) ? 2 : 4) >= cells.Filled - cells.Shortened;
    }

    /// <summary>An "id" below is a database's, with gaps where rows were deleted or belong to others.</summary>
    private const int LeastCode = 10_000;

    /// <summary>Whether the column's codes have the check digits of barcodes.</summary>
    internal static bool AreBarcodes(ColumnEvidence cells) =>
        cells.Values.Count >= 3 && cells.Values.Take(500).All(value => IsBarcode(value.AsSpan().Trim()));

    /// <summary>
    /// A house may have barcodes of its own with few digits, but under "Jan", which is a month as well, they have eight or more.
    /// </summary>
    internal static bool MayBeBarcodes(string key, ColumnEvidence cells) =>
        !HeaderText.HasWord(key, "jan")
            || cells.Values.Count(value => value.Count(char.IsAsciiDigit) >= 8
                || CellText.IsShortened(value.AsSpan().Trim())) * 2 > cells.Distinct;

    private static bool IsBarcode(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (8 or 12 or 13 or 14) || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0 && digits.ContainsAnyExcept('0');
    }

    private static bool IsId(string key) => key.EndsWith("id", StringComparison.Ordinal) || key.StartsWith("id ", StringComparison.Ordinal);

    /// <summary>
    /// Whole numbers close to each other are a database's count of its rows: another export, or another shop, has other items under them.
    /// </summary>
    private static bool AreRowNumbers(ColumnEvidence cells)
    {
        if (cells.WholeNumbers < cells.Filled || cells.Filled < 2 || cells.Values.Any(value => value.StartsWith('0')))
        {
            return false;
        }

        var numbers = cells.Values
            .Select(value => decimal.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToList();
        return numbers.Min() >= 0 && numbers.Max() - numbers.Min() < 10 * Math.Max(numbers.Count, 10);
    }

    /// <summary>1, 2, 4: the lines of a list of which some were taken out.</summary>
    private static bool AreLineNumbers(ColumnEvidence cells)
    {
        var numbers = cells.Early.OrderBy(number => number.Key).Select(number => number.Value).ToList();
        return cells.WholeNumbers == cells.Filled && numbers.Count > 1 && numbers[0] is 0 or 1 && numbers[^1] <= 3 * numbers.Count
            && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
    }

    /// <summary>"product_id" from 1001 on: given by people, not by a database.</summary>
    private static bool StartsRound(string key, ColumnEvidence cells) => key is not ("id" or "nr" or "no")
        && cells.Values.Min(value => decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0) is var least
        && least >= 1000 && least % 1000 <= 1;

    /// <summary>"1001.0", "1002.0": a program that reads tables took the codes for numbers.</summary>
    internal static bool AreWholeNumbers(ColumnEvidence cells) =>
        cells.Filled > 0 && (cells.Distinct > 1 || cells.Characters >= 10L * cells.Filled) && cells.Values.All(CellText.IsWholeNumber);

    /// <summary>What a program made up for itself: nobody knows an item by it.</summary>
    private static bool AreGenerated(string key, ColumnEvidence cells) =>
        key is "id" or "uuid" or "guid" && cells.Values.All(value => value.Length is 24 or 32 or 36 or 38
        && (Guid.TryParse(value, out _) || value.All(char.IsAsciiHexDigit)));
}
