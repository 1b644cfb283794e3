using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Titles of tables that say what came or went and not what is there: "Waste this week", "Bestellungen KW 12".</summary>
internal static class MovementTitles
{
    private static readonly HashSet<string> Moved = new(StringComparer.Ordinal)
    {
        "waste", "wasted", "wastage", "spoilage", "spoiled", "spoilt", "losses", "breakages", "orders", "order", "ordered", "sales", "sold", "returns", "returned", "transfers", "deliveries",
        "pertes", "perte", "gaspillage", "rebuts", "invendus", "commandes", "commande", "ventes", "retours", "livraisons", "transferts",
        "verderb", "schwund", "bruch", "abfall", "abfalle", "verluste", "ausschuss", "bestellungen", "bestellung", "verkauf", "verkaufe", "retouren", "ruckgaben", "lieferungen", "umlagerungen",
        "sprechi", "scarti", "perdite", "rotture", "ordini", "vendite", "resi", "consegne", "trasferimenti",
        "mermas", "merma", "desperdicios", "desperdicio", "perdidas", "roturas", "pedidos", "pedido", "ventas", "devoluciones", "entregas", "traspasos",
        "perdas", "quebras", "encomendas", "vendas", "devolucoes", "transferencias",
        "verspilling", "derving", "afval", "verliezen", "bestellingen", "bestelling", "verkopen", "retour", "leveringen", "廃棄", "ロス", "発注", "注文", "売上", "返品", "納品",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "this", "last", "the", "of", "for", "in", "and", "to", "log", "list", "sheet", "report", "week", "month", "day", "today", "yesterday", "weekly", "daily", "monthly", "stock",
        "de", "du", "des", "la", "le", "les", "et", "cette", "semaine", "mois", "jour", "kw", "woche", "monat", "tag", "diese", "dieser", "diesen", "heute", "liste", "und", "der", "im",
        "settimana", "questa", "mese", "giorno", "oggi", "della", "del", "di", "lista", "semana", "esta", "mes", "dia", "hoy", "da", "do", "e", "y", "maand", "deze", "vandaag", "lijst", "van", "今週", "今月", "表",
    };

    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal) { "reason", "grund", "ursache", "motif", "raison", "motivo", "causale", "reden", "理由" };

    /// <summary>Whether all of a text's words say so: "Waste bags" is an item.</summary>
    internal static bool Says(string text)
    {
        if (text.Length is 0 or > 60)
        {
            return false;
        }

        var words = HeaderText.Normalize(text.ToLowerInvariant()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Moved.Contains) && words.All(word => Moved.Contains(word) || Fillers.Contains(word) || char.IsAsciiDigit(word[0]) || DateParts.IsMonth(word));
    }

    /// <summary>Whether columns tell why each thing went.</summary>
    internal static bool AskWhy(IEnumerable<string> headers) => headers.Any(header => header.Length is > 0 and <= 20 && Reasons.Contains(HeaderText.Normalize(header)));
}
