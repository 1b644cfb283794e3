using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds prices in a list that has no header.</summary>
internal static class BarePrices
{
    /// <summary>The one column of numbers that look like money; -1: there is none or several. Beside units it may be what is weighed.</summary>
    internal static int Find(ColumnFields columns, IReadOnlyList<ColumnEvidence> evidence)
    {
        var money = Enumerable.Range(0, evidence.Count)
            .Where(i => evidence[i] is { Filled: >= 4, Distinct: >= 3 } cells && cells.Share(cells.Numbers) > 0.9m && ColumnContradictions.LookLikeMoney(cells)).ToList();
        return money.Count == 1 && columns.IsOpen(money[0]) && columns.Has(ItemField.Name) && !evidence.Any(cells => cells.Share(cells.UnitNames) > 0.5m) ? money[0] : -1;
    }
}
