using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Compares what a header says with what its column's values are.</summary>
internal sealed class ColumnFit(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, string department)
{
    /// <summary>The field that the values allow: the same, a neighbour (a "unit" of "500 g" is a pack), or none.</summary>
    internal string? Adjust(int column, string field)
    {
        var cells = evidence[column];
        if (cells.Filled == 0)
        {
            return field is ItemField.BottleSize && department == "kitchen" && headers[column].Key == "size" ? ItemField.PackSize : field;
        }

        var measured = cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.PerUnit);
        return field switch
        {
            ItemField.Abv => cells.Share(cells.Numbers) >= 0.5m && cells.Largest <= 100 && IsPercentOrFraction(column, cells) ? field : null,
            ItemField.CaseSize when measured < 0.5m => ItemField.PackSize,
            _ when ItemField.IsNumber(field) => measured >= 0.5m || HasCounts(cells) ? field : null,
            ItemField.ExpiresOn => cells.Share(cells.Dates + cells.DaySerials + cells.CompactDates) >= 0.5m ? field : null,
            ItemField.Unit => AdjustUnit(column, cells),
            ItemField.BottleSize => AdjustSize(column, cells),
            ItemField.PackSize => department == "bar" && cells.Share(cells.Volumes) >= 0.8m ? ItemField.BottleSize : field,
            ItemField.Name => cells.Share(cells.Numbers) < 0.9m ? field : null,
            ItemField.Sku => IsCode(column, cells) ? field : null,
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

        var alcohol = headers[column].Key is "strength";
        if (alcohol && cells.Share(cells.Percents) >= 0.9m && cells.Largest <= 100)
        {
            return ItemField.Abv;
        }

        return known.Count == 0 && cells.Share(cells.Volumes) >= 0.9m ? (department == "bar" ? ItemField.BottleSize : ItemField.PackSize) : null;
    }

    /// <summary>Whether 0.5 means half a percent or a half must be certain.</summary>
    private bool IsPercentOrFraction(int column, ColumnEvidence cells) =>
        cells.Largest > 1 || cells.Percents > 0 || cells.LooksLikeFraction || headers[column].Key.Contains("percent", StringComparison.Ordinal);

    private static bool HasCounts(ColumnEvidence cells) => cells.Filled < 3 && cells.Numbers > 0;

    private static string? AdjustUnit(int column, ColumnEvidence cells)
    {
        _ = column;
        if (cells.Share(cells.UnitNames) >= 0.5m)
        {
            return ItemField.Unit;
        }

        if (cells.Share(cells.Volumes + cells.Weights) >= 0.3m)
        {
            return ItemField.PackSize;
        }

        return cells.Share(cells.Numbers) >= 0.5m ? null : cells.Characters <= 20L * cells.Filled ? ItemField.Unit : ItemField.PackSize;
    }

    private string? AdjustSize(int column, ColumnEvidence cells)
    {
        if (headers[column].Unit is { Kind: UnitKind.Volume } || cells.Share(cells.Volumes) >= 0.3m)
        {
            return ItemField.BottleSize;
        }

        return department == "bar" && cells.Share(cells.Numbers) >= 0.5m ? ItemField.BottleSize : ItemField.PackSize;
    }

    private bool IsCode(int column, ColumnEvidence cells)
    {
        // A running number is the row's, not the item's.
        if (headers[column].Key is "id" or "no" or "nr" or "number" or "nummer" or "numero")
        {
            return cells.Filled > 1 && cells.Sequential + 1 < cells.Filled && cells.Distinct * 10 >= cells.Filled * 9;
        }

        return !cells.DistinctIsKnown || cells.Distinct * 2 >= cells.Filled;
    }
}
