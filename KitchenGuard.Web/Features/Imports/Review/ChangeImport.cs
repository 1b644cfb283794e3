using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Reads an import in review anew by what a person or script says about it, and tries it out again.</summary>
public sealed class ChangeImport(KitchenGuardDbContext db, NpgsqlDataSource source, PlanFile planFile, CheckImport check, TimeProvider clock)
{
    /// <summary>Applies what was said.</summary>
    /// <param name="id">The import.</param>
    /// <param name="change">The options as they are to be, from the plan as it is.</param>
    /// <param name="department">Another list than the one it is for; null: the same.</param>
    /// <param name="ct">Cancels; nothing is half changed.</param>
    /// <param name="isExact">True: columns and the sheet that are named have to be there. False: what was said about others is dropped with a warning.</param>
    /// <returns>NotFound, NotInReview, or the sentence that says what does not go together.</returns>
    public async Task<Result<Done>> RunAsync(Guid id, Func<ReadPlan, Result<ImportOptions>> change, Department? department, CancellationToken ct, bool isExact = false)
    {
        var found = await db.FindInReviewAsync(id, ct);
        if (found.Error is { } error)
        {
            return error;
        }

        var import = found.Value;
        var changed = change(ReadPlan.FromJson(import.Plan!));
        if (changed.Error is { } unread)
        {
            return unread;
        }

        var options = changed.Value with { DryRun = true };
        var list = department ?? import.Department;
        if (options.CountedAt > clock.GetUtcNow() + ImportErrors.Ahead)
        {
            return ImportErrors.NotYet;
        }

        Result<Inspection> inspected;
        await using (var content = new ChunkStream(source, import.RestaurantId, import.Id, import.Size))
        {
            inspected = await planFile.RunAsync(content, import.ContentType, options, list, ct);
        }

        if (inspected.Error is { } unfit)
        {
            return unfit;
        }

        if (isExact && inspected.Value.Missing is { } missing)
        {
            return ImportErrors.Options(missing);
        }

        if (inspected.Value.Plan is null)
        {
            return ImportErrors.Options(inspected.Value.Refusal!.Message);
        }

        return await StoreAsync(import, list, inspected.Value, ct);
    }

    private async Task<Result<Done>> StoreAsync(Import import, Department list, Inspection inspection, CancellationToken ct)
    {
        var (id, now) = (import.Id, clock.GetUtcNow());
        var plan = inspection.Plan!;
        var (json, counted) = (plan.ToJson(), (plan.Options.CountedAt ?? import.CreatedAt).ToUniversalTime());
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (!await db.ReopenAsync(id, now, ct))
            {
                return ImportErrors.NotInReview;
            }

            await db.Imports.Where(i => i.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Plan, json).SetProperty(i => i.Department, list).SetProperty(i => i.CountedAt, counted), ct);
            if (inspection.Refusal is { } refusal)
            {
                await db.Imports.Where(i => i.Id == id).ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.Status, ImportStatus.Failed).SetProperty(i => i.Failure, refusal.Message).SetProperty(i => i.FinishedAt, now)
                        .SetProperty(i => i.RowsTotal, 0).SetProperty(i => i.RowsCreated, 0).SetProperty(i => i.RowsUpdated, 0).SetProperty(i => i.RowsUnchanged, 0).SetProperty(i => i.RowsMerged, 0)
                        .SetProperty(i => i.RowsSkipped, 0).SetProperty(i => i.RowsRejected, 0).SetProperty(i => i.Items, 0).SetProperty(i => i.Warnings, 0), ct);
            }

            await db.ImportIssues.Where(i => i.ImportId == id && i.IsGeneral).ExecuteDeleteAsync(ct);
            db.ImportIssues.AddRange(PlanFile.General(import.RestaurantId, id, inspection.Notices));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        if (inspection.Refusal is null)
        {
            await check.RunAsync(import);
        }

        return default(Done);
    }
}
