using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Takes an item off its list, or puts it back. Its ledger stays.</summary>
public sealed class ArchiveItem(
    KitchenGuardDbContext db, Duplicates duplicates, CurrentUser user, Audit audit, TimeProvider clock, ILogger<ArchiveItem> logger)
{
    /// <summary>Archives or restores; nothing happens when it is so already.</summary>
    /// <param name="department">The list the item is on.</param>
    /// <param name="id">The item.</param>
    /// <param name="archived">True takes it off, false puts it back.</param>
    /// <param name="expected">The version it has to have; null for any.</param>
    /// <param name="ct">Cancels; nothing is changed then.</param>
    /// <returns>The item's name, or NotFound, MayNotEdit, Stale, Duplicate.</returns>
    public async Task<Result<string>> RunAsync(Department department, Guid id, bool archived, long? expected, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!archived)
        {
            await duplicates.LockAsync(ct);
        }

        var item = await db.Items.SingleOrDefaultAsync(i => i.Id == id && i.Department == department, ct);
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

        if (archived == (item.ArchivedAt is not null))
        {
            return item.Name;
        }

        if (!archived && await duplicates.FindAsync(item, ct) is { } existing)
        {
            return InventoryErrors.Duplicate(existing);
        }

        // Set-based, so that a field somebody edits at this moment neither stops it nor is lost.
        DateTimeOffset? at = archived ? clock.GetUtcNow() : null;
        await db.Items.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.ArchivedAt, at), ct);
        audit.Add(archived ? AuditActions.ItemArchived : AuditActions.ItemRestored, item.Name, id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        InventoryLog.ItemArchived(logger, id, archived);
        return item.Name;
    }
}
