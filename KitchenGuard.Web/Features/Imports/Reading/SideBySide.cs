using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Finds tables that stand beside each other, with a blank column between them and a header of their own each.</summary>
internal static class SideBySide
{
    /// <returns>The columns of each table; all columns when there is one.</returns>
    internal static IReadOnlyList<ColumnRange> Find(TableSurvey table)
    {
        var ranges = new List<ColumnRange>();
        var start = -1;
        for (var i = 0; i <= table.Headers.Count; i++)
        {
            var isBlank = i == table.Headers.Count || (table.Headers[i].Length == 0 && table.Columns[i].Filled == 0);
            if (!isBlank)
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                ranges.Add(new ColumnRange(start + 1, i));
                start = -1;
            }
        }

        return ranges.Count >= 2 && table.HeaderLine > 0 && ranges.TrueForAll(range => IsTable(table, range)) ? ranges : [new ColumnRange(1, table.Headers.Count)];
    }

    /// <summary>Whether columns have a name and something about it.</summary>
    private static bool IsTable(TableSurvey table, ColumnRange range)
    {
        var headers = Enumerable.Range(range.First - 1, range.Last - range.First + 1).Select(i => table.Headers[i]).ToArray();
        return Array.Exists(headers, header => HeaderAliases.Meanings(HeaderText.Parse(header).Key) is [{ Field: ItemField.Name }, ..])
            && HeaderFinding.KnownFields(new SampleRecord(table.HeaderLine, headers, RecordFault.None)) >= 2;
    }
}
