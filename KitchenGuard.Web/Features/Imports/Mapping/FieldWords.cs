using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Fields as a chef says them, for messages.</summary>
internal static class FieldWords
{
    internal static string Of(string field) => field switch
    {
        ItemField.NamePart => "part of the name",
        ItemField.Sku => "item code",
        ItemField.PackSize => "pack size",
        ItemField.CaseSize => "case size",
        ItemField.CaseCost => "case cost",
        ItemField.UnitCost => "unit cost",
        ItemField.SalePrice => "sale price",
        ItemField.ParLevel => "par level",
        ItemField.ParCases => "par in cases",
        ItemField.ReorderPoint => "reorder point",
        ItemField.StorageArea => "storage area",
        ItemField.ExpiresOn => "expiry date",
        ItemField.LotCode => "lot",
        ItemField.BottleSize => "bottle size",
        ItemField.Abv => "alcohol by volume",
        _ => field,
    };
}
