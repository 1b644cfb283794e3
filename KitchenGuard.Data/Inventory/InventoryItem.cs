using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Inventory;

/// <summary>
/// Something in stock. Archived, never deleted. Quantities are in <see cref="Unit"/> with six decimals, money in the restaurant's
/// currency with four.
/// </summary>
public abstract class InventoryItem : ITenantOwned
{
    /// <summary>Version-7 UUID, made by the client.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>The list this item is in; decides its kind.</summary>
    public Department Department { get; private protected init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded for sorting (<see cref="SearchFold.Fold"/>).</summary>
    public string NameSort { get; private set; } = "";

    /// <summary>Name and size in the form two spellings of one item share; what an import matches when it has no code.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>All that search looks into, folded: name, sku, barcode, brand, category, supplier.</summary>
    public string SearchText { get; private set; } = "";

    public string? Sku { get; set; }

    public string? Barcode { get; set; }

    public string? Brand { get; set; }

    public string? Category { get; set; }

    /// <summary>What one of this item is counted in: a known unit's code or a restaurant's own word. Default <c>each</c>.</summary>
    public required string Unit { get; set; }

    /// <summary>How it is packed, as written: "12x750 ml".</summary>
    public string? PackSize { get; set; }

    /// <summary>Units in a case; above zero. Lets quantities be entered in cases.</summary>
    public decimal? CaseSize { get; set; }

    public decimal? CaseCost { get; set; }

    /// <summary>Cost of one <see cref="Unit"/>.</summary>
    public decimal? UnitCost { get; set; }

    public decimal? SalePrice { get; set; }

    /// <summary>The stock to order up to, in units.</summary>
    public decimal? ParLevel { get; set; }

    /// <summary>The same in cases, where the list says so.</summary>
    public decimal? ParCases { get; set; }

    /// <summary>The stock at or below which the item is low, in units.</summary>
    public decimal? ReorderPoint { get; set; }

    public Guid? SupplierId { get; set; }

    public Supplier? Supplier { get; set; }

    public required Guid StorageAreaId { get; set; }

    public StorageArea? StorageArea { get; set; }

    /// <summary>Size of a bottle or package in canonical form: "750 ml".</summary>
    public string? BottleSize { get; set; }

    /// <summary>Alcohol by volume in percent, 0 to 100.</summary>
    public decimal? Abv { get; set; }

    public string? Notes { get; set; }

    /// <summary>
    /// The sum of the item's movements; null while there is none that stands: nobody has counted the item, which is not a count of zero.
    /// Written once, at insert, where the database posts it as the opening movement; afterwards only the database changes it, when a
    /// movement is posted.
    /// </summary>
    public decimal? OnHand { get; init; }

    /// <summary>Raised by the database when a field changes, never by a movement; the ETag and concurrency token.</summary>
    public long Version { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made the item, when a person did.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>The import that made the item, when one did.</summary>
    public Guid? CreatedImportId { get; init; }

    /// <summary>The line of that import's file.</summary>
    public int? CreatedLine { get; init; }

    /// <summary>When the item left the list (UTC); null while it is on it.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>Brings the folded columns in line with the fields; call after changing any of them.</summary>
    public void Refold()
    {
        NameSort = SearchFold.Fold(Name);
        NameKey = ItemIdentity.NameKey(Name, BottleSize, PackSize);
        SearchText = SearchFold.SearchText(Name, Sku, Barcode, Brand, Category);
    }
}

/// <summary>An item on the kitchen's list.</summary>
public sealed class KitchenProduce : InventoryItem
{
    public KitchenProduce() => Department = Department.Kitchen;
}

/// <summary>An item on the bar's list.</summary>
public sealed class BarSupply : InventoryItem
{
    public BarSupply() => Department = Department.Bar;
}
