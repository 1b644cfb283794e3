using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Tells whether a record inside a table is the header of another one: under it, the columns mean something else.</summary>
internal static class NextTable
{
    private const int RecordsBelow = 6;

    /// <summary>Whether the record that was read last starts another table.</summary>
    /// <param name="records">The file's records.</param>
    /// <param name="isApart">Whether a blank line or a line with a single text is above it.</param>
    /// <param name="table">The table so far.</param>
    /// <param name="ct">Cancels.</param>
    internal static async ValueTask<bool> StartsAsync(RecordsAhead records, bool isApart, TableSurvey table, CancellationToken ct) =>
        StartsAt(records.Cells, isApart, table) || (isApart && MayBeUnknown(records.Cells, table) && HasOthersBelow(await records.LookAsync(RecordsBelow, ct), table));

    /// <summary>Whether the record is a title such as "Waste this week": a header follows, or the items that it names are in the table already.</summary>
    internal static async ValueTask<bool> IsOfMovedAsync(RecordsAhead records, TableSurvey table, CancellationToken ct)
    {
        if (records.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) != 1 || !MovementTitles.Says(records.Cells.First(cell => !string.IsNullOrWhiteSpace(cell))))
        {
            return false;
        }

        var below = (await records.LookAsync(RecordsBelow, ct)).Skip(1).Where(record => record.Filled > 1).ToList();
        return below is [var next, ..] && ((next.Numbers == 0 && HeaderFinding.KnownFields(next) >= 2)
            || below.Exists(record => record.LastFilled < table.Columns.Length && Array.Exists(table.Columns, column => column.Words * 2 > column.Filled && column.Has(record.Cells[0]))));
    }

    /// <param name="cells">The record.</param>
    /// <param name="isApart">Whether a blank line or a line with a single text is above it.</param>
    /// <param name="table">The table so far.</param>
    private static bool StartsAt(string[] cells, bool isApart, TableSurvey table)
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

        if (SharesMost(record, table.Headers))
        {
            return true;
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

    /// <summary>"Code, Description, Size, Cases, Bottles" below "Code, Description, Size, Kegs, Pints": the same header, but for what is counted.</summary>
    private static bool SharesMost(SampleRecord record, IReadOnlyList<string> headers)
    {
        var same = Enumerable.Range(0, Math.Min(record.Cells.Length, headers.Count)).Count(i => record.Cells[i].Trim().Length > 1 && ItemIdentity.Normalize(record.Cells[i]) == ItemIdentity.Normalize(headers[i]));
        return same >= 3 && same * 10 >= record.Filled * 6;
    }

    /// <summary>A header that no list knows: texts, none of which fits a column of numbers or units that it stands in.</summary>
    private static bool MayBeUnknown(string[] cells, TableSurvey table) =>
        !HasDigit(cells) && !Array.Exists(cells, cell => cell.Length > 60) && Misfits(cells, table, out var fits).Count > 0 && fits == 0;

    /// <summary>Whether the records below it do not fit the table either, and not in one column alone: "Milk, out" may be an item.</summary>
    private static bool HasOthersBelow(List<SampleRecord> records, TableSurvey table)
    {
        var columns = Misfits(records[0].Cells, table, out _).ToHashSet();
        var below = records.Skip(1).TakeWhile(record => record.Filled > 1).Select(record => Misfits(record.Cells, table, out _)).ToList();
        below.ForEach(columns.UnionWith);
        return below.Count > 0 && below.TrueForAll(misfits => misfits.Count > 0) && columns.Count > 1;
    }

    /// <summary>The columns of numbers, units or words in which a record has something else.</summary>
    private static List<int> Misfits(string[] cells, TableSurvey table, out int fits)
    {
        var misfits = new List<int>();
        fits = 0;
        for (var i = 0; i < Math.Min(cells.Length, table.Columns.Length); i++)
        {
            var column = table.Columns[i];
            if (column.Filled < 2 || NumberText.IsNothing(cells[i]))
            {
                continue;
            }

            var isNumber = NumberText.Read(cells[i], new NumberFormat('\0', BlankGroups: false)) is { Shape.IsNumber: true };
            var (isTyped, isFit) = column.Share(column.Numbers) >= 0.8m ? (true, isNumber)
                : column.Share(column.UnitNames) >= 0.8m ? (true, Data.Inventory.Unit.TryParse(cells[i], out _) || column.Has(cells[i]))
                : (column.Share(column.Words) >= 0.8m && isNumber, false);
            fits += isTyped && isFit ? 1 : 0;
            misfits.AddRange(isTyped && !isFit ? [i] : []);
        }

        return misfits;
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
