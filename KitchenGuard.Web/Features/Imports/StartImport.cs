using Hangfire;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Review;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>A file (or row array) that somebody wants imported.</summary>
/// <param name="Department">The list it goes to.</param>
/// <param name="FileName">As the browser gave it.</param>
/// <param name="ContentType"><see cref="ImportContent.Csv"/> or <see cref="ImportContent.Json"/>.</param>
/// <param name="Content">Seekable.</param>
/// <param name="Options">What was said about it; what is null is detected here, once.</param>
/// <param name="MendsImportId">The import whose rejected records it mends: what that one was read by holds. Null: a file of its own.</param>
/// <param name="SplitFrom">The import of which it is a part: what was corrected there is corrected here. Null: a file of its own.</param>
public sealed record NewImport(
    Department Department, string FileName, string ContentType, Stream Content, ImportOptions Options, Guid? MendsImportId = null, Guid? SplitFrom = null);

/// <summary>Takes a file: decides how it is read, stores file and plan in one transaction, and hands its id to the job.</summary>
public sealed class StartImport(
    KitchenGuardDbContext db, PlanFile planFile, MappingMemories memories, CheckImport check, ImportQueue queue, Audit audit, TimeProvider clock)
{
    /// <summary>Starts an import for a restaurant that was entered.</summary>
    /// <param name="file">The file.</param>
    /// <param name="userId">Who sent it.</param>
    /// <param name="ct">Cancels; nothing is half stored.</param>
    /// <returns>
    /// The import, <c>pending</c>, or <c>failed</c> with a sentence when the file cannot be a stock list; or an error about the options, or
    /// about a file that is over the limits. A dry run stores no file that there is nothing to look at in, and a small one is done at once.
    /// </returns>
    public async Task<Result<Import>> RunAsync(NewImport file, Guid userId, CancellationToken ct)
    {
        if (file.Options.CountedAt > clock.GetUtcNow() + ImportErrors.Ahead)
        {
            return ImportErrors.NotYet;
        }

        if (file.MendsImportId is { } mends && !await db.Imports.AnyAsync(i => i.Id == mends, ct))
        {
            return ImportErrors.NothingToMend;
        }

        var inspected = await InspectAsync(file, ct);
        if (inspected.Error is { } unreadable)
        {
            return unreadable;
        }

        (file, var inspection) = (inspected.Value.File, inspected.Value.Inspection);
        if (inspection.Refusal is { } refusal && (IsOverLimits(refusal) || (inspection.Plan is null && file.Options.DryRun)))
        {
            return ImportErrors.Refused(refusal.Message);
        }

        var now = clock.GetUtcNow();
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            RestaurantId = db.RestaurantId!.Value,
            Department = file.Department,
            FileName = ImportContent.DisplayName(file.FileName),
            ContentType = inspection.Plan?.Detected.Sheet is null ? file.ContentType : ImportContent.Workbook,
            Size = file.Content.Length,
            Sha256 = await ImportContent.HashAsync(file.Content, ct),
            Status = inspection.Refusal is null ? ImportStatus.Pending : ImportStatus.Failed,
            Failure = inspection.Refusal?.Message,
            FinishedAt = inspection.Refusal is null ? null : now,
            DryRun = file.Options.DryRun,
            MendsImportId = file.MendsImportId,
            Plan = inspection.Plan?.ToJson(),
            CountedAt = (inspection.Plan?.Options.CountedAt ?? file.Options.CountedAt ?? now).ToUniversalTime(),
            CreatedBy = userId,
            CreatedAt = now,
        };
        await StoreAsync(import, inspection.Notices, file, ct);
        if (import is { Status: ImportStatus.Pending, DryRun: true })
        {
            await check.RunAsync(import);
        }
        else if (import.Status == ImportStatus.Pending)
        {
            queue.Enqueue(import.Id);
        }

        return import;
    }

    private static bool IsOverLimits(FileRefusal refusal) =>
        refusal.Code is RefusalCode.TooLarge or RefusalCode.TooManyRecords or RefusalCode.TooManyColumns;

    private async Task<Result<(NewImport File, Inspection Inspection)>> InspectAsync(NewImport file, CancellationToken ct)
    {
        file.Content.Position = 0;
        var inspected = await planFile.RunAsync(file.Content, file.ContentType, file.Options, file.Department, ct);
        if (inspected.Error is { } error)
        {
            return error;
        }

        var first = inspected.Value;
        if (first.Missing is { } missing)
        {
            return ImportErrors.Options(missing);
        }

        if (first.Plan is not { } plan || file.ContentType == ImportContent.Json)
        {
            return (file, first);
        }

        IReadOnlyList<FoundIssue> mending = [];
        if (plan.IsRejectedFile && file.MendsImportId is null)
        {
            var mended = await memories.FindMendedAsync(plan, file.Department, ct);
            file = file with { MendsImportId = mended?.Id };
            mending = [MendingNotice(mended?.FileName)];
        }

        if (await memories.RecallAsync(plan, file.MendsImportId, ct) is not { } recalled)
        {
            return (file, first with { Notices = [.. first.Notices, .. mending] });
        }

        file.Content.Position = 0;
        inspected = await planFile.RunAsync(file.Content, file.ContentType, recalled.Options, file.Department, ct);
        return inspected.Error is { } unfit ? unfit
            : inspected.Value is { Plan: { } read } inspection ? (file, inspection with { Plan = WithoutContradicted(read), Notices = [.. inspection.Notices, .. recalled.Notices, .. mending] })
            : (file, inspected.Value);
    }

    private static FoundIssue MendingNotice(string? fileName) => fileName is null
        ? new FoundIssue(0, null, null, null, IssueSeverity.Warning, IssueCode.Mends, "These rows were rejected from another file, but no import that has such a header is left: what they count is taken for the whole count of an item.")
        : new FoundIssue(0, null, null, CellText.Cut(fileName), IssueSeverity.Notice, IssueCode.Mends, $"These are the rejected rows of “{CellText.Cut(fileName)}”: they are read as that file was, and added to what it counted.");

    /// <summary>What was remembered of a column and does not fit this file's values is not said about it any more.</summary>
    private static ReadPlan WithoutContradicted(ReadPlan plan) => plan with
    {
        Options = plan.Options with
        {
            Mapping = [.. (plan.Options.Mapping ?? []).Where(choice =>
                !choice.Remembered || (choice.Column <= plan.Columns.Count && plan.Columns[choice.Column - 1].Field == choice.Field))],
        },
    };

    private async Task StoreAsync(Import import, IReadOnlyList<FoundIssue> notices, NewImport file, CancellationToken ct)
    {
        db.Imports.Add(import);
        if (!import.DryRun)
        {
            audit.Add(AuditActions.ImportStarted, import.FileName, import.Id);
        }

        db.ImportProgress.Add(new ImportProgress { RestaurantId = import.RestaurantId, ImportId = import.Id, UpdatedAt = import.CreatedAt });
        db.ImportIssues.AddRange(PlanFile.General(import.RestaurantId, import.Id, notices));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await ImportContent.StoreAsync(
            (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction(), import.RestaurantId, import.Id, file.Content, ct);
        if (file.SplitFrom is { } whole)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into inventory.import_edits (restaurant_id, import_id, line, "column", value, edited_by, edited_at)
                select restaurant_id, {import.Id}, line, "column", value, edited_by, edited_at from inventory.import_edits where restaurant_id = {import.RestaurantId} and import_id = {whole}
                """, ct);
        }

        await transaction.CommitAsync(ct);
    }
}

/// <summary>Hands imports to the job after their commit. What cannot be handed over is picked up by the sweeper.</summary>
public sealed class ImportQueue(IBackgroundJobClient jobs, ILogger<ImportQueue> logger)
{
    /// <summary>Enqueues the import's id.</summary>
    public void Enqueue(Guid importId)
    {
        try
        {
            jobs.Enqueue<ImportJob>(job => job.RunAsync(importId, CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            ImportsLog.NotEnqueued(logger, exception, importId);
        }
    }
}
