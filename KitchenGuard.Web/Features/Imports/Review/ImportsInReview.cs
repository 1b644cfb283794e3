using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Imports that were tried out and wait for somebody's word: how they are found, and how they are tried out anew.</summary>
internal static class ImportsInReview
{
    /// <summary>The import; or NotFound, or NotInReview when it was let run or discarded.</summary>
    public static async Task<Result<Import>> FindInReviewAsync(this KitchenGuardDbContext db, Guid id, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        return import is null ? new NotFoundError() : import.IsInReview() ? import : ImportErrors.NotInReview;
    }

    /// <summary>Whether it can still be changed.</summary>
    public static bool IsInReview(this Import import) => import is { DryRun: true, Status: not ImportStatus.Cancelled };

    /// <summary>
    /// Makes an import in review wait for a new run, within the caller's transaction. The raised attempt makes void what an older run is
    /// about to say. False when it is not in review any more.
    /// </summary>
    public static async Task<bool> ReopenAsync(this KitchenGuardDbContext db, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var reopened = await db.Imports.Where(i => i.Id == id && i.DryRun && i.Status != ImportStatus.Cancelled).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Status, ImportStatus.Pending).SetProperty(i => i.Attempt, i => i.Attempt + 1).SetProperty(i => i.Failure, (string?)null)
                .SetProperty(i => i.StartedAt, (DateTimeOffset?)null).SetProperty(i => i.FinishedAt, (DateTimeOffset?)null), ct);
        if (reopened == 0)
        {
            return false;
        }

        await db.ImportProgress.Where(p => p.ImportId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Percent, 0).SetProperty(p => p.UpdatedAt, now), ct);
        return true;
    }
}
