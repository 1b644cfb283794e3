using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Undo;

/// <summary>Asks for the undo of an import; the job does it.</summary>
public sealed class UndoImport(KitchenGuardDbContext db, ImportQueue queue, CurrentUser user, Audit audit, TimeProvider clock)
{
    /// <summary>How long an import can be undone.</summary>
    public const int Days = 30;

    /// <summary>Starts the undo; once, however often it is asked for.</summary>
    /// <returns>Where the import stands now, or NotFound, MayNotImport, NothingToUndo, TooLateToUndo.</returns>
    public async Task<Result<ImportStatus>> RunAsync(Guid id, CancellationToken ct)
    {
        if (!user.Manages())
        {
            return ImportErrors.MayNotImport;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var since = clock.GetUtcNow().AddDays(-Days);
        var begun = await db.Imports
            .Where(i => i.Id == id && i.Status == ImportStatus.Completed && !i.DryRun && (i.RowsCreated + i.RowsUpdated > 0
                // A count that found what was known, unless it is the same file once more.
                || (db.ImportChanges.Any(c => c.ImportId == i.Id) && !db.Imports.Any(o => o.Id != i.Id && o.Sha256 == i.Sha256 && o.Status == ImportStatus.Completed && !o.DryRun))) && i.FinishedAt > since)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Status, ImportStatus.Undoing).SetProperty(i => i.UndoneBy, user.Id).SetProperty(i => i.Failure, (string?)null), ct);
        if (begun == 0)
        {
            var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
            return import is null ? ImportErrors.NotFound
                : import.Status is ImportStatus.Undoing or ImportStatus.Undone ? import.Status
                : import.Status == ImportStatus.Completed && !import.DryRun && import.FinishedAt <= since ? ImportErrors.TooLateToUndo
                : ImportErrors.NothingToUndo;
        }

        var now = clock.GetUtcNow();
        await db.ImportProgress.Where(p => p.ImportId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Percent, 0).SetProperty(p => p.SecondsLeft, (int?)null).SetProperty(p => p.CancelRequested, false).SetProperty(p => p.Interruptions, -1)
                .SetProperty(p => p.UpdatedAt, now), ct);
        audit.Add(AuditActions.ImportUndone, await db.Imports.Where(i => i.Id == id).Select(i => i.FileName).SingleAsync(ct), id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        queue.Enqueue(id);
        return ImportStatus.Undoing;
    }
}
