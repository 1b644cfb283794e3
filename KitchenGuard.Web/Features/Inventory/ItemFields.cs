using System.Collections.Immutable;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>The fields of an item as the API, an import's mapping and an exported file name them.</summary>
public static class ItemFields
{
    /// <summary>Every field, in the order of an exported file's header.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "name", "sku", "barcode", "brand", "category", "quantity", "unit", "packSize", "caseSize", "caseCost", "unitCost", "salePrice",
        "parLevel", "parCases", "reorderPoint", "supplier", "storageArea", "expiresOn", "lotCode", "bottleSize", "abv", "notes",
    ];
}
