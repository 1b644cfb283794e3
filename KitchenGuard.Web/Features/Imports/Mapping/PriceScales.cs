using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Whether prices are in the currency or in its hundredths: by their header, by what was said, or not for certain.</summary>
internal static class PriceScales
{
    private const decimal Hundred = 100;

    /// <summary>What food and drink seldom cost in these: a list of nothing but such prices is in cents, or in another currency.</summary>
    private static readonly HashSet<string> Strong = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"];

    private const int FewestPrices = 5;
    private const decimal MostlyDear = 0.9m;
    private const decimal MostlyEven = 0.5m;
    private const decimal HighestMiddle = 20_000;

    /// <summary>What a column's prices are to be divided by, as its header says; null: they are what they say.</summary>
    internal static decimal? TimesOf(HeaderText header, PriceScale? given) =>
        header.Times == 1 || (given == PriceScale.Whole && header.Times == Hundred) ? null : header.Times;

    /// <summary>Whether somebody said so, of prices that are nothing but whole numbers.</summary>
    internal static bool AreHundredths(ColumnEvidence cells, HeaderText header, PriceScale? given) =>
        given == PriceScale.Hundredths && header.Times == 1 && IsBare(cells, header);

    /// <summary>Marks the prices that may as well be in hundredths, where no price of the table proves the opposite.</summary>
    internal static void Find(MappedColumn[] columns, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence,
        ImportOptions given, string currency)
    {
        if (given.Prices is not null || !Strong.Contains(currency))
        {
            return;
        }

        var prices = columns.Where(column => ItemField.IsMoney(column.Field) && evidence[column.Column - 1].Filled > 0).ToList();
        if (!prices.TrueForAll(price => price.Times is null && IsBare(evidence[price.Column - 1], headers[price.Column - 1])))
        {
            return;
        }

        foreach (var price in prices.Where(price => price.Field != ItemField.CaseCost && MayBeHundredths(evidence[price.Column - 1])))
        {
            columns[price.Column - 1] = price with { ScaleUnknown = true };
        }
    }

    /// <summary>Whole numbers, and no sign of a currency: who writes one writes what the price is.</summary>
    private static bool IsBare(ColumnEvidence cells, HeaderText header) =>
        header.Currency is null && cells.WithCurrency == 0 && cells.PerUnit == 0 && cells.Points + cells.Commas + cells.AmbiguousMarks == 0;

    private static bool MayBeHundredths(ColumnEvidence cells)
    {
        var prices = cells.Early.Values.Where(price => price != 0).Order().ToList();
        return prices.Count >= FewestPrices && prices.Distinct().Count() >= FewestPrices && prices[prices.Count / 2] <= HighestMiddle
            && prices.Count(price => price >= Hundred) >= prices.Count * MostlyDear
            && prices.Count(price => price % Hundred == 0) <= prices.Count * MostlyEven;
    }
}
