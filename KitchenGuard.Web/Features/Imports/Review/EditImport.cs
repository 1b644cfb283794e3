using KitchenGuard.Data;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Corrects cells of an import in review, leaves records out, takes either back; then it is tried out again.</summary>
public sealed class EditImport(KitchenGuardDbContext db, CheckImport check, TimeProvider clock)
{
    /// <summary>Keeps the corrections; one of a cell that was corrected before takes its place.</summary>
    /// <param name="id">The import.</param>
    /// <param name="edits">At least one.</param>
    /// <param name="userId">Who corrects.</param>
    /// <param name="ct">Cancels; all are kept or none.</param>
    /// <returns>NotFound, NotInReview, NoSuchCell, TooManyEdits.</returns>
    public async Task<Result<Done>> RunAsync(Guid id, IReadOnlyList<CellEdit> edits, Guid userId, CancellationToken ct)
    {
        if (edits.Any(edit => edit is null || edit.Line < 1 || edit.Column is < 0 or > ReadLimits.MaxColumns || edit.Value is null || edit.Value.Length > ReadLimits.MaxCellLength))
        {
            return ImportErrors.NoSuchCell;
        }

        if (await db.Imports.Where(i => i.Id == id).Select(i => i.Plan).SingleOrDefaultAsync(ct) is { } plan && ReadPlan.FromJson(plan).Columns.Count is var width && edits.Any(edit => edit.Column > width))
        {
            return ImportErrors.NoSuchColumn(width);
        }

        if (edits.Count > RecordEdits.Most)
        {
            return ImportErrors.TooManyEdits;
        }

        // A cell that is named twice says the later; PostgreSQL takes no NUL.
        var last = edits.GroupBy(edit => (edit.Line, edit.Column)).Select(group => group.Last()).ToList();
        return await ApplyAsync(id, async restaurantId =>
        {
            var (lines, columns, now) = (last.Select(e => e.Line).ToArray(), last.Select(e => e.Column).ToArray(), clock.GetUtcNow());
            var values = last.Select(e => e.Value.Replace("\0", "", StringComparison.Ordinal)).ToArray();
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into inventory.import_edits (restaurant_id, import_id, line, "column", value, edited_by, edited_at)
                select {restaurantId}, {id}, e.line, e."column", e.value, {userId}, {now} from unnest({lines}, {columns}, {values}) as e(line, "column", value)
                on conflict (restaurant_id, import_id, line, "column") do update set value = excluded.value, edited_by = excluded.edited_by, edited_at = excluded.edited_at
                """, ct);
            return await db.ImportEdits.CountAsync(e => e.ImportId == id, ct) <= RecordEdits.Most ? null : ImportErrors.TooManyEdits;
        }, ct);
    }

    /// <summary>Takes corrections back: one cell's, a record's, or all.</summary>
    /// <param name="id">The import.</param>
    /// <param name="line">The record's line; null: all.</param>
    /// <param name="column">The cell's column, 0 for "left out"; null: all of the record.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>NotFound, NotInReview.</returns>
    public Task<Result<Done>> UndoAsync(Guid id, int? line, int? column, CancellationToken ct) => ApplyAsync(id, async _ =>
    {
        await db.ImportEdits.Where(e => e.ImportId == id && (line == null || e.Line == line) && (column == null || e.Column == column)).ExecuteDeleteAsync(ct);
        return null;
    }, ct);

    private async Task<Result<Done>> ApplyAsync(Guid id, Func<Guid, Task<Error?>> write, CancellationToken ct)
    {
        var found = await db.FindInReviewAsync(id, ct);
        if (found.Error is { } error)
        {
            return error;
        }

        var import = found.Value;
        var isReadable = ReadPlan.FromJson(import.Plan!).ColumnOf(ItemField.Name) is not null;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            // The import's row first: two corrections at once are counted one after the other, and a run that has read the old ones is void.
            if (isReadable && !await db.ReopenAsync(id, clock.GetUtcNow(), ct))
            {
                return ImportErrors.NotInReview;
            }

            if (await write(import.RestaurantId) is { } fault)
            {
                return fault;
            }

            await transaction.CommitAsync(ct);
        }

        if (isReadable)
        {
            await check.RunAsync(import);
        }

        return default(Done);
    }
}
