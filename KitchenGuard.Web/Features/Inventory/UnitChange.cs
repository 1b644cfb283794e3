using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>
/// An item's unit can be corrected ("each" was meant as "bottle": the count stays), but not swapped for another measure of the same
/// while there is stock: 5 kg must not turn into 5 g.
/// </summary>
internal static class UnitChange
{
    public static InvalidError? Check(InventoryItem item, string? wanted)
    {
        var (from, to) = (Unit.FromCode(item.Unit), Unit.FromCode(ItemEntry.UnitCode(wanted)));
        return item.OnHand is { } onHand && onHand != 0 && from.TryConvert(1, to, out var factor) && factor != 1
            ? InventoryErrors.UnitHasStock(ItemRows.Trim(onHand), from.Code, to.Code)
            : null;
    }
}
