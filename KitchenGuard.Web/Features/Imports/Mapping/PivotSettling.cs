using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Settles what a pivot and the columns beside it allow each other.</summary>
internal sealed class PivotSettling(ColumnFields columns, IReadOnlyList<string> titles, bool isAsked)
{
    /// <summary>Its columns are no fields of their own. What a person or script mapped goes before a pivot that was only found.</summary>
    internal Pivot? Begin(Pivot? pivot)
    {
        if (pivot is not null && !isAsked
            && Enumerable.Range(0, titles.Count).Any(i => columns.IsGiven[i] && PivotFinding.Excludes(pivot, columns.Fields[i])))
        {
            return null;
        }

        foreach (var column in pivot?.Columns ?? [])
        {
            columns.Fields[column.Column - 1] = null;
            columns.IsGiven[column.Column - 1] = true;
        }

        return pivot;
    }

    /// <summary>A total beside places is the quantity already; a code or price beside sizes says not whose it is.</summary>
    internal Pivot? End(Pivot? pivot)
    {
        if (pivot is null)
        {
            return null;
        }

        var names = string.Join(", ", pivot.Columns.Select(column => $"'{titles[column.Column - 1]}'"));
        if (pivot.Kind == PivotKind.StorageArea && !isAsked && columns.Has(ItemField.Quantity))
        {
            columns.Note(IssueCode.PivotExcludes,
                $"The columns {names} look like places, but the quantity was taken from '{titles[columns.ColumnOf(ItemField.Quantity)]}', so they are not added up.");
            return null;
        }

        for (var i = 0; i < titles.Count; i++)
        {
            if (PivotFinding.Excludes(pivot, columns.Fields[i]))
            {
                columns.Note(IssueCode.PivotExcludes, i,
                    $"The column '{titles[i]}' is not imported as {FieldWords.Of(columns.Fields[i]!)}, because it does not say which of {names} it is for.");
                columns.Fields[i] = null;
            }
        }

        var field = string.Join(" or ", pivot.Columns.Select(column => FieldWords.Of(column.Field)).Distinct());
        columns.Note(IssueCode.Pivot, pivot.Kind == PivotKind.BottleSize
            ? $"The columns {names} are sizes: every filled cell is an item of that size, with the cell as its {field}."
            : $"The columns {names} are places: an item's quantity is the sum of them.");
        return pivot;
    }
}
