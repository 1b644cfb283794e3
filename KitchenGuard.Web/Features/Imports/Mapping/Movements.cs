namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Tells a list of what came and went, line by line, from a list of what is there: "Type" over "Delivery", "Used", "Waste".
/// </summary>
internal static class Movements
{
    private static readonly HashSet<string> Titles =
    [
        "type", "movement", "movement type", "transaction", "transaction type", "action", "event", "reason", "operation", "change type",
        "stock movement", "art", "bewegung", "bewegungsart", "vorgang", "buchungsart", "grund",
        "tipo", "tipo movimiento", "tipo de movimiento", "movimiento", "operacion", "mouvement", "type de mouvement", "type mouvement",
        "motif", "movimento", "tipo movimento", "causale", "tipo de movimento", "soort", "mutatie", "reden",
    ];

    private static readonly HashSet<string> Kinds =
    [
        "delivery", "deliveries", "delivered", "received", "receipt", "receive", "purchase", "purchased", "used", "usage", "use", "sale",
        "sales", "sold", "waste", "wasted", "spoilage", "spoiled", "breakage", "transfer", "transfer in", "transfer out",
        "adjustment", "adjust", "correction", "count", "stocktake", "stock take", "opening", "return", "returned", "production", "in",
        "out", "issue", "issued", "loss", "theft", "staff meal", "expired", "damaged",
        "lieferung", "wareneingang", "zugang", "abgang", "verbrauch", "verkauf", "verderb", "bruch", "schwund", "inventur", "korrektur",
        "umlagerung", "retoure", "eingang", "ausgang",
        "livraison", "reception", "entree", "sortie", "utilise", "consommation", "vente", "perte", "casse", "inventaire", "ajustement",
        "transfert", "retour", "achat",
        "entrega", "compra", "entrada", "salida", "consumo", "venta", "merma", "ajuste", "inventario", "traspaso", "devolucion",
        "recepcion", "saida", "venda", "perda", "quebra", "contagem", "transferencia",
        "consegna", "acquisto", "carico", "scarico", "vendita", "scarto", "rottura", "rettifica", "trasferimento", "reso", "levering",
        "inkoop", "verbruik", "verkoop", "verspilling", "telling", "correctie",
    ];

    /// <returns>The column that says why; -1: it is no such list.</returns>
    internal static int KindsOf(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence) =>
        Enumerable.Range(0, headers.Count)
            .FirstOrDefault(i => Titles.Contains(headers[i].Key) && evidence[i] is { Distinct: > 1 and <= 30 } cells
            && cells.Values.Count(value => Kinds.Contains(HeaderText.Normalize(value))) * 5 >= cells.Distinct * 4, -1);
}
