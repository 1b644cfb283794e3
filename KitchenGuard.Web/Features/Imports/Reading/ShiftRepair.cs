using System.Buffers;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// Mends a record with cells too many because delimiters stand unquoted in a text, or as the decimal comma of a number. A reading counts only when it
/// is the one that fits all columns; whatever else could have been meant speaks against it.
/// </summary>
internal sealed class ShiftRepair
{
    private const int MostExtra = 3;
    private const int MostColumns = 40;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly IReadOnlyList<MappedColumn> _columns;
    private readonly string _delimiter;
    private readonly bool _isPadded;

    internal ShiftRepair(ReadPlan plan) => (_columns, _delimiter, _isPadded) = (plan.Columns, plan.Detected.Delimiter, plan.Rows.Padded);

    /// <summary>The record with as many cells as the table has columns, and the columns (0-based) of which cells were joined; null when that is not certain.</summary>
    internal (string[] Cells, List<int> Joined)? Repair(string[] cells)
    {
        var last = Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
        var extra = last - _columns.Count;
        if (extra is < 1 or > MostExtra || _columns.Count is < 2 or > MostColumns || !_columns.Any(column => column.Holds is not null))
        {
            return null;
        }

        (string[] Cells, int[] Widths)? only = null;
        var rest = cells[..last];
        foreach (var widths in Widths(_columns.Count, extra))
        {
            var joined = Join(rest, widths);
            if (!Fits(joined, widths))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = (joined, [.. widths]);
        }

        return only is { } found && IsProven(rest, found.Cells, found.Widths)
            ? (found.Cells, [.. Enumerable.Range(0, found.Widths.Length).Where(i => found.Widths[i] > 1)])
            : null;
    }

    /// <summary>All ways to spread the extra cells over the columns: how many cells each column takes.</summary>
    private static IEnumerable<int[]> Widths(int columns, int extra)
    {
        var widths = new int[columns];
        Array.Fill(widths, 1);
        return Spread(0, extra);

        IEnumerable<int[]> Spread(int from, int left)
        {
            if (left == 0)
            {
                yield return widths;
                yield break;
            }

            for (var i = from; i < columns; i++)
            {
                widths[i]++;
                foreach (var found in Spread(i, left - 1))
                {
                    yield return found;
                }

                widths[i]--;
            }
        }
    }

    private string[] Join(string[] cells, int[] widths)
    {
        var joined = new string[widths.Length];
        for (int i = 0, at = 0; i < joined.Length; at += widths[i], i++)
        {
            joined[i] = widths[i] == 1 ? cells[at] : string.Join(_delimiter, cells[at..(at + widths[i])]);
        }

        return joined;
    }

    /// <summary>Whether this could have been meant. Generous: each further reading that could have been is one too many.</summary>
    private bool Fits(string[] cells, int[] widths)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (!_isPadded && cell.StartsWith(' ') && cell.Trim().Length > 0)
            {
                // No cell of this file begins with a blank, so this is the middle of one.
                return false;
            }

            if (_columns[i].Holds is not { } holds || NumberText.IsNothing(cell))
            {
                if (widths[i] > 1 && _columns[i].Holds is not null)
                {
                    return false;
                }

                continue;
            }

            if (holds == MappedColumn.Numbers ? !IsNumber(cell) : DateText.Read(cell, _columns[i].DateOrder, _columns[i].DaySerials).State == DateState.Unreadable)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Numbers were joined only with the mark that their column proves; text only where what was joined to it is a word.</summary>
    private bool IsProven(string[] cells, string[] joined, int[] widths)
    {
        for (int i = 0, at = 0; i < widths.Length; at += widths[i], i++)
        {
            if (widths[i] == 1)
            {
                continue;
            }

            var column = _columns[i];
            if (column.Holds is null ? !Array.TrueForAll(cells[(at + 1)..(at + widths[i])], piece => piece.Any(char.IsLetter))
                : column.Holds != MappedColumn.Numbers || _delimiter != column.DecimalMark || widths[i] != 2
                    || NumberText.Read(joined[i], new NumberFormat(_delimiter[0], column.BlankGroups)).State != NumberState.Read)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string cell) => cell.AsSpan().ContainsAny(Digits)
        && (NumberText.Read(cell, new NumberFormat('.', true)).State == NumberState.Read || NumberText.Read(cell, new NumberFormat(',', true)).State == NumberState.Read);
}
