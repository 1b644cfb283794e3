using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What the headers of an export have in common says whose they are, not what they mean.</summary>
internal static class HeaderPrefix
{
    internal static IReadOnlyList<string> Without(IReadOnlyList<string> headers) =>
        WithoutWord(WithoutPaths(WithoutAlias(WithoutOwner(WithoutPlace(WithoutBrackets(headers))))));

    /// <summary>"[商品名]", "[単価]": headers that stand in brackets as a whole.</summary>
    private static IReadOnlyList<string> WithoutBrackets(IReadOnlyList<string> headers) =>
        headers.Count(IsInBrackets) >= 2 && headers.Count(IsInBrackets) * 2 > headers.Count(header => header.Length > 0)
            ? [.. headers.Select(header => IsInBrackets(header) ? header[1..^1].Trim() : header)]
            : headers;

    private static bool IsInBrackets(string header) =>
        header is ['[', _, .., ']'] or ['(', _, .., ')'] or ['<', _, .., '>'] or ['【', _, .., '】'] or ['「', _, .., '」'];

    /// <summary>"Price [Mini Bar], In stock [Mini Bar]": the shop that several columns are about.</summary>
    private static IReadOnlyList<string> WithoutPlace(IReadOnlyList<string> headers)
    {
        var places = headers.Select(PlaceOf)
            .Where(place => place.Length > 0 && !CurrencyText.IsCurrency(place) && !Data.Inventory.Unit.TryParse(place, out _))
            .GroupBy(place => place)
            .Where(group => group.Count() >= 2).Select(group => group.Key).ToHashSet();
        return places.Count == 0 ? headers
            : [.. headers.Select(header => places.Contains(PlaceOf(header)) ? header[..header.LastIndexOf('[')].TrimEnd() : header)];
    }

    private static string PlaceOf(string header) =>
        header.EndsWith(']') && header.LastIndexOf('[') is > 1 and var start ? header[(start + 1)..^1].Trim() : "";

    /// <summary>"HB.name, HB.quantity": what all headers begin with, up to a point or colon.</summary>
    private static IReadOnlyList<string> WithoutOwner(IReadOnlyList<string> headers)
    {
        var first = headers.FirstOrDefault(header => header.Length > 0) ?? "";
        var end = first.AsSpan().IndexOfAny('.', ':') + 1;
        var prefix = first[..end];
        return end > 1 && headers.Count > 1
            && headers.All(header => header.Length == 0 || header.StartsWith(prefix, StringComparison.Ordinal))
            ? [.. headers.Select(header => header.Length == 0 ? header : header[end..])]
            : headers;
    }

    /// <summary>"i.name, p.price": from which table a query took each.</summary>
    private static IReadOnlyList<string> WithoutAlias(IReadOnlyList<string> headers) =>
        headers.Count(HasAlias) is >= 3 and var many && many * 10 >= headers.Count(header => header.Length > 0) * 8
            && headers.Where(HasAlias).Select(header => header[0]).Distinct().Count() <= 4
            ? [.. headers.Select(header => HasAlias(header) ? header[2..] : header)]
            : headers;

    private static bool HasAlias(string header) => header is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', '.', not ' ' and not '.', _, ..];

    /// <summary>"ing_id, ing_name, ing_price": a first word of most headers that means nothing by itself.</summary>
    private static IReadOnlyList<string> WithoutWord(IReadOnlyList<string> headers)
    {
        var prefix = headers.Select(header => header[..(header.AsSpan().IndexOfAny('_', ' ') + 1)]).Where(start => start.Length > 2)
            .GroupBy(start => start).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (prefix is null || prefix.Count() < 3 || prefix.Count() * 10 < headers.Count(header => header.Length > 0) * 6
            || headers.Any(header => header.Equals(prefix.Key[..^1], StringComparison.OrdinalIgnoreCase)) || !SaysNothing(prefix.Key))
        {
            return headers;
        }

        return [.. headers.Select(header => header.StartsWith(prefix.Key, StringComparison.Ordinal)
            ? header[prefix.Key.Length..]
            : header)];
    }

    private static bool SaysNothing(string prefix)
    {
        var words = new List<Word>();
        return !HeaderWords.TryRead(HeaderText.Normalize(prefix), words) || words.TrueForAll(word => word is Word.Item or Word.Filler);
    }

    /// <summary>
    /// "Pricelist Items/Product", "Pricelist Items/Fixed Price": of a path that several headers share, the end decides. "Price/kg" is none,
    /// and "Vendors/Min. Quantity" is the vendor's.
    /// </summary>
    private static IReadOnlyList<string> WithoutPaths(IReadOnlyList<string> headers)
    {
        var paths = headers.Select(header => header[..(header.LastIndexOf('/') + 1)])
            .Where(path => path.Length > 1 && !IsMeasured(path[..^1]) && !HeaderWords.Says(HeaderText.Normalize(path), Word.Supplier))
            .GroupBy(path => path)
            .Where(group => group.Count() >= 2).Select(group => group.Key).ToHashSet();
        return paths.Count == 0
            ? headers
            : [.. headers.Select(header => paths.Contains(header[..(header.LastIndexOf('/') + 1)])
                ? header[(header.LastIndexOf('/') + 1)..]
                : header)];
    }

    private static bool IsMeasured(string path) =>
        HeaderAliases.Meanings(HeaderText.Parse(path).Key) is [{ Field: { } field }, ..]
            && field is not (ItemField.Name or ItemField.Supplier or ItemField.Category);
}
