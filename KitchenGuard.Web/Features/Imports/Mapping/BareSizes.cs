using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What bare bottle sizes are measured in: bottles come in few sizes, and 700, 70 and 0.7 are the same one.</summary>
internal static class BareSizes
{
    private static readonly HashSet<decimal> Millilitres =
    [
        50, 90, 100, 118, 180, 187, 200, 250, 275, 296, 300, 330, 341, 350, 355, 360, 375, 400, 440, 473, 500, 550, 568, 600, 620, 633, 650,
            660, 700, 720, 730, 750, 900,
        1000, 1125, 1140, 1500, 1750, 1800, 2000, 2250, 2500, 3000, 4000, 4500, 5000, 6000, 10000, 18000, 19000, 20000, 30000, 50000,
    ];

    private static readonly HashSet<decimal> Centilitres =
        [5, 10, 18.7m, 18.75m, 20, 25, 27.5m, 33, 35, 35.5m, 37.5m, 40, 44, 50, 66, 70, 75, 90, 100, 112.5m, 114, 150, 175, 200, 300, 450,
            500, 600];

    private static readonly HashSet<decimal> Litres =
    [
        0.05m, 0.1m, 0.187m, 0.2m, 0.25m, 0.275m, 0.33m, 0.35m, 0.355m, 0.375m, 0.4m, 0.44m, 0.5m, 0.568m, 0.66m, 0.7m, 0.72m, 0.75m, 0.9m,
        1, 1.125m, 1.14m, 1.5m, 1.75m, 1.8m, 2, 3, 4.5m, 5, 6, 10, 20, 30, 50,
    ];

    /// <returns>Code of the unit in which the column's bare numbers must be; null when they could be anything.</returns>
    internal static string? UnitOf(ColumnEvidence cells)
    {
        var format = new NumberFormat(cells.DecimalMark is [var mark] ? mark : '\0', BlankGroups: false);
        var sizes = new List<decimal>();
        foreach (var value in cells.Values)
        {
            if (NumberText.Read(value, format) is { State: NumberState.Read, Unit: null, Currency: null, IsPercent: false } number)
            {
                sizes.Add(number.Value);
            }
        }

        return sizes.Count == 0 ? null
            : Mostly(sizes, Millilitres) && sizes.Exists(size => size is >= 330 and <= 1000) ? "ml"
            : Mostly(sizes, Centilitres) && sizes.Exists(size => size is 33 or 70 or 75) && sizes.TrueForAll(size => size >= 2) ? "cl"
            : Mostly(sizes, Litres) && sizes.Exists(size => size is 0.33m or 0.5m or 0.7m or 0.75m) ? "l" : null;
    }

    private static bool Mostly(List<decimal> sizes, HashSet<decimal> usual) => sizes.Count(usual.Contains) * 10 >= sizes.Count * 8;
}
