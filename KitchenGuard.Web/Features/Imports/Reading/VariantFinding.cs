namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// Finds the column that ties records without a name to the record above: in every such record it repeats the value above, or it is a size that
/// the item above does not have yet, as where a name stands once over its sizes.
/// </summary>
internal static class VariantFinding
{
    /// <returns>The column, 1-based, and whether its values differ instead of repeating; null when the file shows none.</returns>
    internal static async Task<(int? Column, bool IsSize)> FindAsync(Stream content, ReadPlan plan, CancellationToken ct)
    {
        var name = plan.ColumnOf(ItemField.Name)!.Column - 1;
        var kinds = new RowKinds(plan);
        // Only what tells products apart can tie: two rows of one unit, category or supplier are not one item for that.
        var ties = plan.Columns.Select(column => column.Field is null or ItemField.Sku or ItemField.Barcode).ToArray();
        var changes = new int[plan.Columns.Count];
        var above = Array.Empty<string>();
        var nameless = 0;
        var size = (plan.ColumnOf(ItemField.BottleSize) ?? plan.ColumnOf(ItemField.PackSize))?.Column - 1 ?? -1;
        var isSized = size >= 0;
        var sizes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var records = RawRecords.Open(content, plan.Detected, plan.Columns.Count);
        while (await records.ReadAsync(ct))
        {
            if (plan.Tables.Count > 0 && records.Line >= plan.Tables.Where(table => table.Beside is null).Select(table => table.HeaderLine).DefaultIfEmpty(int.MaxValue).First())
            {
                break;
            }

            var cells = records.Values();
            if (records.Line <= plan.HeaderEnd || Array.TrueForAll(cells, string.IsNullOrWhiteSpace) || kinds.Skip(records.Line, cells) is not null)
            {
                continue;
            }

            var isNameless = name >= cells.Length || string.IsNullOrWhiteSpace(cells[name]);
            nameless += isNameless ? 1 : 0;
            if (!isNameless)
            {
                sizes.Clear();
            }

            var isNew = size >= 0 && size < cells.Length && cells[size].AsSpan().Trim().Length > 0 && sizes.Add(cells[size].Trim());
            isSized &= !isNameless || (isNew && above.Length > 0);
            for (var i = 0; i < ties.Length; i++)
            {
                var same = i < cells.Length && i < above.Length && cells[i].Length > 0 && cells[i] == above[i];
                ties[i] &= !isNameless || same;
                changes[i] += isNameless || same ? 0 : 1;
            }

            above = cells;
        }

        // A column that hardly changes, such as one currency throughout, ties everything and proves nothing.
        var named = changes[name];
        var column = Array.FindIndex(ties, 0, tied => tied);
        while (column >= 0 && changes[column] * 10 < named * 9)
        {
            column = column + 1 < ties.Length ? Array.FindIndex(ties, column + 1, tied => tied) : -1;
        }

        return nameless > 0 && column >= 0 ? (column + 1, false) : nameless >= 2 && isSized ? (size + 1, true) : (null, false);
    }
}
