using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Changes an item's fields. Movements neither conflict with it nor are touched by it.</summary>
public sealed class UpdateItem(
    KitchenGuardDbContext db, Places places, Duplicates duplicates, CurrentUser user, Audit audit, TimeProvider clock, ILogger<UpdateItem> logger)
{
    private const int Tries = 4;

    /// <summary>Reads the item's fields, changes them, writes them.</summary>
    /// <param name="department">The list the item is on.</param>
    /// <param name="id">The item.</param>
    /// <param name="change">The fields as they are to be, from the fields as they are. May be called again.</param>
    /// <param name="expected">The version it has to have; null for any.</param>
    /// <param name="ct">Cancels; nothing is changed then.</param>
    /// <returns>The new version, or NotFound, MayNotEdit, Stale, QuantityIsLedger, UnitHasStock, Duplicate, or what the change returned.</returns>
    public async Task<Result<long>> RunAsync(
        Department department, Guid id, Func<ItemInput, Result<ItemInput>> change, long? expected, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(department, id, change, expected, ct);
            }
            catch (DbUpdateConcurrencyException) when (expected is not null)
            {
                return InventoryErrors.Stale;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result<long>> TryAsync(
        Department department, Guid id, Func<ItemInput, Result<ItemInput>> change, long? expected, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var item = await db.Items.Include(i => i.Supplier).Include(i => i.StorageArea)
            .SingleOrDefaultAsync(i => i.Id == id && i.Department == department, ct);
        if (item is null || !user.Sees(department))
        {
            return InventoryErrors.NotFound;
        }

        if (!user.Edits(department))
        {
            return InventoryErrors.MayNotEdit;
        }

        if (expected is not null && item.Version != expected)
        {
            return InventoryErrors.Stale;
        }

        var lot = await OpenLots.EarliestAsync(db, id, ct);
        var stored = ItemEntry.From(item, lot);
        var changed = change(stored);
        if (changed.Error is { } error)
        {
            return error;
        }

        var input = changed.Value;
        var refusal = ItemEntry.Line(input.Name) is null ? InventoryErrors.NameMissing
            : input.Quantity is { } quantity && quantity != (item.OnHand ?? 0) ? InventoryErrors.QuantityIsLedger
            : UnitChange.Check(item, input.Unit);
        if (refusal is not null)
        {
            return refusal;
        }

        var before = (item.NameKey, item.Sku, item.Barcode);
        item.Supplier = await db.Suppliers.FindAsync([await places.SupplierAsync(ItemEntry.Line(input.Supplier), ct)], ct);
        item.StorageArea = await db.StorageAreas.FindAsync([await places.StorageAreaAsync(ItemEntry.Line(input.StorageArea), ct)], ct);
        ItemEntry.Apply(input, item, user.SeesCosts());
        OpenLots.Apply(db, item, lot, input, clock.GetUtcNow());
        if (item.ArchivedAt is null && before != (item.NameKey, item.Sku, item.Barcode))
        {
            await duplicates.LockAsync(ct);
            if (await duplicates.FindAsync(item, ct) is { } existing)
            {
                return InventoryErrors.Duplicate(existing);
            }
        }

        var edited = HandEdits.In(db.ChangeTracker);
        await db.SaveChangesAsync(ct);
        await HandEdits.KeepAsync(db, item, edited, user.Id, ct);
        // Not what was sent: some of it may not be kept, some is kept otherwise.
        if (Audit.Difference(stored, ItemEntry.From(item, await OpenLots.EarliestAsync(db, id, ct))) is ({ } was, var now))
        {
            audit.Add(AuditActions.ItemChanged, item.Name, id, was, now);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        InventoryLog.ItemUpdated(logger, id, item.Version);
        return item.Version;
    }
}
