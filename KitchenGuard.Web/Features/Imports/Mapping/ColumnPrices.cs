using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Whose prices a column holds, and of what, by the prices and packs beside it.</summary>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="meanings">What each header may mean by itself.</param>
internal sealed class ColumnPrices(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence,
    IReadOnlyList<HeaderMeaning>[] meanings)
{
    /// <summary>The field of a column of money; null: the price of a case to the guests, which no item has.</summary>
    internal string? FieldOf(int column, HeaderMeaning meaning)
    {
        var isCase = headers[column].Unit?.Code is "case" or "box" or "crate";
        var field = meaning.IsBare && !isCase ? BareField(column) : IsPacksCost(column, meaning.Field) ? ItemField.CaseCost : meaning.Field;
        return !isCase || !ItemField.IsMoney(field) ? field : field == ItemField.SalePrice ? null : ItemField.CaseCost;
    }

    /// <summary>
    /// Whether prices contradict the others: nobody sells below cost, and no unit costs far more than the price per unit.
    /// </summary>
    internal bool AreForSomethingElse(int column, HeaderMeaning meaning) =>
        ComparesBadly(column, meaning) && !IsPacksCost(column, meaning.Field) && !IsAfterDiscount(column);

    /// <summary>Beside a price for the item, a shop's price per kg is for comparing only.</summary>
    internal bool AreForComparing(int column) => IsPerMeasure(column) && headers.Beside(column).Any(i => IsMoney(i) && !IsPerMeasure(i));

    /// <summary>Whose price a bare "price" is: a shop's catalogue shows what customers pay, and so does a price beside a cost.</summary>
    private string BareField(int column)
    {
        if (IsAfterDiscount(column))
        {
            return ItemField.UnitCost;
        }

        if (headers.Any(header => OfCellars.Contains(header.Key)))
        {
            // What was paid for what lies there.
            return ItemField.UnitCost;
        }

        if (headers.Any(header => Rated.Contains(header.Key)))
        {
            return ItemField.SalePrice;
        }

        if (IsMarginOf(column) && headers[column].Unit is null)
        {
            return ItemField.SalePrice;
        }

        if (headers[column].Unit?.Code == "keg")
        {
            return ItemField.UnitCost;
        }

        if (IsPerPack(column) || IsBesideEach(column))
        {
            return ItemField.CaseCost;
        }

        if (IsUnitCost(column) || (Others(column, ItemField.SalePrice) && !Others(column, ItemField.UnitCost)))
        {
            return ItemField.UnitCost;
        }

        var isShown = IsShops || HasOffers || IsMenu.Value || IsTills || PriceLists.Shows(column, headers, evidence, meanings)
            || headers.Beside(column).Any(i => IsPerMeasure(i) || IsOffer(i));
        return isShown || Others(column, ItemField.UnitCost) ? ItemField.SalePrice : ItemField.UnitCost;
    }

    /// <summary>What is earned is earned on what customers pay.</summary>
    private bool IsMarginOf(int column) =>
        headers.Any(header => HeaderText.HasAnyWord(header.Key, Margins)
            && !HeaderText.HasAnyWord(header.Key, "retailer", "dealer", "handler"))
        && !headers.Beside(column).Any(i => IsMoney(i));

    private static readonly string[] Margins =
    [
        "margin", "margins", "markup", "profit", "marge", "marges", "margen", "margine", "ricarico", "margem", "ganancia", "utilidad",
        "lucro", "gewinn", "aufschlag", "marza", "keuntungan", "laba",
    ];

    private static readonly string[] Shown =
    [
        "image", "images", "photo", "photos", "picture", "thumbnail", "badge", "handle", "slug", "seo", "happy", "takeaway", "takeout",
        "bild", "foto", "imagen", "immagine", "imagem", "gambar", "afbeelding", "billede", "bilde", "kuva", "zdjecie", "obrazek", "resim",
        "gorsel", "画像", "写真", "图片", "圖片", "사진", "이미지",
    ];

    /// <summary>Only customers rate what they buy, and are given discounts that are shown.</summary>
    private static readonly HashSet<string> Rated =
    [
        "rating", "ratings", "avg rating", "average rating", "rating count", "ratings count", "review count", "reviews count", "reviews",
        "num reviews", "number of reviews", "discounted price", "discount price",
    ];

    /// <summary>A list of what a shop or a menu shows to its customers: with images, or prices by the glass.</summary>
    internal bool IsShops { get; } = headers.Any(header => HeaderText.HasAnyWord(header.Key, Shown) || IsPoured(header.Key))
        || (headers.Any(header => HeaderText.HasAnyWord(header.Key, "menu", "cardapio", "speisekarte"))
            && !headers.Any(header => HeaderText.HasAnyWord(header.Key, OfRecipes)))
        || headers.Any(header => OfTills.Contains(header.Key) || header.Key.Contains("伝票番号", StringComparison.Ordinal))
        || Enumerable.Range(0, headers.Count)
            .Any(i => evidence[i].Filled > 1 && Offered.Contains(headers[i].Key) && evidence[i].Values.All(ColumnFit.IsFlag))
        || (headers.Any(header => header.Key is "variation name" or "variations")
            && headers.Any(header => header.Key is "token" or "tax rate" or "tax rate percent"));

    /// <summary>Suppliers have offers as well, of packs.</summary>
    private bool HasOffers { get; } = headers.Any(header => HeaderText.HasAnyWord(header.Key, "promo", "promotion"))
        && !meanings.Any(found => found is [{ Field: ItemField.PackSize or ItemField.CaseSize, Strength: >= 0.6m }, ..]);

    /// <summary>Prices beside what a till scans or types in, in a list that says nothing of who delivers what in which packs.</summary>
    private bool IsTills { get; } = (headers.Any(header => header.Key is "plu" or "plu code" or "plu no" or "plu number")
        || meanings.Any(found => found is [{ Field: ItemField.Barcode, Strength: >= 0.8m }, ..]))
        && !meanings.Any(found => found is [{ Strength: >= 0.6m, Field: { } field }, ..] && OfStores.Contains(field))
        && !headers.Any(header => HeaderWords.Says(header.Key, Word.Purchase) || HeaderWords.Says(header.Key, Word.Net)
            || HeaderWords.Says(header.Key, Word.Case) || HeaderWords.Says(header.Key, Word.Wrapping)
            || HeaderText.HasAnyWord(header.Key, "ht", "order"));

    /// <summary>What only a list says that is kept for buying and storing.</summary>
    private static readonly HashSet<string> OfStores =
    [
        ItemField.Supplier, ItemField.CaseSize, ItemField.CaseCost, ItemField.PackSize, ItemField.ParLevel, ItemField.ExpiresOn,
        ItemField.StorageArea, ItemField.LotCode,
    ];

    /// <summary>What guests order from.</summary>
    internal Lazy<bool> IsMenu { get; } = new(() => MenuEvidence.Says(headers, evidence, meanings));

    /// <summary>What tills ask of the things that are sold with them.</summary>
    private static readonly HashSet<string> OfTills =
    [
        "on sale in online store", "track inventory", "square online item visibility", "item visibility", "sellable", "available for sale",
        "sold online", "skip detail screen in pos",
    ];

    /// <summary>What collectors' programs note of a cellar.</summary>
    private static readonly HashSet<string> OfCellars =
    [
        "iwine", "i wine", "user cellar count", "wine barcode", "my value", "begin consume", "bottles in cellar",
    ];

    /// <summary>Whether guests can have it today.</summary>
    private static readonly HashSet<string> Offered =
    [
        "available", "is available", "isavailable", "availability", "disponible", "disponibile", "disponivel", "verfugbar", "beschikbaar",
        "dostepny", "dostepne", "dostupne", "tersedia", "mevcut", "saatavilla", "tillganglig", "tilgjengelig",
    ];

    /// <summary>What a menu's things are made of has the house's prices.</summary>
    internal static readonly string[] OfRecipes =
    [
        "ingredient", "ingredients", "ingrediente", "ingredientes", "ingredienti", "zutat", "zutaten", "ingredienten", "recipe", "receta",
        "recette", "rezept", "ricetta", "receita", "recept",
    ];

    /// <summary>
    /// Beside a price that is not below it, a "sale price" is that of a special offer: nobody sells for less than things cost.
    /// </summary>
    internal bool IsOffer(int column) =>
        headers[column].Key.EndsWith("sale price", StringComparison.Ordinal) && evidence[column].Mean is var mean
        && headers.Beside(column).Any(i => (headers[i].Key.EndsWith("regular price", StringComparison.Ordinal)
            || (meanings[i].Any(meaning => meaning is { IsBare: true, Strength: > HeaderMeaning.Weak }) && headers[i].Unit is null
                && evidence[i].Mean >= mean)));

    private static readonly string[] Discounts =
    [
        "discount", "discounts", "disc", "rabatt", "rab", "sconto", "sconti", "descuento", "dto", "dcto", "desconto", "remise", "rem",
        "korting",
    ];

    private bool HasDiscounts { get; } = headers.Any(header => HeaderText.HasAnyWord(header.Key, Discounts));

    /// <summary>Beside a discount and a lower net price, what the supplier lists is not what the house pays.</summary>
    internal bool IsBeforeDiscount(int column) => HasDiscounts && !HeaderWords.Says(headers[column].Key, Word.Net)
        && headers.Beside(column).Any(i => IsNet(i) && evidence[i].Mean < evidence[column].Mean);

    /// <summary>The net price beside a discount and the price that it is taken from.</summary>
    internal bool IsAfterDiscount(int column) => HasDiscounts && IsNet(column)
        && headers.Beside(column).Any(i => IsMoney(i) && !IsNet(i) && evidence[i].Mean > evidence[column].Mean);

    private bool IsNet(int column) =>
        HeaderWords.Says(headers[column].Key, Word.Net) && !meanings[column].Any(meaning => meaning.Field == ItemField.SalePrice);

    /// <summary>"Takeaway price", "online price": what some of the guests pay, where another price says what all do.</summary>
    internal bool IsOfChannel(int column) => Channels.Any(channel => HeaderText.HasWord(headers[column].Key, channel))
        && headers.Beside(column)
            .Any(i => IsMoney(i) && !Channels.Any(channel => HeaderText.HasWord(headers[i].Key, channel))
                && meanings[i].Any(meaning => meaning.IsBare || meaning.Field == ItemField.SalePrice));

    /// <summary>Beside what the house pays, a "wholesale price" is what it asks of other traders.</summary>
    internal bool IsToTraders(int column) =>
        HeaderText.HasAnyWord(headers[column].Key, "wholesale", "trade", "mayorista", "mayoreo", "gros", "grosshandel", "ingrosso",
            "atacado", "groothandel", "hurtowa", "hurt", "toptan", "grosir")
        && headers.Beside(column)
            .Any(i => evidence[i].Filled > 0 && HeaderWords.Says(headers[i].Key, Word.Cost)
                && meanings[i] is [{ Field: ItemField.UnitCost, Strength: >= 0.8m }, ..]);

    /// <summary>A shop's customers pay the price with the tax in it.</summary>
    internal bool IsShopsUntaxed(int column) => IsShops && IsUntaxed(column) && headers.Beside(column).Any(i => IsTaxed(i) && IsMoney(i));

    private bool IsTaxed(int column) =>
        HeaderWords.Says(headers[column].Key, Word.Gross) || HeaderText.HasAnyWord(headers[column].Key, "ttc", "ivata")
            || (HeaderWords.Says(headers[column].Key, Word.Tax) && HeaderWords.Says(headers[column].Key, Word.With));

    private bool IsUntaxed(int column) =>
        HeaderWords.Says(headers[column].Key, Word.Net) || HeaderText.HasWord(headers[column].Key, "ht")
            || (HeaderWords.Says(headers[column].Key, Word.Tax) && HeaderWords.Says(headers[column].Key, Word.Without));

    private static readonly string[] Channels =
    [
        "takeaway", "takeout", "online", "web", "delivery", "catering", "lieferando", "mostrador", "balcao", "theken",
    ];

    /// <summary>A list with prices by the glass is the guests'.</summary>
    private static bool IsPoured(string key) =>
        Array.Exists(key.Split(' '), word => Glasses.Contains(word) || Pours.Contains(word))
            && HeaderText.HasAnyWord(key, "price", "preis", "prix", "precio", "prezzo", "preco", "prijs");

    /// <summary>Nothing but the glass that is poured.</summary>
    internal static bool IsGlass(string key) =>
        Glasses.Contains(key) || key is "by glass" or "by the glass" or "btg" or "au verre" or "glasses";

    /// <summary>As much of a bottle as is poured.</summary>
    private static readonly string[] Pours =
    [
        "2cl", "4cl", "5cl", "6cl", "20ml", "25ml", "30ml", "35ml", "40ml", "45ml", "50ml", "60ml", "1oz", "2oz",
    ];

    private static readonly string[] Glasses = ["glass", "glas", "verre", "copa", "calice", "taca", "copo", "pour"];

    /// <summary>Beside a pack and a "cost per unit" that is not above it, a "cost" is the pack's.</summary>
    private bool IsPacksCost(int column, string? field) =>
        IsOfPurchase(column, field) || (field == ItemField.UnitCost && !SaysPerUnit(column) && headers[column].Unit is null
        && headers[column].Key is "cost" or "costs" or "purchase cost" or "purchase price" or "kosten" or "cout" or "costo" or "coste"
            or "custo" or "price"
        && evidence[column].Mean is { } mean && headers.Beside(column).Any(i => SaysPerUnit(i) && IsMoney(i) && evidence[i].Mean <= mean)
        && meanings.Any(found => found.Any(meaning => meaning is { Field: ItemField.PackSize or ItemField.CaseSize, Strength: >= 0.6m })));

    /// <summary>"Purchase cost" beside "purchase qty" and "purchase unit": 21.50 for 50 lb.</summary>
    private bool IsOfPurchase(int column, string? field) =>
        field == ItemField.UnitCost && !SaysPerUnit(column) && headers[column].Unit is null
            && HeaderWords.Says(headers[column].Key, Word.Purchase)
        && ((headers.Any(header => HeaderGrammar.IsOnly(header.Key, Word.Purchase, Word.Quantity)
            && HeaderWords.Says(header.Key, Word.Quantity))
                && headers.Any(header => HeaderWords.Says(header.Key, Word.Purchase) && HeaderWords.Says(header.Key, Word.Unit)))
            || (Enumerable.Range(0, headers.Count)
                .Any(i => HeaderWords.Says(headers[i].Key, Word.Purchase) && HeaderWords.Says(headers[i].Key, Word.Unit)
                    && AreOfMany(evidence[i]))
                && headers.Any(header => HeaderWords.Says(header.Key, Word.Unit) && HeaderWords.Says(header.Key, Word.Counted))));

    /// <summary>"Case of 48".</summary>
    private static bool AreOfMany(ColumnEvidence cells) =>
        cells.Filled > 0 && cells.Values
            .Count(value => PackText.TryRead(CellText.Line(value), new NumberFormat('.', false), out var pack)
                && pack.Count > 1) * 10 >= cells.Distinct * 6;

    /// <summary>
    /// Nobody sells for less than things cost: a "price per unit" that is not above a cost is one, and a cost far above it is a pack's.
    /// </summary>
    internal bool IsUnitCost(int column) =>
        IsMoney(column) && SaysPerUnit(column) && evidence[column].Mean is { } mean
            && Costs(column).Any(cost => evidence[cost].Mean >= mean);

    /// <summary>A price below all costs is no sale price, a cost far above a price per unit is no unit's.</summary>
    private bool ComparesBadly(int column, HeaderMeaning meaning)
    {
        if (evidence[column].Mean is not { } mean || SaysPerUnit(column) || meaning.Field == ItemField.CaseCost
            || headers[column].Unit is not null)
        {
            return false;
        }

        var isPacks = meaning.Field == ItemField.UnitCost && headers.Beside(column).Any(i => IsUnitCost(i) && evidence[i].Mean * 2 < mean);
        return isPacks || (meaning.IsBare && Costs(column).Any() && Costs(column).All(cost => AreAbove(cost, column)));
    }

    /// <summary>Whether the prices of one column are above another's, by the rows that have both.</summary>
    private bool AreAbove(int column, int other)
    {
        var pairs = evidence[column].Early.Where(price => evidence[other].Early.ContainsKey(price.Key))
            .Select(price => price.Value - evidence[other].Early[price.Key]).ToList();
        return pairs.Count > 0 ? pairs.Sum() > 0 : evidence[column].Mean > evidence[other].Mean;
    }

    private static readonly string[] PerUnit =
    [
        " per unit", " each", " per piece", " per item", " unitario", " unitaire", " por unidad", " pro stuck", " per stuk",
    ];

    private bool SaysPerUnit(int column) =>
        headers[column].Key is "each" or "ea" || headers[column].Key.StartsWith("unit ", StringComparison.Ordinal)
            || Array.Exists(PerUnit, end => headers[column].Key.EndsWith(end, StringComparison.Ordinal));

    private IEnumerable<int> Costs(int column) =>
        Others(column, meaning => meaning is { Field: ItemField.UnitCost, Strength: >= 0.6m, IsBare: false });

    internal IEnumerable<int> Others(int column, Func<HeaderMeaning, bool> mean) =>
        headers.Beside(column).Where(i => headers[i] is { Unit: null, Times: 1 } && meanings[i].Any(mean));

    /// <summary>"Flour, 1000, g, 1.20": a price beside how much is bought for it, in a list that counts nothing.</summary>
    private bool IsPerPack(int column) => !SaysPerUnit(column) && headers[column].Unit is null
        && !meanings.Any(found => found is [{ Field: ItemField.Quantity }, ..])
        && headers.Beside(column)
            .Any(i => Amounts.Contains(headers[i].Key) && evidence[i].Share(evidence[i].Numbers) >= 0.9m
                && !ColumnContradictions.LookLikeMoney(evidence[i]))
        && Enumerable.Range(0, headers.Count)
            .Any(i => meanings[i] is [{ Field: ItemField.Unit }, ..]
                && evidence[i].Values
                    .Count(value => Unit.TryParse(value, out var unit)
                        && unit.Kind is UnitKind.Weight or UnitKind.Volume) * 2 >= evidence[i].Distinct);

    /// <summary>"Pack, Price, Each": 24, 12.00, 0.50.</summary>
    private bool IsBesideEach(int column) => !SaysPerUnit(column) && headers[column].Unit is null && evidence[column].Mean is { } mean
        && headers.Beside(column).Any(i => SaysPerUnit(i) && IsMoney(i) && evidence[i].Mean * 2 <= mean)
        && Enumerable.Range(0, headers.Count)
            .Any(i => meanings[i].Any(meaning => meaning is { Field: ItemField.PackSize or ItemField.CaseSize, Strength: >= 0.6m })
                && evidence[i] is { Largest: > 1 } packs && packs.WholeNumbers * 10 >= packs.Filled * 9);

    private static readonly HashSet<string> Amounts =
    [
        "weight", "net weight", "pack weight", "amount", "content", "contents", "volume", "size", "pack size", "package size",
        "purchase size", "pack quantity", "gewicht", "inhalt", "packungsgrosse",
        "poids", "contenance", "conditionnement", "peso", "contenido", "tamano", "formato", "peso netto", "contenuto", "conteudo", "inhoud",
        "容量", "内容量",
    ];

    /// <summary>Whether another column says for certain that it is a field's, for the item itself.</summary>
    private bool Others(int column, string field) => Enumerable.Range(0, headers.Count).Any(i => i != column
        && meanings[i].Any(meaning => meaning.Field == field && meaning.Strength >= 0.6m && !meaning.IsBare) && !IsPerMeasure(i)
            && !IsOffer(i) && !IsOfChannel(i));

    internal bool IsPerMeasure(int column) => headers[column].Unit is { Kind: UnitKind.Weight or UnitKind.Volume } && IsMoney(column);

    internal bool IsMoney(int column) => meanings[column].Any(meaning => ItemField.IsMoney(meaning.Field));
}
