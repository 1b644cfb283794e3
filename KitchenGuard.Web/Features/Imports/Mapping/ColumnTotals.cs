using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Tells the value of all that is there from the cost of one: "cost" beside a quantity and an "average cost" that it is the product of.
/// </summary>
internal static class ColumnTotals
{
    private const int LeastRecords = 3;

    internal static bool Are(int column, IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings)
    {
        var quantities = Of(meanings, column, meaning => meaning is { Field: ItemField.Quantity, Strength: >= 0.6m });
        return quantities.Exists(quantity => Of(meanings, column, meaning => ItemField.IsMoney(meaning.Field))
            .Exists(price => price != quantity && AreProducts(evidence[column].Early, evidence[quantity].Early, evidence[price].Early)));
    }

    private static List<int> Of(IReadOnlyList<HeaderMeaning>[] meanings, int column, Func<HeaderMeaning, bool> mean) =>
        [.. Enumerable.Range(0, meanings.Length).Where(i => i != column && meanings[i].Any(mean))];

    /// <summary>Nothing and one prove nothing, and prices may be rounded.</summary>
    private static bool AreProducts(Dictionary<int, decimal> totals, Dictionary<int, decimal> quantities, Dictionary<int, decimal> prices)
    {
        int compared = 0, equal = 0;
        foreach (var (record, total) in totals)
        {
            if (total == 0 || !quantities.TryGetValue(record, out var quantity) || quantity is 0 or 1
                || !prices.TryGetValue(record, out var price)
                || Math.Abs(quantity) > 1_000_000 || Math.Abs(price) > 1_000_000_000)
            {
                continue;
            }

            compared++;
            var off = Math.Abs(total - (quantity * price));
            equal += off <= 0.01m + (0.02m * Math.Abs(total)) && off <= 0.0051m * (1 + Math.Abs(quantity)) ? 1 : 0;
        }

        return compared >= LeastRecords && equal * 10 >= compared * 8;
    }
}
