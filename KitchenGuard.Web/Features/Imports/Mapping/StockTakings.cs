namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Of a stock taking that sets what was counted beside what the books say and the difference of both, only what was counted is the stock:
/// "Soll, Ist, Differenz".
/// </summary>
internal static class StockTakings
{
    private static readonly HashSet<string> Books =
    [
        "soll", "sollbestand", "sollmenge", "buchbestand", "expected", "theoretical", "theo", "book", "theorique", "attendu", "teorico",
        "teorica", "teoriche", "esperado", "esperada", "previsto", "prevista",
        "theoretisch", "theoretische", "verwacht", "verwachte", "理論", "帳簿",
    ];

    private static readonly HashSet<string> Counts =
    [
        "ist", "istbestand", "istmenge", "gezahlt", "inventur", "actual", "counted", "count", "physical", "reel", "reelle", "physique",
        "compte", "real", "reale", "fisico", "fisica", "contado", "contato", "contada",
        "effettivo", "effettiva", "geteld", "getelde", "werkelijk", "werkelijke", "実", "実在庫", "実数",
    ];

    private static readonly HashSet<string> Differences =
    [
        "differenz", "diff", "abweichung", "variance", "difference", "discrepancy", "ecart", "diferencia", "desviacion", "differenza",
        "scostamento", "verschil", "diferenca", "差異", "差",
    ];

    /// <param name="headers">All of the table's.</param>
    /// <returns>The column of what was counted and that of the books; null: it is no such list.</returns>
    internal static (int Counted, int Booked)? Find(IReadOnlyList<HeaderText> headers)
    {
        var (booked, counted) = (OnlyOne(headers, Books), OnlyOne(headers, Counts));
        return booked >= 0 && counted >= 0 && booked != counted && headers.Any(header => Says(header, Differences))
            ? (counted, booked)
            : null;
    }

    private static int OnlyOne(IReadOnlyList<HeaderText> headers, HashSet<string> words)
    {
        var found = Enumerable.Range(0, headers.Count).Where(i => Says(headers[i], words)).ToList();
        return found.Count == 1 ? found[0] : -1;
    }

    /// <summary>"Soll" and "Soll Bestand", but not the value of either.</summary>
    private static bool Says(HeaderText header, HashSet<string> words) =>
        header.Currency is null && header.Key.Split(' ') is { Length: <= 3 } said && Array.Exists(said, words.Contains)
        && Array.TrueForAll(said, word => words.Contains(word)
            || HeaderGrammar.IsOnly(word, Word.Stock, Word.Quantity, Word.Unit, Word.Counted, Word.Current));
}
