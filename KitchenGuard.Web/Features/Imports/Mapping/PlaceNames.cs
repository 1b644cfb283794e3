using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Finds the same word for a stock before the names of several houses: "Stock (Soho)", "Stock (Camden)", "inventory_Main_Outlet".
/// </summary>
internal static class PlaceNames
{
    private const int MostWords = 3;

    /// <summary>Parts of names that say nothing else, though they are words of headers.</summary>
    private static readonly HashSet<string> OfNames =
    [
        "main", "st", "street", "road", "rd", "old", "new", "north", "south", "east", "west", "bar", "kitchen", "outlet", "store", "shop",
        "restaurant", "cafe", "house", "the", "and", "de", "la", "le", "of", "upper", "lower",
    ];

    /// <returns>The columns of the first such word that stands before at least two names.</returns>
    internal static List<(int Column, string Name)> Find(IReadOnlyList<string> headers)
    {
        var parted = headers.Select((header, column) => (Column: column, Part: Part(header))).Where(found => found.Part.Stem.Length > 0)
            .ToList();
        return parted.GroupBy(found => found.Part.Stem).Select(same => same.ToList())
            .FirstOrDefault(same => same.DistinctBy(found => found.Part.Name.ToLowerInvariant()).Count() is > 1 and var names
                && names == same.Count)
            ?.ConvertAll(found => (found.Column, found.Part.Name)) ?? [];
    }

    private static (string Stem, string Name) Part(string header)
    {
        var words = header.Split([' ', '_', '(', ')', '[', ']', '-', '–', ':', '/', '@'], StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(MostWords, words.Length - 1); length > 0; length--)
        {
            var stem = HeaderText.Normalize(string.Join(' ', words[..length]));
            var name = string.Join(' ', words[length..]);
            if (IsStock(stem) && Array.TrueForAll(words[length..], IsOfName)
                && (words.Length - length > 1 || !OfNames.Contains(name.ToLowerInvariant()) || StoragePlaces.IsOne(name)))
            {
                return (stem, name);
            }
        }

        return ("", "");
    }

    /// <summary>What two persons counted is one stock, not two.</summary>
    private static bool IsStock(string stem) =>
        HeaderAliases.IsListed(stem) && HeaderAliases.Meanings(stem) is [{ Field: ItemField.Quantity, Strength: >= 0.8m }, ..]
        && (HeaderWords.Says(stem, Word.Stock) || HeaderWords.Says(stem, Word.Quantity)) && !HeaderWords.Says(stem, Word.Counted);

    /// <summary>No unit, number, day or word that says which stock it is.</summary>
    private static bool IsOfName(string word)
    {
        var key = HeaderText.Normalize(word);
        return OfNames.Contains(key)
            || (key.Length > 2 && char.IsUpper(word[0]) && !key.Any(char.IsAsciiDigit) && !Unit.TryParse(word, out _)
                && !HeaderVarieties.IsTime(key)
            && !CurrencyText.IsCurrency(word) && !Kinds.Contains(key) && !HeaderWords.TryRead(key, []));
    }

    /// <summary>Stocks that are not there, or not all that is.</summary>
    private static readonly HashSet<string> Kinds =
    [
        "reserved", "reserve", "committed", "allocated", "incoming", "transit", "damaged", "quarantine", "blocked", "sellable", "consigned",
        "consignment", "virtual", "theoretical", "physical", "system", "fresh", "frozen",
        "reservado", "comprometido", "transito", "bloqueado", "virtuel", "reserviert", "gesperrt", "frei", "riservato", "impegnato",
        "gereserveerd", "geblokkeerd", "variance", "method", "tracking", "policy", "alert",
        "location", "status", "control", "management", "manager", "turnover", "code", "ledger", "account", "asset", "class", "method",
        "quantity", "amount",
    ];
}
