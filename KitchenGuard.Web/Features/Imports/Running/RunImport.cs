using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Undo;
using KitchenGuard.Web.Platform.Email;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Works an import off in one transaction that holds the import's row: read once with bounded memory, stage by binary COPY, settle and
/// write set-based. Killed anywhere it leaves nothing; run twice it does nothing the second time.
/// </summary>
public sealed class RunImport(NpgsqlDataSource source, RevertImport revert, MailWhenDone mail, Outbox outbox, TimeProvider clock, ILogger<RunImport> logger)
{
    /// <summary>Runs the import (or its undo), if it still needs running and nobody else does.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="ct">Stops the work; the import stays as it was and is taken up again.</param>
    public async Task RunAsync(Guid importId, CancellationToken ct)
    {
        if (await ImportLease.TakeAsync(source, importId, ct) is not { } task)
        {
            return;
        }

        await using var report = new ProgressReport(source, task.RestaurantId, task.ImportId, task.Attempt, clock, ct);
        if (task.IsUndo)
        {
            await revert.RunAsync(task, report, ct);
            return;
        }

        try
        {
            await WorkAsync(task, report, report.Token);
        }
        catch (Exception exception) when (report.IsSuperseded && exception is OperationCanceledException or NpgsqlException)
        {
            // A later attempt tells what becomes of it.
        }
        catch (Exception exception) when (report.IsCancelRequested && exception is OperationCanceledException or NpgsqlException)
        {
            await ImportLease.CancelAsync(source, task.RestaurantId, task.ImportId, CancellationToken.None);
            ImportsLog.Cancelled(logger, task.ImportId);
        }
    }

    private async Task WorkAsync(ImportTask task, ProgressReport report, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        await using var bulk = await BulkConnection.BeginAsync(source, task.RestaurantId, ct);
        var (connection, transaction) = (bulk.Connection, bulk.Transaction);
        // A dry run holds nothing: whoever changes an option meanwhile does not wait, and this run's result is void.
        if (!task.DryRun && !await ImportLease.HoldAsync(connection, transaction, task, ct))
        {
            return;
        }

        var plan = ReadPlan.FromJson(task.Plan) with { Edits = await ReadEditsAsync(connection, transaction, task, ct) };
        var summary = await StageAsync(connection, transaction, task, plan, report, ct);
        var merge = new ImportMerge(connection, transaction, task, plan, summary, report);
        if (summary.Rows > BulkConnection.Many)
        {
            await bulk.JoinByHashAsync(ct);
        }

        if (!task.DryRun)
        {
            await ImportLease.LockRestaurantAsync(connection, transaction, task, ct);
        }

        var counts = await merge.SettleAsync(ct);
        var failure = plan.Options.Atomic && counts.Rejected > 0
            ? $"{counts.Rejected} of {counts.Total} rows cannot be taken, and the import was asked to take all or nothing."
            : null;
        if (failure is null && !task.DryRun)
        {
            await merge.WriteAsync(counts, ct);
        }

        // What was said meanwhile is for a later run to tell.
        if (task.DryRun && !await ImportLease.HoldAsync(connection, transaction, task, ct))
        {
            return;
        }

        if (!await FinishAsync(connection, transaction, task, counts, failure, ct))
        {
            report.IsCancelRequested = true;
            throw new OperationCanceledException("Somebody wanted the import stopped before it was done.");
        }

        if (task.DryRun)
        {
            await merge.NoteWordsAsync(ct);
        }

        var told = await mail.AddAsync(connection, transaction, task.RestaurantId, task.ImportId, ct);
        await transaction.CommitAsync(CancellationToken.None);
        if (told is { } mailId)
        {
            outbox.Enqueue(mailId);
        }

        report.Percent = 100;
        ImportsLog.Finished(logger, task.ImportId, task.RestaurantId, counts.Total, counts.Created, counts.Updated, counts.Rejected,
            (long)clock.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task<RecordEdits> ReadEditsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """select line, "column", value from inventory.import_edits where restaurant_id = $1 and import_id = $2""", connection, transaction)
        {
            Parameters = { new() { Value = task.RestaurantId }, new() { Value = task.ImportId } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var edits = new List<CellEdit>();
        while (await reader.ReadAsync(ct))
        {
            edits.Add(new CellEdit(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2)));
        }

        return RecordEdits.Of(edits);
    }

    private async Task<StageSummary> StageAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, ReadPlan plan, ProgressReport report, CancellationToken ct)
    {
        await using (var create = new NpgsqlCommand(StageColumns.Create, connection, transaction))
        {
            await create.ExecuteNonQueryAsync(ct);
        }

        var summary = new StageSummary();
        await Spellings.KnowAsync(connection, transaction, task, [summary.Category, summary.Supplier, summary.Area], ct);
        await using var content = new ChunkStream(source, task.RestaurantId, task.ImportId, task.Size);
        await using var writer = new StageWriter(await connection.BeginBinaryImportAsync(StageColumns.Copy, ct), summary);
        await foreach (var record in ImportContent.ReadAsync(content, task.ContentType, plan, ct))
        {
            await writer.WriteAsync(record, ct);
            if (summary.Rows % 500 == 0)
            {
                ct.ThrowIfCancellationRequested();
                report.Percent = (int)(plan.Detected.SheetRows is { } rows ? record.Line * (long)ImportMerge.Begin / rows : content.Position * ImportMerge.Begin / Math.Max(1, task.Size));
            }
        }

        await writer.CompleteAsync(ct);
        report.Percent = ImportMerge.Begin;
        return summary;
    }

    // False: somebody wants it stopped, and was first.
    private static async Task<bool> FinishAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, OutcomeCounts counts, string? failure, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from inventory.import_issues where restaurant_id = $1 and import_id = $2 and not is_general")
        {
            Parameters = { new() { Value = task.RestaurantId }, new() { Value = task.ImportId } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(MergeStatements.InsertIssues)
        {
            Parameters = { new() { Value = task.RestaurantId }, new() { Value = task.ImportId } },
        });
        var finish = new NpgsqlBatchCommand(MergeStatements.Finish)
        {
            Parameters =
            {
                new() { Value = task.RestaurantId },
                new() { Value = task.ImportId },
                new() { Value = failure is null ? "completed" : "failed" },
                new() { Value = (object?)failure ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                new() { Value = counts.Total },
                new() { Value = failure is null ? counts.Created : 0 },
                new() { Value = failure is null ? counts.Updated : 0 },
                new() { Value = failure is null ? counts.Unchanged : 0 },
                new() { Value = failure is null ? counts.Merged : 0 },
                new() { Value = counts.Skipped },
                new() { Value = failure is null ? counts.Rejected : counts.Total - counts.Skipped },
                new() { Value = failure is null ? counts.Items.Created + counts.Items.Updated + counts.Items.Unchanged : 0 },
            },
        };
        batch.BatchCommands.Add(finish);
        await batch.ExecuteNonQueryAsync(ct);
        return finish.RecordsAffected > 0;
    }
}
