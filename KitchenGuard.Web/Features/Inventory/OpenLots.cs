using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Expiry and lot code of an item are those of its earliest open lot.</summary>
internal static class OpenLots
{
    public static Task<Lot?> EarliestAsync(KitchenGuardDbContext db, Guid itemId, CancellationToken ct) =>
        db.Lots.Where(l => l.ItemId == itemId && l.ClosedAt == null).OrderBy(l => l.ExpiresOn).ThenBy(l => l.CreatedAt).FirstOrDefaultAsync(ct);

    public static Lot New(InventoryItem item, ItemInput input, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        RestaurantId = item.RestaurantId,
        ItemId = item.Id,
        ExpiresOn = input.ExpiresOn,
        LotCode = ItemEntry.Line(input.LotCode),
        CreatedAt = now,
    };

    /// <summary>Writes expiry and lot code into the open lot: makes one when there is none, closes it when both are cleared.</summary>
    public static void Apply(KitchenGuardDbContext db, InventoryItem item, Lot? lot, ItemInput input, DateTimeOffset now)
    {
        var code = ItemEntry.Line(input.LotCode);
        if (lot is null)
        {
            if (input.ExpiresOn is not null || code is not null)
            {
                db.Lots.Add(New(item, input, now));
            }
        }
        else if (input.ExpiresOn is null && code is null)
        {
            lot.ClosedAt = now;
        }
        else
        {
            (lot.ExpiresOn, lot.LotCode) = (input.ExpiresOn, code);
        }
    }
}
