using KitchenGuard.Data;
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

/// <summary>Takes a laid file away.</summary>
public sealed class RemoveFile(KitchenGuardDbContext db)
{
    /// <summary>Removes the department's file; does nothing when there is none.</summary>
    public Task RunAsync(Guid draftId, Department department, CancellationToken ct) =>
        db.DraftFiles.Where(f => f.DraftId == draftId && f.Department == department).ExecuteDeleteAsync(ct);
}
