using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Lets an import in review run, as its preview showed it. Sent twice it runs once.</summary>
public sealed class ConfirmImport(KitchenGuardDbContext db, MappingMemories memories, ImportQueue queue, Audit audit, TimeProvider clock)
{
    /// <summary>Makes the dry run an import, and remembers for the next such file what was said about this one.</summary>
    /// <returns>NotFound, NotInReview when it was discarded, or the sentence why it cannot be imported as it is.</returns>
    public async Task<Result<Done>> RunAsync(Guid id, Guid userId, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (import is null)
        {
            return new NotFoundError();
        }

        if (!import.DryRun)
        {
            return default(Done);
        }

        if (import.Status == ImportStatus.Cancelled)
        {
            return ImportErrors.NotInReview;
        }

        if (import.Status == ImportStatus.Failed || import.Plan is null)
        {
            return ImportErrors.Refused(import.Failure ?? "This file cannot be imported as it is.");
        }

        var now = clock.GetUtcNow();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (!await db.ReopenAsync(id, now, ct))
            {
                // Somebody else was faster: they let it run too, or discarded it.
                return await db.Imports.AnyAsync(i => i.Id == id && i.DryRun, ct) ? ImportErrors.NotInReview : default(Result<Done>);
            }

            await db.Imports.Where(i => i.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.DryRun, false).SetProperty(i => i.RowsTotal, 0).SetProperty(i => i.RowsCreated, 0).SetProperty(i => i.RowsUpdated, 0)
                    .SetProperty(i => i.RowsUnchanged, 0).SetProperty(i => i.RowsMerged, 0).SetProperty(i => i.RowsSkipped, 0).SetProperty(i => i.RowsRejected, 0)
                    .SetProperty(i => i.Items, 0).SetProperty(i => i.Warnings, 0), ct);
            audit.Add(AuditActions.ImportStarted, import.FileName, id);
            await db.SaveChangesAsync(ct);
            await memories.KeepAsync(ReadPlan.FromJson(import.Plan), userId, ct);
            await transaction.CommitAsync(ct);
        }

        queue.Enqueue(id);
        return default(Done);
    }
}

/// <summary>Discards an import in review: nothing was changed, and nothing will be.</summary>
public sealed class DiscardImport(KitchenGuardDbContext db, TimeProvider clock)
{
    /// <summary>Discards it. Discarded before, it stays so.</summary>
    /// <returns>NotFound; NotInReview when it was let run.</returns>
    public async Task<Result<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var discarded = await db.Imports.Where(i => i.Id == id && i.DryRun && i.Status != ImportStatus.Cancelled).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Status, ImportStatus.Cancelled).SetProperty(i => i.Attempt, i => i.Attempt + 1).SetProperty(i => i.FinishedAt, now), ct);
        return discarded == 1 ? default(Done)
            : await db.Imports.Where(i => i.Id == id).Select(i => (bool?)i.DryRun).SingleOrDefaultAsync(ct) is not { } dryRun ? new NotFoundError()
            : dryRun ? default(Done) : ImportErrors.NotInReview;
    }
}
