using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Compares what a header says with what its column's values are.</summary>
internal sealed class ColumnFit(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, string department)
{
    /// <summary>"Preis (Glas)" is a jar's in a kitchen, and in a bar what is poured.</summary>
    internal bool IsPoured(int column) => department == "bar" && headers[column].Unit?.Code is "jar";

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

            return field is ItemField.BottleSize && department == "kitchen" && headers[column].Key == "size" ? ItemField.PackSize : field;
        }

        if ((!ItemField.IsNumber(field) && IsYesOrNo(cells)) || ColumnContradictions.SpeakAgainst(field, cells))
        {
            return null;
        }

        var measured = cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.PerUnit) + (field == ItemField.Quantity ? cells.Share(cells.Compounds) : 0);
        return field switch
        {
            ItemField.Abv => cells.Share(cells.Numbers) >= 0.5m && cells.Largest <= 100 && IsPercentOrFraction(column, cells) ? field : null,
            ItemField.CaseSize when measured < 0.5m => ItemField.PackSize,
            ItemField.Quantity when SaysWhether(column, cells) => null,
            _ when ItemField.IsNumber(field) => measured > 0.5m || HasCounts(cells) || (measured == 0.5m && (cells.Filled < 4 || (field == ItemField.Quantity && cells.Volumes + cells.Weights == 0))) ? field : null,
            ItemField.ExpiresOn => cells.Share(cells.Dates + cells.DaySerials + cells.CompactDates) >= 0.5m ? field : null,
            ItemField.Unit => AdjustUnit(column, cells),
            // "Liter" may be how many there are: bottles come in few sizes.
            ItemField.BottleSize when HeaderText.Litres.Contains(headers[column].Key) && cells.Share(cells.Volumes) < 0.5m && BareSizes.UnitOf(cells) != "l" => null,
            ItemField.BottleSize => AdjustSize(column, cells),
            ItemField.PackSize => AdjustPack(column, cells),
            ItemField.Name => cells.Share(cells.Numbers) < 0.9m && cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.UnitNames) < 0.95m ? field : null,
            ItemField.Sku => IsCode(column, cells) ? field : null,
            // "Corfu, Greece" is where a wine comes from.
            ItemField.Supplier when headers[column].Key == "source" && cells.Values.Count(value => value.Contains(", ", StringComparison.Ordinal)) * 2 >= cells.Distinct => null,
            ItemField.Category when Colours.Contains(headers[column].Key) => AreWineColours(cells) ? field : null,
            ItemField.StorageArea when cells.Share(cells.Numbers) >= 0.9m => NumberedPlace(column, cells),
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

        // "Bottle" says how many or how large.
        var open = known.Count == 0 || known is [{ Field: ItemField.Quantity, Strength: 0.6m }, ..];
        return open && cells.Share(cells.Volumes) >= 0.9m ? (department == "bar" ? ItemField.BottleSize : ItemField.PackSize)
            : known.Count == 0 && AreBarcodes(column) ? ItemField.Barcode : null;
    }

    private static readonly HashSet<string> Strengths =
        ["strength", "strength percent", "percentage", "percent", "prozent", "starke", "percentuale", "porcentaje", "pourcentage", "sterkte", "degree", "grau", "moc"];

    /// <summary>Margins and discounts are whole or high; of what is drunk some have 12.5 and few have more than 60.</summary>
    private bool AreStrengths(ColumnEvidence cells) => department == "bar" && cells.Share(cells.Numbers) >= 0.9m && cells.Distinct > 2 && cells.WholeNumbers < cells.Filled && cells.Mean is >= 3 and <= 60;

    /// <summary>Numbers with cents, of which hardly one is a half or quarter, are prices rather than counts.</summary>
    internal bool LooksLikeMoney(int column)
    {
        var cells = evidence[column];
        return cells.Share(cells.Points + cells.Commas) >= 0.5m
            && cells.Values.Count(value => value.TrimEnd() is [.., '.' or ',', var tenth, var cent] && (tenth, cent) is not (('0' or '5', '0') or ('2' or '7', '5'))) * 2 >= cells.Distinct;
    }

    /// <summary>Whether the column's codes have the check digits of barcodes.</summary>
    internal bool AreBarcodes(int column)
    {
        var values = evidence[column].Values;
        return values.Count >= 3 && values.Take(500).All(value => IsBarcode(value.AsSpan().Trim()));
    }

    private static bool IsBarcode(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (8 or 12 or 13 or 14) || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0 && digits.ContainsAnyExcept('0');
    }

    private static readonly HashSet<string> Flags = new(
        ["y", "n", "yes", "no", "true", "false", "ja", "nein", "nee", "oui", "non", "si", "sí", "sì", "sim", "não", "nao", "x", "on", "off", "0", "1", "はい", "いいえ", "有", "無"],
        StringComparer.OrdinalIgnoreCase);

    private static bool IsYesOrNo(ColumnEvidence cells) =>
        cells.Filled >= 3 && cells.Distinct <= 2 && cells.Values.All(value => Flags.Contains(value.Trim())) && cells.Values.Any(value => value.Trim() is not ("0" or "1"));

    private static readonly HashSet<string> PackCounts =
        ["pack", "packs", "package", "vpe", "verpackungseinheit", "verpackung", "pcb", "uvc", "ve", "gebinde", "conditionnement", "confezione", "packing", "入数規格"];

    private static readonly HashSet<string> BoughtCounts = ["package size", "packsize", "pack size", "purchase size", "package quantity"];

    /// <summary>Beside "g" or "ounces" a pack of 12 is no case of twelve.</summary>
    private bool HasUnits => headers.Any(header => HeaderAliases.Meanings(header.Key) is [{ Field: ItemField.Unit }, ..] || HeaderWords.Says(header.Key, Word.Unit));

    /// <summary>A pack of "6" is six in a case; a pack that is nothing but "box" says nothing.</summary>
    private string? AdjustPack(int column, ColumnEvidence cells)
    {
        var isSize = cells.Share(cells.Volumes) >= 0.8m || (headers[column].Unit is { Kind: UnitKind.Volume } && cells.Share(cells.Numbers) >= 0.8m);
        if (department == "bar" && isSize)
        {
            return ItemField.BottleSize;
        }

        if (cells.Share(cells.Numbers) >= 0.5m && HeaderWords.Says(headers[column].Key, Word.Weight))
        {
            return null;
        }

        if (SayNoSize(cells))
        {
            return null;
        }

        return (PackCounts.Contains(headers[column].Key) || (BoughtCounts.Contains(headers[column].Key) && cells.Largest <= 100 && !HasUnits)) && headers[column].Unit is null && cells.Share(cells.WholeNumbers) >= 0.9m && cells.Volumes + cells.Weights == 0 && cells.Largest <= 1000
            ? ItemField.CaseSize
            : cells.Share(cells.UnitNames) >= 0.9m ? null : ItemField.PackSize;
    }

    /// <summary>Whether 0.5 means half a percent or a half must be certain.</summary>
    private bool IsPercentOrFraction(int column, ColumnEvidence cells) =>
        cells.Largest > 1 || cells.Percents > 0 || cells.LooksLikeFraction || headers[column].Key.Contains("percent", StringComparison.Ordinal);

    private static bool HasCounts(ColumnEvidence cells) => cells.Filled < 3 && cells.Numbers > 0;

    private string? AdjustUnit(int column, ColumnEvidence cells)
    {
        if (cells.Share(cells.UnitNames) >= 0.5m)
        {
            return ItemField.Unit;
        }

        if (cells.Share(cells.Volumes + cells.Weights) >= 0.3m)
        {
            return ItemField.PackSize;
        }

        return cells.Share(cells.Numbers) >= 0.5m ? CountedUnits(column, cells) : cells.Characters <= 20L * cells.Filled ? ItemField.Unit : ItemField.PackSize;
    }

    /// <summary>Under a word that may mean something else: "NR" is no container, nor is what no unit is called, which may as well be a material.</summary>
    internal bool AreUnits(int column)
    {
        var cells = evidence[column];
        return cells.Filled == 0 || cells.Share(cells.Numbers) >= 0.5m || (cells.Share(cells.UnitNames) >= 0.5m
            && (!HeaderWords.Says(headers[column].Key, Word.Wrapping) || cells.Values.Any(value => Unit.TryParse(value, out var unit) && unit.Code != "each")));
    }

    /// <summary>"1 box" is a unit, "24 pcs" a pack, and bare numbers under "pieces" say how many there are.</summary>
    private string? CountedUnits(int column, ColumnEvidence cells)
    {
        var counts = cells.Values.Select(value => NumberText.Read(value, new NumberFormat('\0', BlankGroups: false))).ToList();
        return counts.Count(count => count is { Unit: not null, IsPerUnit: false, State: NumberState.Read }) * 10 >= counts.Count * 8
            ? counts.TrueForAll(count => count.Value == 1) ? ItemField.Unit : ItemField.PackSize
            : counts.TrueForAll(count => count.Unit is null) && ArePieces(headers[column].Key) && !LooksLikeMoney(column) && !Others(column, ItemField.Quantity) && !Others(column, ItemField.CaseSize)
            ? ItemField.Quantity : null;
    }

    /// <summary>"Stk", "pcs", "n. pezzi": what is counted in pieces, not what a unit is called.</summary>
    private static bool ArePieces(string key) => key is not ("unit" or "unidad" or "unite" or "unita" or "unidade" or "u" or "un" or "um" or "ct" or "no" or "nr")
        && ((Unit.TryParse(key[(key.LastIndexOf(' ') + 1)..], out var unit) && unit.Code is "each" or "bottle" or "can") || HeaderWords.Says(key, Word.Quantity))
        && HeaderGrammar.IsOnly(key, Word.Unit, Word.Number, Word.Bottle, Word.Quantity);

    private bool Others(int column, string field) =>
        Enumerable.Range(0, headers.Count).Any(i => i != column && evidence[i].Filled > 0 && HeaderAliases.Meanings(headers[i].Key) is [{ Strength: >= 0.6m } meaning, ..] && meaning.Field == field);

    /// <summary>Shelves have small numbers; under "Lager" a number says how many are there.</summary>
    private string? NumberedPlace(int column, ColumnEvidence cells)
    {
        if (cells.WholeNumbers < cells.Filled || cells.Distinct < 2 || cells.Largest >= 1000 || cells.Sequential + 1 >= cells.Filled)
        {
            return null;
        }

        return Array.Exists(headers[column].Key.Split(' '), Numbered.Contains) ? ItemField.StorageArea
            : (headers[column].Key is "lager" or "sklad" or "varasto" or "depo" or "raktar" || HeaderWords.Says(headers[column].Key, Word.Stock)) && !Others(column, ItemField.Quantity) ? ItemField.Quantity : null;
    }

    private static readonly HashSet<string> Numbered =
        ["ort", "bin", "shelf", "rack", "aisle", "regal", "fach", "platz", "lagerplatz", "scaffale", "estante", "etagere", "plank", "vak", "hylla", "hylde", "hylle", "棚"];

    /// <summary>Nothing but 0 and 1 under "in stock" says whether, not how many.</summary>
    private bool SaysWhether(int column, ColumnEvidence cells) =>
        cells is { Filled: >= 3, Distinct: <= 2, Largest: <= 1 } && cells.WholeNumbers == cells.Filled
        && headers[column].Key is "in stock" or "instock" or "available" or "en stock" or "disponible" or "disponibile" or "disponivel" or "verfugbar" or "vorratig" or "op voorraad" or "beschikbaar";

    private static readonly HashSet<string> Colours = ["color", "colour", "couleur", "farbe", "weinfarbe", "kleur", "cor", "colore"];

    private static readonly HashSet<string> WineColours = new(
        ["red", "white", "rose", "rosé", "orange", "sparkling", "rouge", "blanc", "rosso", "bianco", "rosato", "tinto", "blanco", "rosado", "branco", "rot", "weiß", "weiss", "rood", "wit", "赤", "白", "ロゼ"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A wine's colour is its category; that of a plate is not.</summary>
    private static bool AreWineColours(ColumnEvidence cells) => cells.Values.Count(value => WineColours.Contains(value.Trim())) * 10 >= cells.Distinct * 6;

    private string? AdjustSize(int column, ColumnEvidence cells)
    {
        if (headers[column].Unit is { Kind: UnitKind.Volume } || cells.Share(cells.Volumes) >= 0.3m)
        {
            return ItemField.BottleSize;
        }

        return department == "bar" && cells.Share(cells.Numbers) >= 0.5m ? ItemField.BottleSize
            : IsWordy(cells) && SayNoSize(cells) ? null : ItemField.PackSize;
    }

    /// <summary>Packs say how many, how much or "large"; sentences are what is in them, and one word in all rows is a program's.</summary>
    private static bool SayNoSize(ColumnEvidence cells) => cells is { Filled: >= 3, UnitNames: 0 } && (cells.Distinct == 1 || IsWordy(cells))
        && !cells.Values.Any(value => value.AsSpan().ContainsAnyInRange('0', '9'));

    private static bool IsWordy(ColumnEvidence cells) => cells.Characters > 24L * cells.Filled;

    private static bool IsId(string key) => key.EndsWith("id", StringComparison.Ordinal) || key.StartsWith("id ", StringComparison.Ordinal);

    /// <summary>Whole numbers close to each other are a database's count of its rows: another export, or another shop, has other items under them.</summary>
    private static bool AreRowNumbers(ColumnEvidence cells)
    {
        if (cells.WholeNumbers < cells.Filled || cells.Filled < 2 || cells.Values.Any(value => value.StartsWith('0')))
        {
            return false;
        }

        var numbers = cells.Values.Select(value => decimal.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Min() >= 0 && numbers.Max() - numbers.Min() < 10 * Math.Max(numbers.Count, 10);
    }

    /// <summary>"product_id" from 1001 on: given by people, not by a database.</summary>
    private static bool StartsRound(string key, ColumnEvidence cells) => key is not ("id" or "nr" or "no")
        && cells.Values.Min(value => decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0) is >= 1000 and var least && least % 1000 <= 1;

    /// <summary>What a program made up for itself: nobody knows an item by it.</summary>
    private static bool AreGenerated(string key, ColumnEvidence cells) => key is "id" or "uuid" or "guid" && cells.Values.All(value => value.Length is 24 or 32 or 36 or 38
        && (Guid.TryParse(value, out _) || value.All(char.IsAsciiHexDigit)));

    private bool IsCode(int column, ColumnEvidence cells)
    {
        if (IsId(headers[column].Key) && (AreRowNumbers(cells) ? !StartsRound(headers[column].Key, cells) : AreGenerated(headers[column].Key, cells)))
        {
            return false;
        }

        // A running number is the row's, not the item's.
        if (headers[column].Key is "id" or "n" or "no" or "nr" or "nro" or "num" or "number" or "nummer" or "numero")
        {
            return cells.Filled > 1 && cells.Sequential + 1 < cells.Filled && cells.Distinct * 10 >= cells.Filled * 9;
        }

        return !cells.DistinctIsKnown || cells.Distinct * 2 >= cells.Filled;
    }
}
