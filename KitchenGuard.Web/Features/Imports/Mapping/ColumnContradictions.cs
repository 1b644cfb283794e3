using System.Buffers;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// What values say against a field whatever the header says: percentages are no prices, prices no counts, addresses of images no notes.
/// </summary>
internal static class ColumnContradictions
{
    private static readonly string[] Files = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".pdf", ".avif"];

    internal static bool SpeakAgainst(string field, ColumnEvidence cells) => field switch
    {
        _ when cells.Filled == 0 => false,
        // Nothing but 1 and 0 says whether, not how dear.
        _ when ItemField.IsMoney(field) => (cells.Share(cells.Percents) >= 0.3m && (cells.Percents > 1 || cells.Filled == 1))
            || AreYears(cells) || (cells is { Filled: >= 5, Distinct: <= 3, Largest: 1 } && cells.WholeNumbers * 10 >= cells.Filled * 9),
        ItemField.Quantity or ItemField.ParLevel or ItemField.ReorderPoint or ItemField.CaseSize or ItemField.ParCases =>
            cells.Share(cells.WithCurrency) > 0.5m || cells.Share(cells.Percents) > 0.5m || AreYears(cells),
        ItemField.Sku => (cells.Share(cells.WithCurrency) >= 0.5m && cells.Share(cells.Points + cells.Commas) >= 0.5m)
            || cells.Share(cells.Percents) >= 0.5m || cells.Characters > 40L * cells.Filled || AreLinks(cells) || ArePhrases(cells),
        ItemField.Barcode => cells.Words == cells.Filled || AreLinks(cells),
        ItemField.PackSize or ItemField.BottleSize or ItemField.Unit => cells.Share(cells.Dates) >= 0.5m,
        ItemField.Category when cells.Distinct <= 4 && (cells.Filled >= 3 || cells.Has("consu"))
            && Kinds.IsSupersetOf(cells.Values) => true,
        ItemField.StorageArea when ArePositions(cells) || AreAges(cells) => true,
        // "manual_entry" is how a program calls something, not a company.
        ItemField.Supplier or ItemField.Brand when cells.Values
            .All(value => value.Contains('_', StringComparison.Ordinal) && !value.AsSpan().ContainsAnyExcept(OfPrograms)) => true,
        ItemField.Name or ItemField.Category or ItemField.Brand or ItemField.Supplier or ItemField.StorageArea => cells.Share(cells.Dates) >= 0.5m || AreLinks(cells),
        ItemField.Notes => AreLinks(cells) || cells.Share(cells.Numbers) >= 0.9m,
        _ => false,
    };

    /// <summary>Small numbers that come again say how many make a lot.</summary>
    internal static bool AreLotSizes(ColumnEvidence cells) =>
        cells is { Filled: >= 4, Largest: < 1000 } && cells.WholeNumbers == cells.Filled && cells.Distinct * 2 <= cells.Filled;

    /// <summary>What a program calls all that it keeps is no group.</summary>
    private static readonly HashSet<string> Kinds = new(
        ["type", "product", "item", "article", "simple", "variable", "goods", "stock", "inventory", "consu", "service", "inventory item",
            "non-inventory item", "noninventory", "tracked", "producto", "produit", "artikel", "produkt", "prodotto", "produto",
            "商品"], StringComparer.OrdinalIgnoreCase);

    private static bool AreYears(ColumnEvidence cells) =>
        cells is { Filled: >= 3, Distinct: >= 2, Largest: >= 1900 and < 2100 } && cells.WholeNumbers == cells.Filled
        && cells.Values.All(value => value.Trim() is ['1', '9', _, _] or ['2', '0', _, _]);

    /// <summary>Addresses of pages, images and people.</summary>
    private static bool AreLinks(ColumnEvidence cells) => cells.Values.Count(value => value.Contains("://", StringComparison.Ordinal)
        || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (value.Contains('@', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal)
                && value.Contains('.', StringComparison.Ordinal))
        || Array.Exists(Files, end => value.AsSpan().TrimEnd().EndsWith(end, StringComparison.OrdinalIgnoreCase))) * 2 >= cells.Distinct;

    /// <summary>"rice, white": several words without a digit are no code.</summary>
    private static bool ArePhrases(ColumnEvidence cells) =>
        cells.Words == cells.Filled && cells.Values.Count(value => value.AsSpan().Trim().IndexOfAny(" ,|;") > 0) * 2 >= cells.Distinct;

    /// <summary>"-42.88, 147.32" is where on the earth, not where in the house.</summary>
    private static bool ArePositions(ColumnEvidence cells) =>
        cells.Values.Count(value => value.Length >= 9 && value.Count(c => c == '.') == 2 && value.AsSpan().IndexOfAny(',', ';') > 0
        && !value.AsSpan().ContainsAnyExcept(OfPositions)) * 2 >= cells.Distinct;

    /// <summary>"8-12 years" is how long a wine can lie, not where.</summary>
    private static bool AreAges(ColumnEvidence cells) =>
        cells.Values.All(value => char.IsAsciiDigit(value.AsSpan().TrimStart() is [var first, ..] ? first : ' ')
        && Array.Exists(Years, year => value.AsSpan().TrimEnd().EndsWith(year, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Years = ["years", "year", "yrs", "ans", "anni", "años", "anos", "jahre", "jaar", "år", "年"];

    private static readonly SearchValues<char> OfPrograms = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    private static readonly SearchValues<char> OfPositions = SearchValues.Create("0123456789.,;-+ °NSEW()[]");

    /// <summary>All written with two digits, and not all of them nothing.</summary>
    internal static bool AreWithCents(ColumnEvidence cells) =>
        cells.Values.All(value => value.TrimEnd() is [.., >= '0' and <= '9', '.' or ',', >= '0' and <= '9', >= '0' and <= '9'])
            && !cells.Values.All(value => value.TrimEnd().EndsWith("00", StringComparison.Ordinal));

    /// <summary>Numbers with cents, of which hardly one is a half or quarter, are prices rather than counts.</summary>
    internal static bool LookLikeMoney(ColumnEvidence cells) => cells.Share(cells.Points + cells.Commas) >= 0.5m
        && cells.Values.Count(value => value.TrimEnd() is [.., '.' or ',', >= '0' and <= '9' and var tenth, >= '0' and <= '9' and var cent]
            && (tenth, cent) is not (('0' or '5', '0') or ('2' or '7', '5'))) * 2
            >= cells.Values.Count(value => value.AsSpan().ContainsAny('.', ','));
}
