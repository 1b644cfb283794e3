using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Tells whether a record inside a table is the header of another one: under it, the columns mean something else.</summary>
internal static class NextTable
{
    /// <param name="cells">The record.</param>
    /// <param name="isApart">Whether a blank line or a line with a single text is above it.</param>
    /// <param name="table">The table so far.</param>
    internal static bool StartsAt(string[] cells, bool isApart, TableSurvey table)
    {
        if (cells[^1] == RejectedFile.ReasonHeader)
        {
            return !IsSame(cells, table.Headers);
        }

        var first = Array.FindIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        // Almost every record is out here: one look-up at most, and only for records without a digit.
        if (first < 0 || (!isApart && (HasDigit(cells) || !IsKnown(cells[first]))))
        {
            return false;
        }

        var record = new SampleRecord(0, cells, RecordFault.None);
        if (record.Filled < 2 || record.Numbers > 0 || Array.Exists(cells, cell => cell.Length > 60) || IsSame(cells, table.Headers))
        {
            return false;
        }

        var known = KnownFields(cells, out var hasName);
        var words = WordsOverNumbers(cells, table);
        return isApart ? (known >= 2 && (words >= 1 || !table.HasNumbers)) || (words >= 1 && hasName) || words >= 2 : known >= 3 && known >= record.Filled - 1;
    }

    /// <summary>How many fields the cells clearly name. Inside a table, a word that may be a header is more often part of an item.</summary>
    private static int KnownFields(string[] cells, out bool hasName)
    {
        var fields = cells.Where(cell => cell.Length is > 0 and <= 60).Select(HeaderFinding.Meanings)
            .Where(meanings => meanings is [{ Field: not null, Strength: >= Clear }, ..]).Select(meanings => meanings[0].Field).ToHashSet();
        hasName = fields.Contains(ItemField.Name);
        return fields.Count;
    }

    private const decimal Clear = 0.7m;

    private static bool HasDigit(string[] cells) => Array.Exists(cells, cell => CellText.HasDigit(cell));

    private static bool IsKnown(string cell) => cell.Length <= 60 && HeaderFinding.Meanings(cell) is [{ Strength: >= Clear }, ..];

    private static bool IsSame(string[] cells, IReadOnlyList<string> headers)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]) && (i >= headers.Count || ItemIdentity.Normalize(cells[i]) != ItemIdentity.Normalize(headers[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many different words stand in columns where the table above has numbers.</summary>
    private static int WordsOverNumbers(string[] cells, TableSurvey table)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Math.Min(cells.Length, table.Columns.Length); i++)
        {
            var column = table.Columns[i];
            if (column.Filled >= 2 && column.Share(column.Numbers) >= 0.8m && !NumberText.IsNothing(cells[i]) && !cells[i].AsSpan().ContainsAnyInRange('0', '9'))
            {
                words.Add(cells[i].Trim());
            }
        }

        return words.Count;
    }
}
