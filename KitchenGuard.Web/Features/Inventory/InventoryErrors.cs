using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Every expected failure of the lists.</summary>
public static class InventoryErrors
{
    public static readonly NotFoundError NotFound = new();

    public static readonly ForbiddenError MayNotEdit = new("may_not_edit", "Your role looks at this list and does not change it.");

    public static readonly InvalidError BadFormat = new("bad_format", "Export as csv, csv-semicolon or xlsx.", "format");

    public static readonly InvalidError BadCursor = new("bad_cursor", "This cursor does not belong to this list and sort.", "cursor");

    public static readonly InvalidError BadSort =
        new("bad_sort", "Sort by name, quantity, category, unitCost or value; a leading - turns it round.", "sort");

    public static readonly InvalidError QuantityIsLedger =
        new("quantity_is_ledger", "The stock on hand is the sum of its movements. Post a movement or a count instead.", "quantity");

    public static readonly InvalidError NegativeOpening = new("negative_opening", "An opening count is zero or more.", "quantity");

    public static readonly InvalidError UnitCostTooLarge =
        new("unit_cost_too_large", "The cost of a unit, which is that of a case by the units in it, comes out too large to be kept. Look at both.", "unitCost");

    public static readonly InvalidError NameMissing = new("name_missing", "Give the item a name.", "name");

    public static readonly StaleError Stale = new("stale", "Somebody changed this item in the meantime. Read it again and repeat your change.");

    public static readonly InvalidError NothingToDo = new("nothing_to_do", "Say what to do: archive, restore, or set.", "action");

    public static InvalidError UnitHasStock(decimal onHand, string from, string to) => new(
        "unit_has_stock",
        FormattableString.Invariant($"There are {onHand} {from} on hand, and {to} is another measure of the same. Count it down to zero first, or keep {from}."),
        "unit");

    public static ConflictError Duplicate(ItemMatch existing) => new DuplicateError(existing);

    public static InvalidError BadField(string field) => new("bad_field", $"The value of {field} cannot be read.", field);
}

/// <summary>An active item of the list is the same by sku, barcode or name and size.</summary>
/// <param name="Existing">That item.</param>
public sealed record DuplicateError(ItemMatch Existing)
    : ConflictError("duplicate", $"“{Existing.Name}” is on this list already, with the same {Existing.By}.", Existing.Field);

/// <summary>An item that stands for the same thing.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Field">The field that says so: sku, barcode or name.</param>
public sealed record ItemMatch(Guid Id, string Name, string Field)
{
    /// <summary>The field in words.</summary>
    public string By => Field switch { "sku" => "SKU", "barcode" => "barcode", _ => "name and size" };
}
