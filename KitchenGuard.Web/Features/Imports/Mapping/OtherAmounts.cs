using System.Globalization;
using System.Text.RegularExpressions;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Tells amounts that are not in stock: a bare "quantity" beside recipes, orders, invoices or customers is theirs.</summary>
internal static partial class OtherAmounts
{
    private static readonly HashSet<string> Owners =
    [
        "po", "grn", "lieferschein", "albaran", "remito", "bolla", "invoice", "factura", "facture", "rechnung", "fattura", "fatura",
        "factuur", "transaction", "receipt", "customer", "order", "bestellung", "pedido", "commande", "ordine", "bestelling",
    ];

    private static readonly HashSet<string> Recipes =
    [
        "recipe", "receta", "recette", "rezept", "ricetta", "receita", "recept", "przepis", "レシピ",
    ];

    private static readonly HashSet<string> Identities =
    [
        "id", "no", "nr", "number", "name", "code", "title", "nombre", "nom", "nome", "naam", "numero", "nummer", "de", "del", "la", "min",
    ];

    /// <param name="headers">All headers of the table.</param>
    internal static bool Are(IReadOnlyList<HeaderText> headers) =>
        headers.Any(header => Names(header.Key, Recipes))
            || headers.Take(2).Any(header => header.Key.Contains(' ', StringComparison.Ordinal) && Names(header.Key, Owners));

    /// <summary>"Recipe", "Nombre de la receta"; in front also "Order No": further right that is where the stock came from.</summary>
    private static bool Names(string key, HashSet<string> owners)
    {
        var words = key.Split(' ');
        return words.Any(owners.Contains) && words.All(word => owners.Contains(word) || Identities.Contains(word));
    }

    /// <summary>Whether nearly all amounts stand in the names beside them, as in "Water 6 x 1.5 l" and 6: what one pack holds.</summary>
    internal static bool StandInNames(ColumnEvidence amounts, ColumnEvidence names)
    {
        var told = amounts.Early.Where(amount => amount.Value != 1).ToList();
        return amounts.Sequential * 2 < amounts.Filled && told.Count >= 5 && told.Count * 2 >= amounts.Early.Count
            && told.Count(amount => names.EarlyTexts.TryGetValue(amount.Key, out var name)
                && Names(name, amount.Value)) * 10 >= told.Count * 8;
    }

    private static bool Names(string name, decimal amount) =>
        Number().Matches(name.Replace(',', '.')).Any(number => decimal.Parse(number.ValueSpan, CultureInfo.InvariantCulture) == amount);

    [GeneratedRegex("[0-9]{1,9}([.][0-9]{1,3})?")]
    private static partial Regex Number();

    private static readonly HashSet<string> Tasted =
    [
        "acidity", "tannin", "tannins", "body", "finish", "aftertaste", "aroma", "flavor", "flavour", "sweetness", "persistence",
        "intensity", "uniformity", "clean cup", "acidita", "tannini", "corpo",
        "acidez", "taninos", "cuerpo", "acidite", "tanins", "saure", "korper", "abgang",
    ];

    /// <summary>Whether the list says how things taste.</summary>
    internal static bool AreTasted(IReadOnlyList<HeaderText> headers) => headers.Count(header => Tasted.Contains(header.Key)) >= 2;

    /// <summary>
    /// Whether "amount" can only mean how many there are: beside units or dates of expiry, in a list without any money, or beside such
    /// dates and where things are kept.
    /// </summary>
    internal static bool AmountIsStock(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence,
        IReadOnlyList<HeaderMeaning>[] meanings) => IsOfLarder(evidence, meanings)
        || (Enumerable.Range(0, headers.Count)
            .Any(i => (meanings[i] is [{ Field: ItemField.Unit }, ..] && evidence[i].Share(evidence[i].UnitNames) >= 0.5m)
            || (meanings[i] is [{ Field: ItemField.ExpiresOn }, ..] && evidence[i].Share(evidence[i].Dates) >= 0.5m))
        && !meanings.Any(found => found
            .Any(meaning => ItemField.IsMoney(meaning.Field) || meaning is { Field: ItemField.Quantity, Strength: > HeaderMeaning.Weak })));

    private static bool IsOfLarder(IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings) =>
        Enumerable.Range(0, evidence.Count)
            .Any(i => meanings[i] is [{ Field: ItemField.ExpiresOn, Strength: >= 0.8m }, ..]
                && evidence[i].Share(evidence[i].Dates) >= 0.5m)
        && Enumerable.Range(0, evidence.Count)
            .Any(i => evidence[i].Filled > 0
                && meanings[i] is [{ Field: ItemField.StorageArea or ItemField.ReorderPoint or ItemField.LotCode, Strength: >= 0.8m }, ..])
        && !meanings.Any(found => found.Any(meaning => meaning is { Field: ItemField.Quantity, Strength: > HeaderMeaning.Weak }));
}
