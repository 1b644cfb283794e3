using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Whether a list does little but show prices: of the 45 such lists that people kept and we looked at, nearly all had what guests or
/// customers pay.
/// </summary>
internal static class PriceLists
{
    /// <summary>What only a house says that stores or buys what it lists. A shop counts as well.</summary>
    private static readonly HashSet<string> OfTheHouse =
    [
        ItemField.Unit, ItemField.PackSize, ItemField.BottleSize, ItemField.CaseSize, ItemField.CaseCost, ItemField.UnitCost,
            ItemField.Supplier, ItemField.ParLevel, ItemField.ParCases,
        ItemField.StorageArea, ItemField.ExpiresOn, ItemField.LotCode,
    ];

    private static readonly string[] Bought =
    [
        "ingredient", "ingredients", "ingrediente", "ingredientes", "ingredienti", "zutat", "zutaten", "ingredienten", "insumo", "insumos",
        "raw", "material", "materia", "rohstoff", "recipe", "receta", "recette", "rezept", "ricetta",
        "receita", "recept", "po", "invoice", "rechnung", "facture", "factura", "fattura", "fatura", "purchase", "purchased", "date",
        "datum", "fecha", "data", "vendor", "store", "shop", "原料", "材料", "食材",
    ];

    /// <summary>A price without tax, for one of something, of a supplier's list, or not certain.</summary>
    private static readonly string[] Qualified =
    [
        "ht", "puht", "pu", "your", "list", "listenpreis", "listino", "lista", "liste", "unit", "unitaire", "unitario", "einzeln",
        "einzelpreis", "stuckpreis", "reference", "referencia", "rate", "valor", "wert", "value", "単価",
    ];

    private static readonly Word[] Qualifiers = [Word.Net, Word.Without, Word.Gross, Word.Tax, Word.Estimated, Word.Average, Word.Purchase,
        Word.Per, Word.Unit];

    /// <summary>What nobody sells over a counter as it is, and every kitchen buys.</summary>
    private static readonly HashSet<string> Staples =
    [
        .. WordLists.Of("""
            flour|bread flour|plain flour|sugar|brown sugar|salt|rice|oats|milk|whole milk|butter|eggs|egg|onion|onions|red onion|garlic|
            potato|potatoes|carrot|carrots|tomato|tomatoes|olive oil|oil|vegetable oil|vinegar|pepper|black pepper|pasta|lentils|chickpeas|
            honey|yeast|mehl|weizenmehl|zucker|salz|reis|haferflocken|milch|eier|zwiebeln|zwiebel|knoblauch|kartoffeln|karotten|mohren|
            tomaten|olivenol|rapsol|ol|essig|pfeffer|nudeln|linsen|honig|hefe|sahne|farine|sucre|sel|riz|lait|beurre|oeufs|oignon|oignons|
            ail|pommes de terre|carottes|tomates|huile|huile d olive|vinaigre|poivre|pates|lentilles|miel|levure|harina|azucar|sal|arroz|
            leche|mantequilla|huevos|cebolla|cebollas|ajo|patatas|papas|zanahoria|zanahorias|tomate|aceite|aceite de oliva|vinagre|pimienta|
            lentejas|farina|zucchero|sale|riso|burro|uova|cipolla|cipolle|aglio|patate|carote|pomodori|olio|olio d oliva|aceto|pepe|
            lenticchie|miele|lievito|farinha|acucar|leite|manteiga|ovos|cebolas|alho|batata|batatas|cenoura|cenouras|azeite|oleo|mel|bloem|
            suiker|zout|rijst|melk|boter|eieren|uien|knoflook|aardappelen|wortelen|olijfolie|azijn|peper|小麦粉|薄力粉|強力粉|砂糖|塩|米|牛乳|バター|卵|玉ねぎ|
            にんにく|じゃがいも|人参|にんじん|トマト|醤油|味噌|酢
            """),
    ];

    private const int OneOfSo = 3;

    /// <summary>
    /// Whether a bare price is what guests pay: no header and no value says anything of sizes, deliveries or recipes, and the list is not
    /// of raw food.
    /// </summary>
    internal static bool Shows(int price, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence,
        IReadOnlyList<HeaderMeaning>[] meanings) =>
        IsPlain(headers[price]) && evidence[price].PerUnit == 0
            && Enumerable.Range(0, headers.Count).All(i => i == price || SaysNothingOfTheHouse(headers[i], evidence[i], meanings[i]));

    /// <summary>The same of prices by size, side by side.</summary>
    internal static bool Shows(Pivot pivot, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence) =>
        pivot.Columns.All(column => column.Field == ItemField.UnitCost)
        && Enumerable.Range(0, headers.Count)
            .All(i => pivot.Columns.Any(column => column.Column == i + 1)
                || SaysNothingOfTheHouse(headers[i], evidence[i], HeaderAliases.Meanings(headers[i].Key)));

    private static bool SaysNothingOfTheHouse(HeaderText header, ColumnEvidence cells, IReadOnlyList<HeaderMeaning> meanings) =>
        cells.Filled == 0 || (header.Key.Length == 0 && cells.Sequential + 1 >= cells.Filled)
        || (header is { Key.Length: > 0, Unit: null } && !Says(meanings) && !HeaderText.HasAnyWord(header.Key, Bought)
            && (header.Key == "order" || !HeaderWords.Says(header.Key, Word.Purchase)) && !AreMeasured(cells) && !AreStaples(cells));

    private static bool IsPlain(HeaderText header) =>
        header.Unit is null && !HeaderText.HasAnyWord(header.Key, Qualified)
            && !Array.Exists(Qualifiers, word => HeaderWords.Says(header.Key, word)) && !CellText.HasDigit(header.Key);

    private static bool Says(IReadOnlyList<HeaderMeaning> found) =>
        found.Any(meaning => meaning is { IsBare: false, Strength: >= 0.45m, Field: { } field } && OfTheHouse.Contains(field));

    private static bool AreMeasured(ColumnEvidence cells) =>
        cells.PerUnit > 0 || cells.Share(cells.Volumes + cells.Weights + cells.UnitNames + cells.Dates) >= 0.3m;

    internal static bool AreStaples(ColumnEvidence cells) =>
        cells.Share(cells.Words) >= 0.5m
            && cells.Values.Count(value => Staples.Contains(HeaderText.Normalize(value))) * OneOfSo >= cells.Distinct;
}
