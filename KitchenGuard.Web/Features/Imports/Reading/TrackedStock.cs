using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>A till that does not track an item's stock writes 0, which nobody has counted.</summary>
internal static class TrackedStock
{
    private static readonly HashSet<string> Titles =
        ["track stock", "track inventory", "stock tracking", "inventory tracking", "tracked", "tracks stock", "manage stock", "stock managed", "manage inventory", "inventory tracked", "controlar stock", "suivi du stock", "suivi stock", "bestand verfolgen", "bestandsfuhrung"];

    private static readonly HashSet<string> Not = new(["false", "no", "n", "nein", "non", "off", "0", "falsch", "faux", "falso"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The column, 1-based, that says whether an item's stock is tracked; null: none does.</summary>
    internal static int? ColumnIn(IReadOnlyList<string> headers, IReadOnlyList<ColumnEvidence> evidence) =>
        Enumerable.Range(0, headers.Count).FirstOrDefault(i => Titles.Contains(HeaderText.Normalize(headers[i])) && evidence[i] is { Filled: > 0, Distinct: <= 2 } cells && cells.Values.All(ColumnFit.IsFlag), -1) is >= 0 and var column ? column + 1 : null;

    /// <summary>A record's cells, without a 0 that is no count.</summary>
    internal static string[] Without(string[] cells, MappedColumn quantity)
    {
        var (at, tracked) = (quantity.Column - 1, quantity.TrackedIn!.Value - 1);
        if (at >= cells.Length || tracked >= cells.Length || !Not.Contains(TypedCell.Plain(cells[tracked]).Trim()) || TypedCell.Plain(cells[at]).Trim() is not ("0" or "0.0" or "0.00" or "0,00"))
        {
            return cells;
        }

        string[] counted = [.. cells];
        counted[at] = "";
        return counted;
    }
}
