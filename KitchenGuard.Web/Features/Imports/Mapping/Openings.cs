namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Tells an opening stock that is no longer there: beside it stands what came and went since.</summary>
internal static class Openings
{
    private static readonly HashSet<string> Moves =
    [
        "purchases", "purchased", "received", "receipts", "delivered", "deliveries", "usage", "used", "use", "sold", "sales", "issued",
        "issues", "consumed", "consumption", "waste", "wasted", "in", "out",
        "compras", "entradas", "salidas", "saidas", "consumo", "ventas", "vendas", "achats", "entrees", "sorties", "consommation", "ventes",
        "zugang", "zugange", "abgang", "abgange", "einkauf", "verbrauch", "verkauf",
        "acquisti", "carico", "scarico", "entrate", "uscite", "vendite", "inkoop", "verbruik", "verkoop", "ontvangen", "przychod",
        "rozchod", "tilgang", "afgang", "kob", "forbrug", "入庫", "出庫", "仕入", "使用", "消費",
    ];

    /// <param name="headers">All of the table's.</param>
    /// <param name="column">The column of a quantity.</param>
    internal static bool IsOverdue(IReadOnlyList<HeaderText> headers, int column) => HeaderWords.Says(headers[column].Key, Word.Opening)
        && headers.Any(header => header.Key.Split(' ') is { Length: <= 2 } words && Array.Exists(words, Moves.Contains));
}
