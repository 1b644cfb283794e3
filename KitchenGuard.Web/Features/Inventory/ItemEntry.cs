using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Carries fields between what was entered and the stored item, in the form in which they are stored.</summary>
internal static class ItemEntry
{
    /// <summary>The stored fields as input: what a change starts from. Without the quantity, which only the ledger changes.</summary>
    public static ItemInput From(InventoryItem item, Lot? lot) => new()
    {
        Name = item.Name,
        Sku = item.Sku,
        Barcode = item.Barcode,
        Brand = item.Brand,
        Category = item.Category,
        Unit = item.Unit,
        PackSize = item.PackSize,
        CaseSize = item.CaseSize,
        CaseCost = item.CaseCost,
        UnitCost = item.UnitCost,
        SalePrice = item.SalePrice,
        ParLevel = item.ParLevel,
        ParCases = item.ParCases,
        ReorderPoint = item.ReorderPoint,
        Supplier = item.Supplier?.Name,
        StorageArea = item.StorageArea?.Name,
        ExpiresOn = lot?.ExpiresOn,
        LotCode = lot?.LotCode,
        BottleSize = item.BottleSize,
        Abv = item.Abv,
        Notes = item.Notes,
    };

    /// <summary>The fields of an item that was read, as input. Without the quantity.</summary>
    public static ItemInput From(ItemAnswer item) => new()
    {
        Name = item.Name,
        Sku = item.Sku,
        Barcode = item.Barcode,
        Brand = item.Brand,
        Category = item.Category,
        Unit = item.Unit,
        PackSize = item.PackSize,
        CaseSize = item.CaseSize,
        CaseCost = item.CaseCost,
        UnitCost = item.UnitCost,
        SalePrice = item.SalePrice,
        ParLevel = item.ParLevel,
        ParCases = item.ParCases,
        ReorderPoint = item.ReorderPoint,
        Supplier = item.Supplier,
        StorageArea = item.StorageArea,
        ExpiresOn = item.ExpiresOn,
        LotCode = item.LotCode,
        BottleSize = item.BottleSize,
        Abv = item.Abv,
        Notes = item.Notes,
    };

    /// <summary>Writes the input into the item. Costs stay as they are for those who do not see them.</summary>
    public static void Apply(ItemInput input, InventoryItem item, bool seesCosts)
    {
        item.Name = Line(input.Name)!;
        item.Sku = Line(input.Sku);
        item.Barcode = Line(input.Barcode);
        item.Brand = Line(input.Brand);
        item.Category = Line(input.Category);
        item.Unit = UnitCode(input.Unit);
        item.PackSize = Line(input.PackSize);
        item.CaseSize = Quantity(input.CaseSize);
        item.SalePrice = Money(input.SalePrice);
        item.ParLevel = Quantity(input.ParLevel);
        item.ParCases = Quantity(input.ParCases);
        item.ReorderPoint = Quantity(input.ReorderPoint);
        item.BottleSize = Line(input.BottleSize);
        item.Abv = Money(input.Abv);
        item.Notes = string.IsNullOrWhiteSpace(input.Notes) ? null : input.Notes.Trim().ReplaceLineEndings("\n");
        if (seesCosts)
        {
            item.CaseCost = Money(input.CaseCost);
            item.UnitCost = Money(input.UnitCost);
        }

        item.Refold();
    }

    /// <summary>One line of text, blanks collapsed; null when there is nothing in it.</summary>
    public static string? Line(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Six decimals, half to even, once.</summary>
    public static decimal? Quantity(decimal? number) => number is { } value ? ItemRows.Trim(decimal.Round(value, 6)) : null;

    /// <summary>The code a unit is stored under.</summary>
    public static string UnitCode(string? text) =>
        Line(text) is not { } line ? Unit.Each.Code : Unit.TryParse(line, out var known) ? known.Code : Unit.Custom(line).Code;

    private static decimal? Money(decimal? number) => number is { } value ? ItemRows.Trim(decimal.Round(value, 4)) : null;
}
