using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Stops an import that waits or runs. Nothing of it stays.</summary>
public sealed class CancelImport(KitchenGuardDbContext db, NpgsqlDataSource source, CurrentUser user, Audit audit)
{
    /// <summary>Asks for the end: what no worker holds is cancelled at once, a worker stops within a second.</summary>
    /// <returns>Where the import stands now, or NotFound, MayNotImport, AlreadyEnded.</returns>
    public async Task<Result<ImportStatus>> RunAsync(Guid id, CancellationToken ct)
    {
        if (!user.Manages())
        {
            return ImportErrors.MayNotImport;
        }

        if (await db.Imports.AnyAsync(i => i.Id == id && i.DryRun && i.Status != ImportStatus.Pending && i.Status != ImportStatus.Running, ct))
        {
            return ImportErrors.InReview;
        }

        // The wish first: a worker that takes the import up from now on sees it, and none commits against it.
        var wished = await db.ImportProgress.Where(p => p.ImportId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CancelRequested, true), ct);
        if (wished == 0)
        {
            return ImportErrors.NotFound;
        }

        audit.Add(AuditActions.ImportCancelled, await db.Imports.Where(i => i.Id == id).Select(i => i.FileName).SingleAsync(ct), id);
        await db.SaveChangesAsync(ct);
        await ImportLease.CancelAsync(source, user.RestaurantId, id, ct);
        var status = await db.Imports.Where(i => i.Id == id).Select(i => i.Status).SingleAsync(ct);
        return status is ImportStatus.Pending or ImportStatus.Running or ImportStatus.Cancelled ? status : ImportErrors.AlreadyEnded;
    }
}
