using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds the prices under headers that say only what is priced: "Bottle", "Each", "Case", "Retail".</summary>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
internal sealed class VesselPrices(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
{
    /// <summary>"Glass, Bottle" over 12 and 44, "Flasche, Kasten" over 1.20 and 18.50: prices of what the header says.</summary>
    internal IReadOnlyList<HeaderMeaning> PricesOf(int column)
    {
        var cells = evidence[column];
        if (cells.Filled < 2 || cells.Share(cells.Numbers) < 0.9m
            || Per(headers[column].Key) is not [{ Field: ItemField.UnitCost or ItemField.CaseCost } per])
        {
            return [];
        }

        var isPoured = per.Field == ItemField.UnitCost
            && Enumerable.Range(0, headers.Count)
                .Any(i => ColumnPrices.IsGlass(headers[i].Key) && evidence[i].Share(evidence[i].Numbers) >= 0.9m
                    && evidence[i].Mean < cells.Mean);
        return isPoured ? [new HeaderMeaning(ItemField.SalePrice, 0.8m)]
            : cells.Share(cells.WithCurrency) >= 0.9m || ColumnContradictions.LookLikeMoney(cells) || (headers[column].Key is "each" or "ea"
                && ColumnContradictions.AreWithCents(cells))
                    ? [per with { Strength = 0.7m, IsBare = per.Field == ItemField.UnitCost }]
                    : [];
    }

    /// <summary>"Case $" and "Each $" are costs though they do not say so.</summary>
    internal static IReadOnlyList<HeaderMeaning> Per(string key) => key switch
    {
        "case" or "cs" or "kasten" or "kiste" or "karton" or "caja" or "caisse" or "carton" or "cassa" or "cartone" or "caixa" or "doos"
            or "krat" => [new HeaderMeaning(ItemField.CaseCost, 0.8m)],
        "each" or "ea" or "unit" or "bottle" or "btl" or "flasche" or "botella" or "bouteille" or "bottiglia" or "garrafa" or "fles"
            or "stuck" => [new HeaderMeaning(ItemField.UnitCost, 0.8m)],
        "list" or "listino" => [new HeaderMeaning(ItemField.SalePrice, 0.7m)],
        "sell" or "selling" or "retail" or "menu" or "verkauf" or "vente" or "venta" or "vendita" or "venda"
            or "verkoop" => [new HeaderMeaning(ItemField.SalePrice, 0.8m)],
        _ => [],
    };
}
