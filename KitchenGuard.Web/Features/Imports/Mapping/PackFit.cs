using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// What stands under a word for packs and sizes: packs, counts of a case, sizes of bottles, or nothing that says how much.
/// </summary>
internal sealed class PackFit(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, string department)
{
    private static readonly HashSet<string> PackCounts =
    [
        "pack", "packs", "package", "vpe", "verpackungseinheit", "verpackung", "pcb", "uvc", "ve", "gebinde", "conditionnement",
        "confezione", "packing", "入数規格",
    ];

    private static readonly HashSet<string> BoughtCounts = ["package size", "packsize", "pack size", "purchase size", "package quantity"];

    /// <summary>Beside "g" or "ounces" a pack of 12 is no case of twelve.</summary>
    private bool HasUnits =>
        headers.Any(header => HeaderAliases.Meanings(header.Key) is { Count: > 0 } meanings
            ? meanings[0].Field == ItemField.Unit
            : HeaderWords.Says(header.Key, Word.Unit));

    /// <summary>A pack of "6" is six in a case; a pack that is nothing but "box" says nothing.</summary>
    internal string? AdjustPack(int column, ColumnEvidence cells)
    {
        var isSize = cells.Share(cells.Volumes) >= 0.8m
            || (headers[column].Unit is { Kind: UnitKind.Volume } && cells.Share(cells.Numbers) >= 0.8m);
        if (department == "bar" && isSize)
        {
            return ItemField.BottleSize;
        }

        if (cells.Share(cells.Numbers) >= 0.5m && HeaderWords.Says(headers[column].Key, Word.Weight))
        {
            return null;
        }

        if (SayNoSize(column, cells) || AreLists(cells) || AreOfNoVariants(column, cells))
        {
            return null;
        }

        if (cells.Share(cells.UnitNames) >= 0.9m)
        {
            // Beside the pack's size, its unit is the item's.
            return HeaderWords.Says(headers[column].Key,
                Word.Unit) && headers[column].Unit is null && !headers.Any(header => HeaderAliases.Meanings(header.Key) is [{ Field: ItemField.Unit }, ..]) ? ItemField.Unit : null;
        }

        return (PackCounts.Contains(headers[column].Key)
            || (BoughtCounts.Contains(headers[column].Key) && cells.Largest <= 100 && !HasUnits)) && headers[column].Unit is null
                && cells.Share(cells.WholeNumbers) >= 0.9m && cells.Volumes + cells.Weights == 0 && cells.Largest <= 1000
            ? ItemField.CaseSize
            : ItemField.PackSize;
    }

    /// <summary>A bare size is a bottle's in a bar; in a kitchen it may be any pack's.</summary>
    internal string? AdjustSize(int column, ColumnEvidence cells)
    {
        if (department == "kitchen" && headers[column].Unit is null && cells.Share(cells.Weights) >= 0.3m)
        {
            return ItemField.PackSize;
        }

        if (cells.Filled > 0 && cells.Values.All(Kinds.Contains))
        {
            return null;
        }

        // In a bar, "12 oz" are fluid ones.
        if (headers[column].Unit is { Kind: UnitKind.Volume }
            || cells.Share(cells.Volumes + (department == "bar" ? cells.Weights : 0)) >= 0.3m)
        {
            return ItemField.BottleSize;
        }

        if (HeaderWords.Says(headers[column].Key, Word.Volume) && cells.Share(cells.Numbers) >= 0.9m && BareSizes.UnitOf(cells) is null)
        {
            // "0.012" is what a pack takes up in cubic metres.
            return null;
        }

        return department == "bar" && cells.Share(cells.Numbers) >= 0.5m ? ItemField.BottleSize
            : ((IsWordy(cells) || SaysContent(column)) && SayNoSize(column, cells)) || AreLists(cells) || AreOfNoVariants(column, cells)
                ? null
                : ItemField.PackSize;
    }

    /// <summary>Packs say how many, how much or "large"; sentences are what is in them, and one word in all rows is a program's.</summary>
    private bool SayNoSize(int column, ColumnEvidence cells) =>
        cells is { Filled: >= 3, UnitNames: 0 } && (cells.Distinct == 1 || IsWordy(cells) || SaysContent(column))
        && !cells.Values.Any(value => CellText.HasDigit(value));

    /// <summary>"Small Medium Large": what it can be had in, not what it comes in.</summary>
    private static bool AreLists(ColumnEvidence cells)
    {
        var lists = cells.Values.Select(value => value.Split([' ', '/', ',', '|', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => Array.TrueForAll(words, SizeWords.Contains)).ToList();
        return lists.Exists(words => words.Length > 1) && lists.Count * 10 >= cells.Distinct * 8;
    }

    /// <summary>"M" and "32" are a shirt's; "small" tells items apart only where one name has several.</summary>
    private bool AreOfNoVariants(int column, ColumnEvidence cells) =>
        HeaderWords.Says(headers[column].Key, Word.Size) && cells.Values.Any(IsSize)
            && cells.Values.All(value => IsSize(value) || (value.Trim().Length <= 2 && value.All(char.IsAsciiDigit)))
        && Enumerable.Range(0, headers.Count).Where(i => HeaderAliases.Meanings(headers[i].Key) is [{ Field: ItemField.Name }, ..])
            .Select(i => evidence[i]).All(names => names.Distinct * 10 > names.Filled * 9 && names.Filled >= cells.Filled);

    internal static bool IsSize(string value) => SizeWords.Contains(value.Trim());

    private static readonly HashSet<string> SizeWords = new(
        ["one size", "xs", "s", "m", "l", "xl", "xxl", "junior", "kids", "kinder", "family", "familiar", "small", "medium", "regular",
            "large", "big", "tall", "short", "grande", "venti", "mic", "mediu", "mare", "klein", "mittel", "groß", "gross", "pequeño",
            "mediano", "chico", "petit", "petite", "moyen", "moyenne",
         "grand", "piccolo", "piccola", "medio", "media", "pequeno", "médio", "kleine", "middel", "groot", "küçük", "orta", "büyük", "mały",
         "średni", "duży", "malý", "střední", "velký", "liten", "mellan", "stor", "kecil", "sedang", "besar",
         "小", "中", "大"], StringComparer.OrdinalIgnoreCase);

    /// <summary>"Contains: milk" is what is in it.</summary>
    private bool SaysContent(int column) => HeaderWords.Says(headers[column].Key, Word.Content);

    /// <summary>How something is measured, not how much.</summary>
    private static readonly HashSet<string> Kinds = new(["volume", "weight", "count", "unit", "length"], StringComparer.OrdinalIgnoreCase);

    private static bool IsWordy(ColumnEvidence cells) => cells.Characters > 24L * cells.Filled;
}
