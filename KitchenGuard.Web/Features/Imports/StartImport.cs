using System.Text.Json;
using Hangfire;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Platform;
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
public sealed record NewImport(Department Department, string FileName, string ContentType, Stream Content, ImportOptions Options);

/// <summary>Takes a file: decides how it is read, stores file and plan in one transaction, and hands its id to the job.</summary>
public sealed class StartImport(KitchenGuardDbContext db, ImportQueue queue, TimeProvider clock)
{
    /// <summary>Starts an import for a restaurant that was entered.</summary>
    /// <param name="file">The file.</param>
    /// <param name="userId">Who sent it.</param>
    /// <param name="ct">Cancels; nothing is half stored.</param>
    /// <returns>The import, <c>pending</c>, or <c>failed</c> with a sentence when the file cannot be a stock list; or an error about the options.</returns>
    public async Task<Result<Import>> RunAsync(NewImport file, Guid userId, CancellationToken ct)
    {
        if (file.Options.FindFault() is { } fault)
        {
            return ImportErrors.Options(fault);
        }

        var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(ct);
        file.Content.Position = 0;
        var inspected = await InspectAsync(file, restaurant, ct);
        if (inspected.Error is { } unreadable)
        {
            return unreadable;
        }

        var inspection = inspected.Value;
        var now = clock.GetUtcNow();
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            RestaurantId = restaurant.Id,
            Department = file.Department,
            FileName = ImportContent.DisplayName(file.FileName),
            ContentType = file.ContentType,
            Size = file.Content.Length,
            Sha256 = await ImportContent.HashAsync(file.Content, ct),
            Status = inspection.Refusal is null ? ImportStatus.Pending : ImportStatus.Failed,
            Failure = inspection.Refusal?.Message,
            FinishedAt = inspection.Refusal is null ? null : now,
            DryRun = file.Options.DryRun,
            Plan = inspection.Plan?.ToJson(),
            CountedAt = (file.Options.CountedAt ?? now).ToUniversalTime(),
            CreatedBy = userId,
            CreatedAt = now,
        };
        await StoreAsync(import, inspection.Notices, file.Content, ct);
        if (import.Status == ImportStatus.Pending)
        {
            queue.Enqueue(import.Id);
        }

        return import;
    }

    private static async Task<Result<Inspection>> InspectAsync(NewImport file, Data.Accounts.Restaurant restaurant, CancellationToken ct)
    {
        var department = file.Department.Word();
        if (file.ContentType != ImportContent.Json)
        {
            return await FileInspector.InspectAsync(file.Content, file.Options, department, restaurant.Currency, restaurant.Locale, ct);
        }

        var plan = JsonRows.Plan(file.Options, department, restaurant.Currency, restaurant.Locale);
        try
        {
            return await JsonRows.InspectAsync(file.Content, plan, ct);
        }
        catch (JsonException)
        {
            return ImportErrors.NotRows;
        }
    }

    private async Task StoreAsync(Import import, IReadOnlyList<FoundIssue> notices, Stream content, CancellationToken ct)
    {
        db.Imports.Add(import);
        db.ImportProgress.Add(new ImportProgress { RestaurantId = import.RestaurantId, ImportId = import.Id, UpdatedAt = import.CreatedAt });
        db.ImportIssues.AddRange(notices.Select(n => new ImportIssue
        {
            RestaurantId = import.RestaurantId,
            ImportId = import.Id,
            Line = n.Line,
            Column = n.Column,
            Field = n.Field,
            Value = n.Value,
            Severity = JsonNamingPolicy.CamelCase.ConvertName(n.Severity.ToString()),
            Code = n.Code,
            Message = n.Message,
        }));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await ImportContent.StoreAsync(
            (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction(), import.RestaurantId, import.Id, content, ct);
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
