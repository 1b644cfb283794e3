using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>An item's fields as pages name them, and their values in a read row.</summary>
public static class FieldNames
{
    /// <summary>The English name, a key of Texts.</summary>
    public static string Of(string field) => field switch
    {
        ItemField.NamePart => "Part of the name",
        ItemField.Sku => "SKU",
        ItemField.PackSize => "Pack size",
        ItemField.CaseSize => "Units in a case",
        ItemField.CaseCost => "Cost of a case",
        ItemField.UnitCost => "Cost of one unit",
        ItemField.SalePrice => "Sale price",
        ItemField.ParLevel => "Par level",
        ItemField.ParCases => "Par level in cases",
        ItemField.ReorderPoint => "Reorder point",
        ItemField.StorageArea => "Storage area",
        ItemField.ExpiresOn => "Expires on",
        ItemField.LotCode => "Lot",
        ItemField.BottleSize => "Bottle size",
        ItemField.Abv => "Alcohol by volume",
        _ => char.ToUpperInvariant(field[0]) + field[1..],
    };

    /// <summary>The English name within a sentence.</summary>
    public static string Within(string field) => field == ItemField.Sku ? Of(field) : char.ToLowerInvariant(Of(field)[0]) + Of(field)[1..];

    /// <summary>The value as it would be stored, written for people; empty when the row says nothing.</summary>
    public static string ValueOf(this ItemRow row, string field, CultureInfo culture) => field switch
    {
        ItemField.Name => row.Name,
        ItemField.Sku => row.Sku ?? "",
        ItemField.Barcode => row.Barcode ?? "",
        ItemField.Brand => row.Brand ?? "",
        ItemField.Category => row.Category ?? "",
        ItemField.Quantity => Number(row.Quantity, culture),
        ItemField.Unit => row.UnitCode ?? "",
        ItemField.PackSize => row.PackSize ?? "",
        ItemField.CaseSize => Number(row.CaseSize, culture),
        ItemField.CaseCost => Number(row.CaseCost, culture),
        ItemField.UnitCost => Number(row.UnitCost, culture),
        ItemField.SalePrice => Number(row.SalePrice, culture),
        ItemField.ParLevel => Number(row.ParLevel, culture),
        ItemField.ParCases => Number(row.ParCases, culture),
        ItemField.ReorderPoint => Number(row.ReorderPoint, culture),
        ItemField.Supplier => row.Supplier ?? "",
        ItemField.StorageArea => row.StorageArea ?? "",
        ItemField.ExpiresOn => row.ExpiresOn?.ToString("d", culture) ?? "",
        ItemField.LotCode => row.LotCode ?? "",
        ItemField.BottleSize => row.BottleSize ?? "",
        ItemField.Abv => Number(row.Abv, culture),
        ItemField.Notes => row.Notes ?? "",
        _ => "",
    };

    private static string Number(decimal? value, CultureInfo culture) => value is { } number ? number.ToString("#,0.######", culture) : "";
}
