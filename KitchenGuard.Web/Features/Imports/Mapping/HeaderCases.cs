using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// "Cases on hand", "Bestand Kisten": a stock that is counted in what several are delivered in, as "Stock (cases)" says it.
/// </summary>
internal static class HeaderCases
{
    /// <returns>The header without the word for cases, which becomes its unit; the same header where none is counted.</returns>
    internal static HeaderText Take(HeaderText header)
    {
        var words = header.Unit is null && header.Times == 1 && !HeaderAliases.IsListed(header.Key) ? header.Key.Split(' ') : [];
        for (var i = 0; i < words.Length && words.Length > 1; i++)
        {
            if (words[i].Length > 1 && Unit.TryParse(words[i], out var unit) && (CountText.IsCase(unit) || words[i] is "packs")
                && string.Join(' ', words.Where((_, at) => at != i)) is var rest && IsStock(rest))
            {
                return header with { Key = rest, Unit = unit };
            }
        }

        return header;
    }

    /// <summary>"Count" and "quantity" beside a case may as well be what is in one.</summary>
    private static bool IsStock(string key) => (HeaderWords.IsWord(key) || HeaderWords.Says(key, Word.Stock))
        && HeaderAliases.Meanings(key) is [{ Field: ItemField.Quantity, Strength: >= 0.6m }, ..]
            && !HeaderText.HasAnyWord(key, "count", "qty", "quantity", "units");
}
