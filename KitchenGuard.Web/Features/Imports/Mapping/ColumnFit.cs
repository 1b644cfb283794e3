using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Compares what a header says with what its column's values are.</summary>
internal sealed class ColumnFit(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, string department)
{
    private readonly CountFit _counts = new(headers, evidence);
    private readonly PackFit _packs = new(headers, evidence, department);

    /// <summary>"Preis (Glas)" is a jar's in a kitchen, and in a bar what is poured.</summary>
    internal bool IsPoured(int column) => department == "bar" && headers[column].Unit?.Code is "jar";

    /// <summary>Whether what stands under a word that may mean something else are units.</summary>
    internal bool AreUnits(int column) => _counts.AreUnits(column);

    /// <summary>The field that the values allow: the same, a neighbour (a "unit" of "500 g" is a pack), or none.</summary>
    internal string? Adjust(int column, string field)
    {
        var cells = evidence[column];
        if (cells.Filled == 0)
        {
            if (HeaderWords.Says(headers[column].Key, Word.Weight))
            {
                return null;
            }

            if (field == ItemField.Sku && headers[column].Key is "id" or "uuid" or "guid")
            {
                // Empty, a program will fill it in.
                return null;
            }

            return field is ItemField.BottleSize && department == "kitchen" && headers[column].Key == "size" ? ItemField.PackSize : field;
        }

        if ((!ItemField.IsNumber(field) && IsYesOrNo(cells)) || ColumnContradictions.SpeakAgainst(field, cells)
            || (field == ItemField.LotCode && !SaysNumber(column) && ColumnContradictions.AreLotSizes(cells)))
        {
            return null;
        }

        if (field == ItemField.Quantity && SalesReports.IsBareQuantity(headers[column].Key)
            && cells.Share(cells.Volumes + cells.Weights) >= 0.8m && _counts.IsCountedBeside(column))
        {
            // "Quantity" of 400 g beside how many there are.
            field = ItemField.PackSize;
        }

        if (field == ItemField.Quantity && department == "bar" && HeaderWords.Says(headers[column].Key, Word.Bottle) && cells.Volumes > 0
            && cells.Share(cells.Volumes + cells.Numbers) >= 0.9m)
        {
            // "1L", "750", "1.75" under "Btl".
            field = ItemField.BottleSize;
        }

        if (field == ItemField.Quantity && department == "bar" && SalesReports.IsBareQuantity(headers[column].Key) && AreServed(cells))
        {
            field = ItemField.BottleSize;
        }

        var measured = cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.PerUnit) + (field == ItemField.Quantity
            ? cells.Share(cells.Compounds)
            : 0);
        return field switch
        {
            ItemField.Abv => cells.Share(cells.Numbers) >= 0.5m && cells.Largest <= 100 && IsPercentOrFraction(column, cells)
                ? field
                : null,
            // "250" beside "g" is how much is in it.
            ItemField.CaseSize when HeaderWords.Says(headers[column].Key, Word.Quantity)
                && !HeaderWords.Says(headers[column].Key, Word.Case) && !HeaderWords.Says(headers[column].Key, Word.Purchase)
                && _counts.AreMeasured(column) => null,
            ItemField.CaseSize when measured < 0.5m || cells.Share(cells.Volumes + cells.Weights) >= 0.5m => ItemField.PackSize,
            ItemField.Quantity when SaysWhether(column, cells) => null,
            // A Vietnamese quantity, or the running number of an Indian list.
            ItemField.Quantity when headers[column].Key == "sl" && cells.Sequential * 10 >= cells.Filled * 8 => null,
            ItemField.Quantity when measured >= 0.2m && CountFit.AreSpoken(cells) => field,
            _ when ItemField.IsNumber(field) => measured > 0.5m || HasCounts(cells) || (measured == 0.5m
                && (cells.Filled < 4 || (field == ItemField.Quantity && cells.Volumes + cells.Weights == 0))) ? field : null,
            // "Unknown" and "none" are left empty one by one.
            ItemField.ExpiresOn => cells.Dates + cells.DaySerials + cells.CompactDates is > 0 and var dates
                && dates * 2 >= cells.Filled - (dates > 1 ? cells.Words : 0) ? field
                : AreMonths(cells) ? field : null,
            ItemField.Unit => _counts.AdjustUnit(column),
            // "Liter" may be how many there are: bottles come in few sizes.
            ItemField.BottleSize when HeaderText.Litres.Contains(headers[column].Key) && cells.Share(cells.Volumes) < 0.5m
                && BareSizes.UnitOf(cells) != "l" => null,
            ItemField.BottleSize => _packs.AdjustSize(column, cells),
            ItemField.PackSize => _packs.AdjustPack(column, cells),
            ItemField.Name => cells.Share(cells.Numbers) < 0.9m && cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.UnitNames) < 0.95m ? field : null,
            ItemField.Barcode => CodeFit.MayBeBarcodes(headers[column].Key, cells) ? field : null,
            ItemField.Sku => CodeFit.IsCode(headers[column].Key, cells) ? field : null,
            // "Corfu, Greece" is where a wine comes from.
            ItemField.Supplier when headers[column].Key == "source"
                && cells.Values.Count(value => value.Contains(", ", StringComparison.Ordinal)) * 2 >= cells.Distinct => null,
            ItemField.Category when IsNumbered(headers[column].Key) => cells.Share(cells.Words) >= 0.9m && cells.Characters > 2L * cells.Filled ? field : null,
            ItemField.Category when Colours.Contains(headers[column].Key) => AreWineColours(cells) ? field : null,
            // "Bodegas Muga", "Chivite": another one for nearly each wine is who made it.
            ItemField.StorageArea when headers[column].Key is "cellar" or "bodega" or "cantina" or "cave" && cells is { Filled: >= 6 }
                && cells.Distinct * 10 >= cells.Filled * 6 && cells.Share(cells.Words) >= 0.8m => ItemField.Brand,
            ItemField.StorageArea when cells.Share(cells.Numbers) >= 0.9m => _counts.AdjustPlace(column),
            // "Food > Beverages > Spirits > Gin".
            ItemField.Category when cells.Values.All(value => value.Contains(" > ", StringComparison.Ordinal)) => field,
            ItemField.Category or ItemField.Supplier or ItemField.Brand or ItemField.StorageArea =>
                cells.Characters <= 60L * cells.Filled && cells.Share(cells.Numbers) < 0.9m ? field : null,
            _ => field,
        };
    }

    /// <summary>What values prove under a header that says nothing: a column of "750 ml" is a bottle size whatever its title.</summary>
    internal string? ByValuesAlone(int column, IReadOnlyList<HeaderMeaning> known)
    {
        var cells = evidence[column];
        if (cells.Filled < 2)
        {
            return null;
        }

        if (Strengths.Contains(headers[column].Key) && (cells.Share(cells.Percents) >= 0.9m || AreStrengths(cells)) && cells.Largest <= 96)
        {
            return ItemField.Abv;
        }

        if (known.Count == 0 && IsMarketAverage(column, cells))
        {
            return ItemField.UnitCost;
        }

        // "Bottle" says how many or how large.
        var open = known.Count == 0 || known is [{ Field: ItemField.Quantity, Strength: 0.6m }, ..];
        if (headers[column].Key.Length == 0 && cells.Filled >= 4 && cells.Share(cells.UnitNames) >= 0.6m
            && cells.Share(cells.UnitNames + cells.Volumes + cells.Weights) >= 0.9m)
        {
            return ItemField.Unit;
        }

        return open && cells.Share(cells.Volumes) >= 0.9m ? (department == "bar" ? ItemField.BottleSize : ItemField.PackSize)
            : known.Count == 0 && CodeFit.AreBarcodes(cells) ? ItemField.Barcode : null;
    }

    /// <summary>33, 50, 33, 75 under "quantity": nobody has nothing but such counts, and bottles come in such centilitres.</summary>
    private static bool AreServed(ColumnEvidence cells) =>
        cells is { Filled: >= 8, Distinct: >= 2 and <= 8 } && cells.WholeNumbers == cells.Filled && cells.Distinct * 2 <= cells.Filled
            && BareSizes.UnitOf(cells) == "cl";

    /// <summary>Of a market's prices, the mean of the least and the most is what things cost.</summary>
    private bool IsMarketAverage(int column, ColumnEvidence cells) =>
        cells.Share(cells.WithCurrency) >= 0.9m && HeaderGrammar.IsOnly(headers[column].Key, Word.Average)
        && headers.Any(header => HeaderGrammar.IsOnly(header.Key, Word.Minimum))
            && headers.Any(header => HeaderGrammar.IsOnly(header.Key, Word.Maximum));

    private static readonly HashSet<string> Strengths =
    [
        "strength", "strength percent", "percentage", "percent", "prozent", "starke", "percentuale", "porcentaje", "pourcentage", "sterkte",
        "degree", "grau", "moc",
    ];

    /// <summary>Margins and discounts are whole or high; of what is drunk some have 12.5 and few have more than 60.</summary>
    private bool AreStrengths(ColumnEvidence cells) =>
        department == "bar" && cells.Share(cells.Numbers) >= 0.9m && cells.Distinct > 2 && cells.WholeNumbers < cells.Filled
            && cells.Mean is >= 3 and <= 60;

    private static readonly HashSet<string> Flags = new(
        ["y", "n", "yes", "no", "true", "false", "ja", "nein", "nee", "oui", "non", "si", "sí", "sì", "sim", "não", "nao", "x", "on", "off",
            "0", "1", "はい", "いいえ", "有", "無"],
        StringComparer.OrdinalIgnoreCase);

    internal static bool IsFlag(string value) => Flags.Contains(value.Trim());

    private static bool IsYesOrNo(ColumnEvidence cells) =>
        cells.Filled >= 3 && cells.Distinct <= 2 && cells.Values.All(IsFlag) && cells.Values.Any(value => value.Trim() is not ("0" or "1"));

    /// <summary>Whether 0.5 means half a percent or a half must be certain.</summary>
    private bool IsPercentOrFraction(int column, ColumnEvidence cells) =>
        cells.Largest > 1 || cells.Percents > 0 || cells.LooksLikeFraction
            || headers[column].Key.Contains("percent", StringComparison.Ordinal);

    /// <summary>"Batch no" is a number even where it starts at 1 for each item; a bare "batch" may be how many make one.</summary>
    private bool SaysNumber(int column) =>
        HeaderWords.Says(headers[column].Key, Word.Number) || HeaderWords.Says(headers[column].Key, Word.Code)
            || headers[column].Key.EndsWith(" no", StringComparison.Ordinal);

    private static bool HasCounts(ColumnEvidence cells) => cells.Filled < 3 && cells.Numbers > 0;

    /// <summary>Nothing but 0 and 1 under "in stock" says whether, not how many.</summary>
    private bool SaysWhether(int column, ColumnEvidence cells) =>
        cells is { Filled: >= 3, Distinct: <= 2, Largest: <= 1 } && cells.WholeNumbers == cells.Filled
        && headers[column].Key is "in stock" or "instock" or "available" or "en stock" or "disponible" or "disponibile" or "disponivel"
            or "verfugbar" or "vorratig" or "op voorraad" or "beschikbaar";

    /// <summary>"02/2028" in all cells means the ends of months; beside days nobody knows what it means.</summary>
    internal static bool AreMonths(ColumnEvidence cells) => cells.Dates + cells.DaySerials + cells.CompactDates == 0 && cells.Distinct > 0
        && cells.Values.Count(value => DateText.ReadMonth(value).State == DateState.Read) * 10 >= cells.Distinct * 7;

    /// <summary>"Category id", "category slug": of a program, unless its values are words.</summary>
    private static bool IsNumbered(string key) => HeaderWords.Says(key, Word.Number) || HeaderText.HasAnyWord(key, "slug", "key");

    private static readonly HashSet<string> Colours = ["color", "colour", "couleur", "farbe", "weinfarbe", "kleur", "cor", "colore"];

    private static readonly HashSet<string> WineColours = new(
        ["red", "white", "rose", "rosé", "orange", "sparkling", "rouge", "blanc", "rosso", "bianco", "rosato", "tinto", "blanco", "rosado",
            "branco", "rot", "weiß", "weiss", "rood", "wit", "赤", "白", "ロゼ"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A wine's colour is its category; that of a plate is not.</summary>
    internal static bool AreWineColours(ColumnEvidence cells) =>
        cells.Values.Count(value => WineColours.Contains(value.Trim())) * 10 >= cells.Distinct * 6;
}
