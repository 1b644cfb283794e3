namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The names of an item's fields in a mapping, in the API and in the header of an export.</summary>
public static class ItemField
{
    public const string Name = "name";
    public const string Sku = "sku";
    public const string Barcode = "barcode";
    public const string Brand = "brand";
    public const string Category = "category";
    public const string Quantity = "quantity";
    public const string Unit = "unit";
    public const string PackSize = "packSize";
    public const string CaseSize = "caseSize";
    public const string CaseCost = "caseCost";
    public const string UnitCost = "unitCost";
    public const string SalePrice = "salePrice";
    public const string ParLevel = "parLevel";
    public const string ParCases = "parCases";
    public const string ReorderPoint = "reorderPoint";
    public const string Supplier = "supplier";
    public const string StorageArea = "storageArea";
    public const string ExpiresOn = "expiresOn";
    public const string LotCode = "lotCode";
    public const string BottleSize = "bottleSize";
    public const string Abv = "abv";
    public const string Notes = "notes";

    /// <summary>All fields, in the order of an export's columns.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Name, Sku, Barcode, Brand, Category, Quantity, Unit, PackSize, CaseSize, CaseCost, UnitCost, SalePrice, ParLevel, ParCases,
        ReorderPoint, Supplier, StorageArea, ExpiresOn, LotCode, BottleSize, Abv, Notes,
    ];

    /// <summary>Not a field of its own: a column that joins the name, such as a wine's vintage. Never found, only given.</summary>
    public const string NamePart = "namePart";

    /// <summary>What a column can be given as: a field, or a part of the name.</summary>
    public static IReadOnlyList<string> Choices { get; } = [Name, NamePart, .. All.Skip(1)];

    internal static bool IsMoney(string? field) => field is UnitCost or CaseCost or SalePrice;

    internal static bool IsAmount(string? field) => field is Quantity or ParLevel or ParCases or ReorderPoint or CaseSize;

    internal static bool IsNumber(string? field) => IsMoney(field) || IsAmount(field) || field is Abv;
}
