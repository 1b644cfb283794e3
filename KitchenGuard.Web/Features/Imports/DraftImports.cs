using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Review;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Turns the files of a sign-up into imports.</summary>
public sealed class DraftImports(ImportQueue queue, TimeProvider clock)
{
    /// <summary>
    /// Copies the draft's readable files into imports, inside PostgreSQL and the sign-up's transaction. A file's id becomes the import's.
    /// </summary>
    /// <returns>How many imports there are.</returns>
    public async Task<int> CopyAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid draftId, Guid restaurantId, Guid userId, CancellationToken ct)
    {
        await Data.Postgres.TenantSetting.EnterAsync(connection, transaction, restaurantId, ct);
        await using var insert = new NpgsqlCommand(
            $"""
            with file as (select * from auth.draft_files where draft_id = $1 and plan is not null and refusal is null),
              import as (
                insert into inventory.imports (id, restaurant_id, department, file_name, content_type, size, sha256, status, dry_run, plan, counted_at,
                  rows_total, rows_created, rows_updated, rows_unchanged, rows_merged, rows_skipped, rows_rejected, items, warnings, created_by, created_at, attempt)
                select id, $2, department, file_name, case when plan -> 'detected' ->> 'sheet' is null then '{ImportContent.Csv}' else '{ImportContent.Workbook}' end, length(content), sha256(content), 'pending', false, plan,
                  coalesce((plan -> 'options' ->> 'countedAt')::timestamptz, $4),
                  0, 0, 0, 0, 0, 0, 0, 0, 0, $3, $4, 0 from file),
              progress as (
                insert into inventory.import_progress (restaurant_id, import_id, percent, updated_at, cancel_requested) select $2, id, 0, $4, false from file),
              chunk as (
                insert into inventory.upload_chunks (restaurant_id, import_id, "index", content)
                select $2, id, n, substring(content from n * {UploadChunk.Size} + 1 for {UploadChunk.Size})
                from file cross join lateral generate_series(0, (length(content) - 1) / {UploadChunk.Size}) n)
            select count(*) from file
            """, connection, transaction);
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = draftId });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = restaurantId });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        return (int)(long)(await insert.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Keeps what was found about a laid file with the import that it becomes; the caller saves.</summary>
    public static void KeepNotices(KitchenGuardDbContext db, Guid restaurantId, Guid fileId, string? findings) =>
        db.ImportIssues.AddRange(PlanFile.General(restaurantId, fileId, FileFindings.FromJson(findings).Notices));

    /// <summary>Hands the imports to the job; after the commit.</summary>
    /// <param name="importIds">The ids of the draft's files.</param>
    public void Enqueue(IEnumerable<Guid> importIds)
    {
        foreach (var id in importIds)
        {
            queue.Enqueue(id);
        }
    }
}
