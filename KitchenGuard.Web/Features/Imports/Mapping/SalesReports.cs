using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Tells what a till has sold from what is in stock: beside what came in for it, a bare "quantity" is how many were sold.
/// </summary>
internal static class SalesReports
{
    /// <summary>What came in, in one word.</summary>
    private static readonly HashSet<string> Takings =
    [
        "umsatz", "umsatze", "bruttoumsatz", "nettoumsatz", "gesamtumsatz", "umsatzerlos", "umsatzerlose", "erlos", "erlose", "revenue",
        "revenues", "turnover", "takings", "fatturato", "incasso", "incassi", "ricavo", "ricavi",
        "faturamento", "facturacion", "recaudacion", "omzet", "encaissement", "encaissements", "omsetning", "omsattning", "omsaetning",
        "obrot", "przychod", "przychody", "trzby", "売上", "売上高", "売上金額", "売上額", "销售额", "營業額", "营业额",
    ];

    /// <summary>What was sold, in words that need another which says that money is meant, or cells that do.</summary>
    private static readonly HashSet<string> Sales = ["sales", "ventas", "ventes", "vendite", "vendas", "verkaufe", "verkoop", "verkopen"];

    private static readonly HashSet<string> Amounts =
    [
        "net", "gross", "total", "totals", "amount", "value", "netto", "brutto", "gesamt", "betrag", "wert", "importe", "netas", "brutas",
        "totales", "monto", "valor", "montant", "nettes", "brutes", "totales", "valeur", "ht", "ttc",
        "importo", "nette", "lorde", "totali", "valore", "liquidas", "totais", "netto", "bruto", "totaal", "bedrag", "waarde", "de", "des",
        "in", "eur", "usd",
    ];

    /// <summary>What of it is no sum of money: how often the stock was sold, or what one brought in.</summary>
    private static readonly string[] Ratios =
    [
        "rate", "ratio", "days", "stock", "inventory", "per", "percent", "margin", "lager", "forecast", "expected", "target", "ytd", "mtd",
    ];

    private static readonly string[] Sold =
    [
        "sold", "verkauft", "verkaufte", "vendu", "vendus", "vendues", "vendido", "vendidos", "vendidas", "venduto", "venduti", "verkocht",
        "販売数", "売上数", "売上数量",
    ];

    /// <summary>
    /// The column of what came in, where it says that a bare "quantity" was sold; -1: none, or other columns are about stock.
    /// </summary>
    internal static int TakingsOf(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
    {
        if (headers.Any(header => HeaderText.HasAnyWord(header.Key, Sold))
            || headers.Any(header => IsOfStock(HeaderAliases.Meanings(header.Key))))
        {
            return -1;
        }

        return FindTakings(headers, evidence) is >= 0 and var takings ? takings : Gross(headers, evidence);
    }

    /// <summary>"Net" and "Gross" beside how many: what came in, with the tax and without.</summary>
    private static int Gross(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
    {
        int Of(params string[] keys) => Enumerable.Range(0, headers.Count)
            .FirstOrDefault(i => keys.Contains(headers[i].Key) && LookLikeMoney(evidence[i]), -1);
        return Of("net", "netto", "neto") >= 0 ? Of("gross", "brutto", "bruto") : -1;
    }

    /// <summary>Whether a header is over what all that was sold has cost.</summary>
    internal static bool IsCostOfSold(string key) =>
        HeaderText.HasAnyWord(key, "cogs", "wareneinsatz", "wareneinsatzkosten")
            || Array.Exists(CostsOfSold, start => key.StartsWith(start, StringComparison.Ordinal));

    private static readonly string[] CostsOfSold =
    [
        "cost of goods", "cost of sales", "costo de ventas", "coste de ventas", "costo de lo vendido", "cout des ventes",
        "cout des marchandises", "costo del venduto", "custo das vendas", "kostprijs verkopen", "kostprijs omzet",
    ];

    /// <summary>The column of what came in; -1: there is none.</summary>
    internal static int FindTakings(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (evidence[i].Filled > 0 && evidence[i].Share(evidence[i].Numbers) >= 0.5m && IsTakings(headers[i].Key, evidence[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a header asks how many, but not of what: "Anzahl", "qty", "Menge Stk".</summary>
    internal static bool IsBareQuantity(string key) => HeaderGrammar.IsOnly(key, Word.Quantity, Word.Unit);

    private static bool IsOfStock(IReadOnlyList<HeaderMeaning> found) =>
        found is [{ Field: ItemField.ParLevel or ItemField.ReorderPoint or ItemField.ExpiresOn or ItemField.StorageArea,
            Strength: >= 0.6m }, ..];

    private static bool IsTakings(string key, ColumnEvidence cells)
    {
        var words = key.Split(' ');
        if (HeaderText.HasAnyWord(key, Ratios))
        {
            return false;
        }

        return words.Any(Takings.Contains) || key.Contains("chiffre d affaires", StringComparison.Ordinal) || key is "ca ht" or "ca ttc"
            || (words.Any(Sales.Contains) && words.All(word => Sales.Contains(word) || Amounts.Contains(word))
                && (words.Length > 1 || LookLikeMoney(cells)));
    }

    private static bool LookLikeMoney(ColumnEvidence cells) => cells.Share(cells.Points + cells.Commas + cells.WithCurrency) >= 0.5m;
}
