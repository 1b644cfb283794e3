using System.Globalization;
using System.Text.Json.Nodes;
using KitchenGuard.Data;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>What can be said and asked about an import that was sent with dryRun=true, until it is let run or discarded.</summary>
internal static class ReviewApi
{
    private const int PageSize = 200;

    public static void MapReviewApi(this RouteGroupBuilder api)
    {
        api.MapPatch("/{id:guid}", PatchAsync).WithName("ChangeImport").WithSummary("Change options of a dry run; it is done anew.").DescribePatch();
        api.MapGet("/{id:guid}/edits", EditsAsync).WithName("ListImportEdits").WithSummary("The corrected cells.");
        api.MapPut("/{id:guid}/edits", EditAsync).WithName("EditImport").WithSummary("Correct cells of a dry run; column 0 leaves the record out.");
        api.MapDelete("/{id:guid}/edits", UndoEditsAsync).WithName("UndoImportEdits").WithSummary("Take corrections back: a cell's, a line's, or all.");
        api.MapGet("/{id:guid}/records", RecordsAsync).WithName("ListImportRecords").WithSummary("The file's records as they are read, in pages.");
        api.MapPost("/{id:guid}/split", SplitAsync).WithName("SplitImport").WithSummary("Split a dry run: what is not named becomes an import of the other list.").OncePerKey();
        api.MapPost("/{id:guid}/run", RunAsync).WithName("ConfirmImport").WithSummary("Let a dry run become the import.").OncePerKey();
        api.MapDelete("/{id:guid}", DiscardAsync).WithName("DiscardImport").WithSummary("Discard a dry run.");
    }

    private static async Task<Results<Ok<ImportAnswer>, NotFound, ProblemHttpResult>> PatchAsync(
        Guid id, JsonObject body, ChangeImport change, KitchenGuardDbContext db, CancellationToken ct)
    {
        var patch = OptionsPatch.From(body);
        if (patch.Error is { } unknown)
        {
            return unknown.ToProblem();
        }

        var changed = await change.RunAsync(id, plan => patch.Value.Over(plan.Options), patch.Value.Department, ct, patch.Value.NamesPlaces);
        return await AnswerAsync(changed.Error, id, db, ct);
    }

    private static async Task<Results<Ok<PageOf<CellEdit>>, NotFound>> EditsAsync(Guid id, KitchenGuardDbContext db, CancellationToken ct) =>
        await db.Imports.AnyAsync(i => i.Id == id, ct)
            ? TypedResults.Ok(new PageOf<CellEdit>(
                await db.ImportEdits.Where(e => e.ImportId == id).OrderBy(e => e.Line).ThenBy(e => e.Column).Select(e => new CellEdit(e.Line, e.Column, e.Value)).ToListAsync(ct), null))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ImportAnswer>, NotFound, ProblemHttpResult>> EditAsync(
        Guid id, IReadOnlyList<CellEdit> edits, EditImport edit, CurrentUser user, KitchenGuardDbContext db, CancellationToken ct) =>
        await AnswerAsync((await edit.RunAsync(id, edits, user.Id, ct)).Error, id, db, ct);

    private static async Task<Results<Ok<ImportAnswer>, NotFound, ProblemHttpResult>> UndoEditsAsync(
        Guid id, int? line, int? column, EditImport edit, KitchenGuardDbContext db, CancellationToken ct) =>
        await AnswerAsync((await edit.UndoAsync(id, line, column, ct)).Error, id, db, ct);

    private static async Task<Results<Ok<PageOf<RecordAnswer>>, NotFound>> RecordsAsync(
        Guid id, string? cursor, int? limit, KitchenGuardDbContext db, ImportRecords records, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Plan != null, ct) is not { } import)
        {
            return TypedResults.NotFound();
        }

        var size = Math.Clamp(limit ?? PageSize, 1, PageSize);
        var after = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0;
        var page = new List<RecordAnswer>();
        await foreach (var record in records.ReadAsync(import, ct).SkipWhile(record => record.Line <= after))
        {
            // The items of one record stay on one page.
            if (page.Count >= size && record.Part == 0)
            {
                return TypedResults.Ok(new PageOf<RecordAnswer>(page, page[^1].Line.ToString(CultureInfo.InvariantCulture)));
            }

            page.Add(RecordAnswer.From(record));
        }

        return TypedResults.Ok(new PageOf<RecordAnswer>(page, null));
    }

    private static async Task<Results<Created<StartedAnswer>, NotFound, ProblemHttpResult>> SplitAsync(
        Guid id, RecordFilter only, SplitImport split, CurrentUser user, KitchenGuardDbContext db, CancellationToken ct)
    {
        var result = await split.RunAsync(id, only, user.Id, ct);
        return result.Error is NotFoundError ? TypedResults.NotFound()
            : result.Error is { } error ? error.ToProblem()
            : TypedResults.Created($"/api/imports/{result.Value}", new StartedAnswer(
                result.Value, await db.Imports.Where(i => i.Id == result.Value).Select(i => i.Status).SingleAsync(ct)));
    }

    private static async Task<Results<Accepted<StartedAnswer>, NotFound, ProblemHttpResult>> RunAsync(
        Guid id, ConfirmImport confirm, CurrentUser user, KitchenGuardDbContext db, CancellationToken ct)
    {
        var confirmed = await confirm.RunAsync(id, user.Id, ct);
        return confirmed.Error is NotFoundError ? TypedResults.NotFound()
            : confirmed.Error is { } error ? error.ToProblem()
            : TypedResults.Accepted($"/api/imports/{id}", new StartedAnswer(id, await db.Imports.Where(i => i.Id == id).Select(i => i.Status).SingleAsync(ct)));
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DiscardAsync(Guid id, DiscardImport discard, CancellationToken ct)
    {
        var discarded = await discard.RunAsync(id, ct);
        return discarded.Error is NotFoundError ? TypedResults.NotFound() : discarded.Error is { } error ? error.ToProblem() : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ImportAnswer>, NotFound, ProblemHttpResult>> AnswerAsync(Error? error, Guid id, KitchenGuardDbContext db, CancellationToken ct)
    {
        if (error is not null)
        {
            return error is NotFoundError ? TypedResults.NotFound() : error.ToProblem();
        }

        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, ct);
        return TypedResults.Ok(ImportAnswer.From(import, await ImportLine.Of(db, db.Imports.Where(i => i.Id == id)).SingleAsync(ct)));
    }
}

/// <summary>A record of the file as it is read, before it is matched with what is there.</summary>
/// <param name="Line">Where it starts.</param>
/// <param name="Outcome"><c>item</c>, <c>skipped</c> or <c>rejected</c>.</param>
/// <param name="Item">What it says; null when it is no item.</param>
/// <param name="Issues">What was found in it.</param>
/// <param name="Cells">Its cells, corrected ones as they are now.</param>
/// <param name="Part">0; above that, a further item of the record before it.</param>
public sealed record RecordAnswer(int Line, RecordOutcome Outcome, ItemRow? Item, IReadOnlyList<FoundIssue> Issues, IReadOnlyList<string> Cells, int Part)
{
    internal static RecordAnswer From(ReadRecord record) => new(record.Line, record.Outcome, record.Item, record.Issues, record.Cells, record.Part);
}
