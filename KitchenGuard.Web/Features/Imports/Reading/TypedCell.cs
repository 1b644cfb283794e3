namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// How a workbook's cell says in text what a text file's cell cannot: that a number or date is certain whatever its column's texts look
/// like, or that a value is not there. The marks are noncharacters, which no text interchanges, and are taken off before anybody sees a cell.
/// </summary>
internal static class TypedCell
{
    /// <summary>Ends a number (with a point as its decimal mark) or a date (year first).</summary>
    internal const char Certain = '\uFDD0';

    /// <summary>Begins a cell whose value the workbook does not have: an error's name, a number shown at
    /// another scale, or nothing after it for a formula that was never calculated.</summary>
    internal const char Lost = '\uFDD1';

    /// <summary>A line break inside a cell, so that a record stays one line and a line's number stays its row's.</summary>
    internal const char Break = '\u2028';

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create([Certain, Lost, Break]);

    internal static bool IsCertain(ReadOnlySpan<char> cell) => cell is [.., Certain];

    internal static bool IsLost(ReadOnlySpan<char> cell) => cell is [Lost, ..];

    /// <summary>The cell as a person knows it.</summary>
    internal static string Plain(string cell) =>
        !cell.AsSpan().ContainsAny(Marks) ? cell
        : cell.TrimEnd(Certain).TrimStart(Lost).Replace(Break, '\n');

    /// <summary>Puts line breaks back into cells; the other marks are still needed.</summary>
    internal static void Restore(string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = cells[i].Replace(Break, '\n');
        }
    }

    /// <summary>Takes the marks off once a record was read.</summary>
    internal static void Strip(string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Plain(cells[i]);
        }
    }

    /// <summary>Why there is no value, as the beginning of a sentence.</summary>
    internal static string WhyLost(string cell) => cell.Length switch
    {
        1 => "This formula was never calculated, so the file has no value for it",
        _ when cell[1] == '#' => $"'{cell[1..]}' is a spreadsheet's error, not a value",
        _ => $"The workbook shows this cell at another scale than the '{cell[1..]}' that it holds",
    };
}
