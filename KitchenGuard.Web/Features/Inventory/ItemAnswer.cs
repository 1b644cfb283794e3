using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>An item as the API and the pages show it.</summary>
public sealed record ItemAnswer
{
    public required Guid Id { get; init; }

    public required Department Department { get; init; }

    public required string Name { get; init; }

    public string? Sku { get; init; }

    public string? Barcode { get; init; }

    public string? Brand { get; init; }

    public string? Category { get; init; }

    /// <summary>On hand at the time of reading, in <see cref="Unit"/>; 0 also while the item is not <see cref="Counted"/>.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>
    /// Whether anybody ever said how much there is: by an opening count, an import or another movement that was not undone. False is not zero:
    /// nobody knows then what is there, and the item is never low.
    /// </summary>
    public required bool Counted { get; init; }

    public required string Unit { get; init; }

    public string? PackSize { get; init; }

    public decimal? CaseSize { get; init; }

    /// <summary>Null also where the reader may not see costs; so are <see cref="UnitCost"/> and <see cref="Value"/>.</summary>
    public decimal? CaseCost { get; init; }

    public decimal? UnitCost { get; init; }

    public decimal? SalePrice { get; init; }

    public decimal? ParLevel { get; init; }

    public decimal? ParCases { get; init; }

    public decimal? ReorderPoint { get; init; }

    public string? Supplier { get; init; }

    public required string StorageArea { get; init; }

    /// <summary>Expiry of the earliest open lot.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Code of that lot.</summary>
    public string? LotCode { get; init; }

    public string? BottleSize { get; init; }

    public decimal? Abv { get; init; }

    public string? Notes { get; init; }

    /// <summary>The ETag's number: raised by every change of a field, never by a movement.</summary>
    public required long Version { get; init; }

    /// <summary>When the item left the list; null while it is on it.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public bool Archived => ArchivedAt is not null;

    /// <summary>At or below the reorder point, or below par where there is none; never while the item is not <see cref="Counted"/>.</summary>
    public bool Low => Counted && (ReorderPoint is { } point ? Quantity <= point : Quantity < ParLevel);

    /// <summary>On hand times unit cost; null while the item is not <see cref="Counted"/>.</summary>
    public decimal? Value => Counted && UnitCost is { } cost ? decimal.Round(Quantity * cost, 4) : null;
}

/// <summary>One page of a list.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ItemPage(IReadOnlyList<ItemAnswer> Items, string? Next);
