using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>Reads a laid file anew by what a person said about it; the plan that comes out is the one the import uses.</summary>
public sealed class ChangeReading(KitchenGuardDbContext db, ReadDraftFile read)
{
    /// <summary>Applies the choices.</summary>
    /// <returns>The name of the form's field that was changed first, or empty; or the sentence that says which choices do not go together.</returns>
    public async Task<Result<string>> RunAsync(
        Guid draftId, Department department, ReadingChoices choices, string currency, string locale, CancellationToken ct)
    {
        var file = await db.DraftFiles.SingleOrDefaultAsync(f => f.DraftId == draftId && f.Department == department, ct);
        if (file?.Plan is null)
        {
            return ImportErrors.NothingLaid;
        }

        var plan = ReadPlan.FromJson(file.Plan);
        var options = choices.Over(plan);
        if (options.FindFault() is { } fault)
        {
            return ImportErrors.Options(fault);
        }

        await ReadDraftFile.RunAsync(file, options, currency, locale, ct);
        await db.SaveChangesAsync(ct);
        read.EnqueueCheck(file);
        return choices.FirstChange(plan) ?? "";
    }
}

/// <summary>Gives each of a draft's files to the other list, and reads it for that.</summary>
public sealed class SwapFiles(KitchenGuardDbContext db, ReadDraftFile read)
{
    /// <summary>Swaps; does nothing when there is no file.</summary>
    public async Task RunAsync(Guid draftId, string currency, string locale, CancellationToken ct)
    {
        var files = await db.DraftFiles.AsNoTracking().Where(f => f.DraftId == draftId).ToListAsync(ct);
        var swapped = files.Select(file => new DraftFile
        {
            Id = Guid.CreateVersion7(), DraftId = draftId, FileName = file.FileName, Content = file.Content, Plan = file.Plan,
            Department = file.Department == Department.Kitchen ? Department.Bar : Department.Kitchen,
        }).ToList();
        foreach (var file in swapped)
        {
            await ReadDraftFile.RunAsync(file, file.Plan is null ? new ImportOptions() : ReadPlan.FromJson(file.Plan).Options, currency, locale, ct);
        }

        var ids = files.ConvertAll(file => file.Id);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            // Swapped twice at once, the second finds nothing to swap.
            if (await db.DraftFiles.Where(f => ids.Contains(f.Id)).ExecuteDeleteAsync(ct) < ids.Count)
            {
                return;
            }

            db.DraftFiles.AddRange(swapped);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        swapped.ForEach(read.EnqueueCheck);
    }
}

/// <summary>Takes a laid file away.</summary>
public sealed class RemoveFile(KitchenGuardDbContext db)
{
    /// <summary>Removes the department's file; does nothing when there is none.</summary>
    public Task RunAsync(Guid draftId, Department department, CancellationToken ct) =>
        db.DraftFiles.Where(f => f.DraftId == draftId && f.Department == department).ExecuteDeleteAsync(ct);
}
