using System.ComponentModel.DataAnnotations;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>An item as people and programs enter it. Blank texts are no texts; quantities keep six decimals, money four.</summary>
public sealed record ItemInput
{
    [Required(ErrorMessage = "Give the item a name."), PlainText(200)]
    public string? Name { get; init; }

    [PlainText(200)]
    public string? Sku { get; init; }

    [PlainText(200)]
    public string? Barcode { get; init; }

    [PlainText(200)]
    public string? Brand { get; init; }

    [PlainText(200)]
    public string? Category { get; init; }

    /// <summary>A new item's opening count, in units. Of an item that exists it can only be repeated: the ledger changes it.</summary>
    [Amount(Least = -AmountAttribute.MostQuantity)]
    public decimal? Quantity { get; init; }

    /// <summary>What one is: a known unit in any spelling ("KG", "Flasche") or a word of one's own. Default <c>each</c>.</summary>
    [PlainText(40)]
    public string? Unit { get; init; }

    [PlainText(200)]
    public string? PackSize { get; init; }

    /// <summary>Units in a case.</summary>
    [Amount(AboveLeast = true)]
    public decimal? CaseSize { get; init; }

    [Amount(Most = AmountAttribute.MostMoney)]
    public decimal? CaseCost { get; init; }

    /// <summary>Cost of one unit. Of a new item without one it follows from case cost and case size.</summary>
    [Amount(Most = AmountAttribute.MostMoney)]
    public decimal? UnitCost { get; init; }

    [Amount(Most = AmountAttribute.MostMoney)]
    public decimal? SalePrice { get; init; }

    [Amount]
    public decimal? ParLevel { get; init; }

    [Amount]
    public decimal? ParCases { get; init; }

    [Amount]
    public decimal? ReorderPoint { get; init; }

    /// <summary>The supplier's name; made when it is new.</summary>
    [PlainText(200)]
    public string? Supplier { get; init; }

    /// <summary>The storage area's name; made when it is new. Default "Main".</summary>
    [PlainText(200)]
    public string? StorageArea { get; init; }

    /// <summary>Expiry of the item's earliest open lot.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Code of that lot.</summary>
    [PlainText(200)]
    public string? LotCode { get; init; }

    [PlainText(200)]
    public string? BottleSize { get; init; }

    /// <summary>Alcohol by volume in percent.</summary>
    [Amount(Most = 100)]
    public decimal? Abv { get; init; }

    [PlainText(10_000, ManyLines = true)]
    public string? Notes { get; init; }
}
