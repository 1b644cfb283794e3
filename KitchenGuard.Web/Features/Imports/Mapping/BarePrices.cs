using System.Text.RegularExpressions;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds prices in a list that has no header.</summary>
internal static partial class BarePrices
{
    /// <summary>
    /// The one column of numbers written with two decimals, also "1.80"; -1: there is none or several. Who counts writes "2.5". Beside units it may be what is weighed.
    /// </summary>
    internal static int Find(ColumnFields columns, IReadOnlyList<ColumnEvidence> evidence)
    {
        var money = Enumerable.Range(0, evidence.Count).Where(i => AreCents(evidence[i])).ToList();
        return money.Count == 1 && columns.IsOpen(money[0]) && columns.Has(ItemField.Name) && !evidence.Any(cells => cells.Share(cells.UnitNames) > 0.5m) ? money[0] : -1;
    }

    private static bool AreCents(ColumnEvidence cells) => cells is { Filled: >= 4, Distinct: >= 3 } && cells.Share(cells.Numbers) > 0.9m
        && cells.Values.Count(value => Cents().IsMatch(value)) * 10 >= cells.Distinct * 8;

    [GeneratedRegex(@"^\s*\d{1,4}[.,]\d\d\s*$")]
    private static partial Regex Cents();
}
