using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Tells amounts that are not in stock: a bare "quantity" beside recipes, orders, invoices or customers is theirs.</summary>
internal static class OtherAmounts
{
    private static readonly HashSet<string> Owners =
    [
        "recipe", "receta", "recette", "rezept", "ricetta", "receita", "recept", "przepis", "レシピ", "invoice", "factura", "facture", "rechnung", "fattura", "fatura", "factuur",
        "transaction", "receipt", "customer", "order", "bestellung", "pedido", "commande", "ordine", "bestelling",
    ];

    private static readonly HashSet<string> Identities = ["id", "no", "nr", "number", "name", "code", "title", "nombre", "nom", "nome", "naam", "numero", "nummer", "de", "del", "la", "min"];

    /// <param name="headers">All headers of the table.</param>
    internal static bool Are(IReadOnlyList<HeaderText> headers) => headers.Any(header => NamesOwner(header.Key));

    /// <summary>"Recipe", "Order No", "Nombre de la receta": who or what, and nothing more.</summary>
    private static bool NamesOwner(string key)
    {
        var words = key.Split(' ');
        return words.Any(Owners.Contains) && words.All(word => Owners.Contains(word) || Identities.Contains(word)) && (words.Length > 1 || words[0] is not ("order" or "pedido" or "commande" or "ordine" or "bestellung" or "bestelling"));
    }

    /// <summary>Whether "amount" can only mean how many there are: beside units, in a list without any money.</summary>
    internal static bool AmountIsStock(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings) =>
        Enumerable.Range(0, headers.Count).Any(i => meanings[i] is [{ Field: ItemField.Unit }, ..] && evidence[i].Share(evidence[i].UnitNames) >= 0.5m)
        && !meanings.Any(found => found.Any(meaning => ItemField.IsMoney(meaning.Field) || meaning is { Field: ItemField.Quantity, Strength: > HeaderMeaning.Weak }));
}
