namespace KitchenGuard.Web.Features.Imports.Reading;

internal enum DateState
{
    Blank,
    Read,
    Unreadable,

    /// <summary>Day and month could be either, and nothing proves which.</summary>
    Ambiguous,
    OutOfRange,
}

/// <summary>A date cell taken apart.</summary>
/// <param name="State">Whether there is a date.</param>
/// <param name="Date">The date.</param>
/// <param name="Proof">The order that this cell alone proves: ymd, dmy, mdy; null when none.</param>
/// <param name="NeedsOrder">True when the cell can only be read by its column's order.</param>
internal readonly record struct DateReading(DateState State, DateOnly Date, string? Proof, bool NeedsOrder);

/// <summary>Reads dates as people write them, by the order that their column proves.</summary>
internal static class DateText
{
    /// <param name="cell">The cell.</param>
    /// <param name="order">The column's order; null when not proven.</param>
    /// <param name="daySerials">Whether whole numbers are a spreadsheet's day numbers.</param>
    internal static DateReading Read(ReadOnlySpan<char> cell, string? order, bool daySerials = false)
    {
        if (NumberText.IsNothing(cell))
        {
            return default;
        }

        if (TypedCell.IsCertain(cell))
        {
            // A workbook's date proves nothing about its column's texts.
            return cell.Length > 10 && cell[4] == '-' ? Read(cell[..10], "ymd") with { Proof = null, NeedsOrder = false } : Unreadable;
        }

        cell = WithoutTime(cell.Trim());
        if (TryEra(cell, out var era, out var length))
        {
            return OfEra(cell[length..], era);
        }

        Span<int> parts = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        if (!DateParts.Split(cell, parts, widths, out var month, out var mark, out var count))
        {
            return Unreadable;
        }

        if (count == 1 && month < 0)
        {
            return OfOneNumber(parts[0], widths[0], daySerials);
        }

        if (count != 3)
        {
            return Unreadable;
        }

        if (month >= 0)
        {
            return OfMonthName(parts, widths, month);
        }

        if (widths[0] == 4)
        {
            return Build(parts[0], parts[1], parts[2], "ymd", needsOrder: false);
        }

        if (widths[2] is not (2 or 4))
        {
            return Unreadable;
        }

        return OfShortParts(parts, widths, mark, order);
    }

    /// <summary>"02/2028", "2028-02": until when something is good is the last day of that month, where a column has no other dates.</summary>
    internal static DateReading ReadMonth(ReadOnlySpan<char> cell)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        if (!DateParts.Split(cell.Trim(), parts, widths, out var name, out var mark, out var count) || count != 2 || (name < 0 && mark is not ('/' or '.' or '-')))
        {
            return Unreadable;
        }

        var year = widths[0] == 4 ? 0 : 1;
        var month = parts[1 - year];
        return widths[year] != 4 || (name >= 0 && name == year) || month is < 1 or > 12 ? Unreadable : Build(parts[year], month, DateTime.DaysInMonth(Math.Clamp(parts[year], 1, 9999), month), null, needsOrder: false);
    }

    /// <summary>A <see cref="DateReading.Proof"/> that holds only where the first part cannot be a year.</summary>
    internal const string MaybeDayFirst = "dmy?";

    private static DateReading Unreadable => new(DateState.Unreadable, default, null, false);

    private static DateReading OfShortParts(ReadOnlySpan<int> parts, ReadOnlySpan<int> widths, char mark, string? order)
    {
        if (widths[2] == 2 && order == "ymd")
        {
            return Build(2000 + parts[0], parts[1], parts[2], null, needsOrder: true);
        }

        var year = widths[2] == 2 ? 2000 + parts[2] : parts[2];
        if (parts[0] > 12 && parts[1] > 12)
        {
            return Unreadable;
        }

        if (widths[2] == 2 && parts[0] is >= 20 and <= 31 && parts[1] <= 12 && order is null)
        {
            // 26-03-25 is a day in March 2025 or of the year 2026: only its column can tell.
            return new DateReading(DateState.Ambiguous, default, MaybeDayFirst, true);
        }

        var proof = parts[0] > 12 || (mark == '.' && widths[2] == 4) ? "dmy" : parts[1] > 12 ? "mdy" : null;
        if (proof == "dmy" && parts[0] > 31)
        {
            return Unreadable;
        }

        if (proof is not null && order is "dmy" or "mdy" && proof != order)
        {
            return new DateReading(DateState.Unreadable, default, proof, true);
        }

        return (proof ?? order) switch
        {
            "dmy" => Build(year, parts[1], parts[0], proof, needsOrder: true),
            "mdy" => Build(year, parts[0], parts[1], proof, needsOrder: true),
            _ when parts[0] == parts[1] => Build(year, parts[1], parts[0], null, needsOrder: true),
            _ => new DateReading(DateState.Ambiguous, default, null, true),
        };
    }

    /// <summary>"R8.1.5", "令和8年1月5日": the year before an era's first.</summary>
    private static bool TryEra(ReadOnlySpan<char> cell, out int before, out int length)
    {
        before = cell is ['令', '和', ..] or ['R' or 'r', ..] ? 2018 : cell is ['平', '成', ..] or ['H' or 'h', ..] ? 1988 : 0;
        length = cell is ['令' or '平', ..] ? 2 : 1;
        return before > 0 && cell.Length > length + 4 && (char.IsAsciiDigit(cell[length]) || cell[length] is '元' or >= '０' and <= '９');
    }

    private static DateReading OfEra(ReadOnlySpan<char> cell, int before)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        // An era's first year is written 元.
        var text = cell[0] == '元' ? string.Concat("1", cell[1..]) : cell;
        return DateParts.Split(text, parts, widths, out var month, out _, out var count) && count == 3 && month < 0 && widths[0] <= 2 && widths[1] <= 2 && widths[2] <= 2
            ? Build(before + parts[0], parts[1], parts[2], "ymd", needsOrder: false)
            : Unreadable;
    }

    private static DateReading OfMonthName(ReadOnlySpan<int> parts, ReadOnlySpan<int> widths, int month) => month switch
    {
        // 3 Mar 2026, 3-Mar-26
        1 when widths[2] is 2 or 4 && widths[0] <= 2 => Build(widths[2] == 2 ? 2000 + parts[2] : parts[2], parts[1], parts[0], null, needsOrder: false),
        // 2026 Mar 3
        1 when widths[0] == 4 => Build(parts[0], parts[1], parts[2], null, needsOrder: false),
        // March 3, 2026
        0 when widths[2] is 2 or 4 => Build(widths[2] == 2 ? 2000 + parts[2] : parts[2], parts[0], parts[1], null, needsOrder: false),
        _ => Unreadable,
    };

    private static DateReading OfOneNumber(int number, int width, bool daySerials)
    {
        if (width == 8)
        {
            return Build(number / 10000, number / 100 % 100, number % 100, "ymd", needsOrder: false);
        }

        return daySerials && IsDaySerial(number)
            ? new DateReading(DateState.Read, new DateOnly(1899, 12, 30).AddDays(number), null, false)
            : Unreadable;
    }

    /// <summary>Whether a spreadsheet that counts days from 1900 may mean a day of the years 2000 to 2100. Only its column decides whether it does.</summary>
    internal static bool IsDaySerial(decimal number) => number is >= 36526 and <= 73415;

    private static DateReading Build(int year, int month, int day, string? proof, bool needsOrder)
    {
        if (month is < 1 or > 12 || day < 1 || year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month))
        {
            return Unreadable;
        }

        return new DateReading(year is < 2000 or > 2100 ? DateState.OutOfRange : DateState.Read, new DateOnly(year, month, day), proof, needsOrder);
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> cell)
    {
        var colon = cell.IndexOf(':');
        if (colon < 3)
        {
            return cell;
        }

        var start = cell[..colon].LastIndexOfAny(' ', 'T', 't');
        return start > 5 ? cell[..start].TrimEnd([' ', ',']) : cell;
    }
}
