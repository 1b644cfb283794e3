using System.Collections.Immutable;

namespace KitchenGuard.Web.Features.Inventory.Exporting;

/// <summary>A column of an exported file.</summary>
/// <param name="Field">The field, which is its header.</param>
/// <param name="Width">In a workbook, in characters.</param>
/// <param name="Value">A text, a decimal, a date, or nothing.</param>
internal sealed record ExportColumn(string Field, int Width, Func<ItemAnswer, object?> Value)
{
    /// <summary>All columns, in their order.</summary>
    internal static readonly ImmutableArray<ExportColumn> All = [.. ItemFields.Names.Select(Of)];

    private static ExportColumn Of(string field) => field switch
    {
        "name" => new(field, 36, item => item.Name),
        "sku" => new(field, 14, item => item.Sku),
        "barcode" => new(field, 16, item => item.Barcode),
        "brand" => new(field, 18, item => item.Brand),
        "category" => new(field, 18, item => item.Category),
        "quantity" => new(field, 11, item => item.Counted ? item.Quantity : null),
        "unit" => new(field, 9, item => item.Unit),
        "packSize" => new(field, 12, item => item.PackSize),
        "caseSize" => new(field, 10, item => item.CaseSize),
        "caseCost" => new(field, 11, item => item.CaseCost),
        "unitCost" => new(field, 11, item => item.UnitCost),
        "salePrice" => new(field, 11, item => item.SalePrice),
        "parLevel" => new(field, 10, item => item.ParLevel),
        "parCases" => new(field, 10, item => item.ParCases),
        "reorderPoint" => new(field, 14, item => item.ReorderPoint),
        "supplier" => new(field, 24, item => item.Supplier),
        "storageArea" => new(field, 18, item => item.StorageArea),
        "expiresOn" => new(field, 12, item => item.ExpiresOn),
        "lotCode" => new(field, 12, item => item.LotCode),
        "bottleSize" => new(field, 12, item => item.BottleSize),
        "abv" => new(field, 8, item => item.Abv),
        "notes" => new(field, 40, item => item.Notes),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field without a column."),
    };
}
