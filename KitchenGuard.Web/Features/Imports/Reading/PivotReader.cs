namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Makes the items of one record whose columns stand for sizes or places.</summary>
internal sealed class PivotReader
{
    private readonly PivotKind _kind;
    private readonly (string Value, CellReader[] Cells)[] _values;

    internal PivotReader(ReadPlan plan, Pivot pivot)
    {
        _kind = pivot.Kind;
        // "750 ml" over a column names the item's size, not the unit that its cells are counted in.
        _values = [.. pivot.Columns.GroupBy(column => column.Value).Select(group => (group.Key, group.Select(column => new CellReader(
            plan.Columns[column.Column - 1] with { Field = column.Field, Unit = null }, plan.Currency, false)).ToArray()))];
    }

    /// <summary>Whether each value becomes an item; else they add up to one.</summary>
    internal bool Splits => _kind == PivotKind.BottleSize;

    /// <summary>The items that a record's sizes make, each with what was found in its cells; none where all are blank.</summary>
    internal IEnumerable<(ItemRow Item, List<FoundIssue> Issues)> Split(int line, string[] cells, ItemRow item)
    {
        foreach (var (value, readers) in _values)
        {
            if (!Array.Exists(readers, reader => IsFilled(reader, cells)))
            {
                continue;
            }

            var one = item.Copy();
            var issues = new List<FoundIssue>();
            if (value.EndsWith(" g", StringComparison.Ordinal))
            {
                one.PackSize = value;
            }
            else
            {
                one.BottleSize = value;
            }

            foreach (var reader in readers)
            {
                if (reader.Index < cells.Length)
                {
                    reader.Read(line, cells[reader.Index], one, issues);
                }
            }

            yield return (one, issues);
        }
    }

    /// <summary>Gives an item the sum of its places. One that cannot be read for certain leaves the whole sum empty.</summary>
    internal void Add(int line, string[] cells, ItemRow item, List<FoundIssue> issues)
    {
        decimal sum = 0;
        int filled = 0, read = 0;
        string? unit = item.UnitCode, place = null;
        var places = 0;
        foreach (var (value, readers) in _values)
        {
            foreach (var reader in readers.Where(reader => IsFilled(reader, cells)))
            {
                var one = item.Copy();
                one.Quantity = null;
                reader.Read(line, cells[reader.Index], one, issues);
                filled++;
                if (one.Quantity is not { } quantity || (read > 0 && one.UnitCode != unit))
                {
                    continue;
                }

                read++;
                unit = one.UnitCode;
                sum += quantity;
                if (quantity != 0)
                {
                    place = value;
                    places++;
                }
            }
        }

        if (filled == 0)
        {
            return;
        }

        if (read < filled)
        {
            issues.Add(new FoundIssue(line, null, ItemField.Quantity, null, IssueSeverity.Warning, IssueCode.PivotSum,
                "The places of this item cannot be added up for certain; the quantity was left empty."));
            return;
        }

        item.Quantity = sum;
        item.UnitCode = unit;
        // Where it stands in several places, none of them is the item's.
        item.StorageArea ??= places == 1 ? place : null;
    }

    private static bool IsFilled(CellReader reader, string[] cells) => reader.Index < cells.Length && !NumberText.IsNothing(cells[reader.Index]);
}
