using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// One item as a record describes it. Null means: the file says nothing, or nothing that could be read for certain.
/// Amounts have at most six decimals and twelve digits before the mark, money four and ten, as the ledger stores them.
/// </summary>
public sealed class ItemRow
{
    /// <summary>1 to 200 characters, blanks collapsed, no control characters.</summary>
    public required string Name { get; set; }

    /// <summary>See <see cref="ItemIdentity.Key"/>.</summary>
    public string IdentityKey => ItemIdentity.Key(Name, BottleSize, PackSize, Sku, Barcode);

    /// <summary>The name for comparison: see <see cref="ItemIdentity.Normalize"/>.</summary>
    public string NameKey => ItemIdentity.Normalize(Name);

    public string? Sku { get; set; }

    public string? Barcode { get; set; }

    public string? Brand { get; set; }

    public string? Category { get; set; }

    /// <summary>In <see cref="UnitCode"/>, or in the item's own unit when that is null. May be negative.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>Code of a <see cref="Unit"/>, built-in or custom.</summary>
    public string? UnitCode { get; set; }

    public string? PackSize { get; set; }

    /// <summary>Units in one case; more than 0.</summary>
    public decimal? CaseSize { get; set; }

    /// <summary>Money for one case.</summary>
    public decimal? CaseCost { get; set; }

    /// <summary>Money for one counted unit, as the file gives it; see <see cref="CostPerUnit"/>.</summary>
    public decimal? UnitCost { get; set; }

    public decimal? SalePrice { get; set; }

    /// <summary>In counted units, as the file gives it; see <see cref="ParInUnits"/>.</summary>
    public decimal? ParLevel { get; set; }

    public decimal? ParCases { get; set; }

    public decimal? ReorderPoint { get; set; }

    public string? Supplier { get; set; }

    public string? StorageArea { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public string? LotCode { get; set; }

    /// <summary>Canonical when it is an amount, such as <c>750 ml</c>; other text as found.</summary>
    public string? BottleSize { get; set; }

    /// <summary>Alcohol by volume in percent, 0 to 100.</summary>
    public decimal? Abv { get; set; }

    /// <summary>Up to 10 000 characters; line breaks are \n.</summary>
    public string? Notes { get; set; }

    /// <summary>What columns that no field takes say of which item of the name is meant, such as a vintage; nothing is stored of it.</summary>
    public string? Variety { get; set; }

    /// <summary>True: the row says all of the item, so that nothing is worked out from its case. So are the rows of our own export.</summary>
    public bool IsComplete { get; init; }

    /// <summary>True: the case that <see cref="CaseCost"/> is for is what is counted, a box of gloves.</summary>
    internal bool CaseIsUnit { get; set; }

    /// <summary>The same item once more, to be told apart by its size.</summary>
    internal ItemRow Copy() => (ItemRow)MemberwiseClone();

    /// <summary>The cost of one counted unit: <see cref="UnitCost"/>, else the case's cost divided by the case's size when both are known.</summary>
    public decimal? CostPerUnit =>
        UnitCost ?? (IsComplete ? null : CaseCost is { } cost && (UnitCode == "case" || CaseIsUnit) ? cost
            : CaseCost is { } whole && CaseSize is > 0 and { } size ? decimal.Round(whole / size, 4, MidpointRounding.ToEven) : null);

    /// <summary>Par in counted units: <see cref="ParLevel"/>, else par in cases times the case's size when both are known.</summary>
    public decimal? ParInUnits =>
        ParLevel ?? (IsComplete ? null : ParCases is { } cases && UnitCode == "case" ? cases
            : ParCases is { } par && CaseSize is { } size ? decimal.Round(par * size, 6, MidpointRounding.ToEven) : null);
}
