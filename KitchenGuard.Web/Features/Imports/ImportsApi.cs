using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Review;
using KitchenGuard.Web.Features.Imports.Undo;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>/api/imports and the upload.</summary>
public static class ImportsApi
{
    private const int PageSize = 200;

    /// <summary>Maps the upload, imports, their issues and their files.</summary>
    public static void MapImportsApi(this IEndpointRouteBuilder app)
    {
        app.MapApiGroup("/api/inventory/{department}", "Imports").RequireAuthorization(Rights.Managing)
            .MapPost("/import", StartAsync).WithName("StartImport").WithSummary("Import a file or rows.")
            .Accepts<IFormFile>("text/csv", ImportContent.Workbook, "multipart/form-data", "application/json").DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(ImportRequest.MaxBytes)).DescribeUpload().OncePerKey();
        var api = app.MapApiGroup("/api/imports", "Imports").RequireAuthorization(Rights.Managing);
        api.MapReviewApi();
        api.MapGet("", ListAsync).WithName("ListImports").WithSummary("The restaurant's imports, newest first.");
        api.MapGet("/{id:guid}", GetAsync).WithName("GetImport").WithSummary("One import.");
        api.MapGet("/{id:guid}/issues", IssuesAsync).WithName("ListImportIssues").WithSummary("What it found, by line.");
        api.MapGet("/{id:guid}/table.csv", TableAsync).WithName("GetImportTable").WithSummary("The table as it was found, as clean CSV.");
        api.MapGet("/{id:guid}/rejected.csv", RejectedAsync).WithName("GetRejectedRows").WithSummary("The rejected records with the reason, to be mended and sent again.");
        api.MapGet("/{id:guid}/undone", UndoneAsync).WithName("ListUndoneItems").WithSummary("Items that its undo kept or could not take back.");
        api.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelImport").WithSummary("Stop it while it waits or runs; nothing of it stays.").OncePerKey();
        api.MapPost("/{id:guid}/undo", UndoAsync).WithName("UndoImport").WithSummary("Take back what it did; the job does it.").OncePerKey();
        api.MapGet("/{id:guid}/source", SourceAsync).WithName("GetImportSource").WithSummary("The file itself.");
    }

    private static async Task<Results<Accepted<StartedAnswer>, NotFound, ProblemHttpResult>> StartAsync(
        string department, HttpRequest request, StartImport start, CurrentUser user, CancellationToken ct)
    {
        if (!DepartmentNames.TryParse(department, out var list))
        {
            return TypedResults.NotFound();
        }

        var received = await ImportRequest.ReadAsync(request, list, ct);
        if (received.Error is { } unreadable)
        {
            return unreadable.ToProblem();
        }

        await using var content = received.Value.Content;
        var started = await start.RunAsync(received.Value, user.Id, ct);
        return started.Error is { } error
            ? error.ToProblem()
            : TypedResults.Accepted($"/api/imports/{started.Value.Id}", new StartedAnswer(started.Value.Id, started.Value.Status));
    }

    private static async Task<Ok<PageOf<ImportAnswer>>> ListAsync(Guid? cursor, int? limit, KitchenGuardDbContext db, CancellationToken ct)
    {
        var size = Math.Clamp(limit ?? 50, 1, PageSize);
        var imports = db.Imports.AsNoTracking();
        if (cursor is { } before)
        {
            imports = imports.Where(i => i.Id < before);
        }

        var page = await imports.OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(ct);
        var ids = page.Select(i => i.Id).ToList();
        var lines = await ImportLine.Of(db, db.Imports.Where(i => ids.Contains(i.Id))).ToDictionaryAsync(line => line.Id, ct);
        return TypedResults.Ok(new PageOf<ImportAnswer>(
            page.Take(size).Select(import => ImportAnswer.From(import, lines[import.Id])).ToList(),
            page.Count > size ? page[size - 1].Id.ToString() : null));
    }

    private static async Task<Results<Ok<ImportAnswer>, NotFound>> GetAsync(Guid id, KitchenGuardDbContext db, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (import is null)
        {
            return TypedResults.NotFound();
        }

        var line = await ImportLine.Of(db, db.Imports.Where(i => i.Id == id)).SingleAsync(ct);
        return TypedResults.Ok(ImportAnswer.From(import, line) with { Undone = await UndoneAnswer.ReadAsync(db, import, ct) });
    }

    private static async Task<Results<Ok<PageOf<IssueAnswer>>, NotFound>> IssuesAsync(
        Guid id, [Range(0, long.MaxValue)] long? cursor, int? limit, [AsParameters] IssueFilter filter, KitchenGuardDbContext db, CancellationToken ct)
    {
        if (!await db.Imports.AnyAsync(i => i.Id == id, ct))
        {
            return TypedResults.NotFound();
        }

        var size = Math.Clamp(limit ?? PageSize, 1, PageSize);
        var page = await filter.Of(db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && i.Id > (cursor ?? 0)))
            .OrderBy(i => i.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(new PageOf<IssueAnswer>(
            page.Take(size).Select(i => new IssueAnswer(i.Line, i.Column, i.Field, i.Value, i.Severity, i.Code, i.Message)).ToList(),
            page.Count > size ? page[size - 1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> TableAsync(
        Guid id, KitchenGuardDbContext db, NpgsqlDataSource source, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        return import?.Plan is null || import.ContentType == ImportContent.Json
            ? TypedResults.NotFound()
            : TypedResults.Stream(ImportFiles.Table(import, source, ct), "text/csv; charset=utf-8", "table.csv");
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> RejectedAsync(
        Guid id, KitchenGuardDbContext db, NpgsqlDataSource source, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        return import?.Plan is null
            ? TypedResults.NotFound()
            : TypedResults.Stream(await ImportFiles.RejectedAsync(import, db, source, ct), "text/csv; charset=utf-8", ImportFiles.RejectedName(import));
    }

    private static async Task<Results<Ok<PageOf<UndoneItem>>, NotFound>> UndoneAsync(
        Guid id, [AllowedValues("kept", "impossible", null, ErrorMessage = "The outcome is kept or impossible.")] string? outcome, Guid? cursor, int? limit, KitchenGuardDbContext db, CancellationToken ct)
    {
        if (!await db.Imports.AnyAsync(i => i.Id == id, ct))
        {
            return TypedResults.NotFound();
        }

        var size = Math.Clamp(limit ?? PageSize, 1, PageSize);
        var page = await UndoneAnswer.PageAsync(db, id, outcome, cursor, size + 1, ct);
        return TypedResults.Ok(new PageOf<UndoneItem>(page.Take(size).ToList(), page.Count > size ? page[size - 1].Item.Id.ToString() : null));
    }

    private static async Task<Results<Accepted<StartedAnswer>, NotFound, ProblemHttpResult>> CancelAsync(Guid id, CancelImport cancel, CancellationToken ct) =>
        Accepted(id, await cancel.RunAsync(id, ct));

    private static async Task<Results<Accepted<StartedAnswer>, NotFound, ProblemHttpResult>> UndoAsync(Guid id, UndoImport undo, CancellationToken ct) =>
        Accepted(id, await undo.RunAsync(id, ct));

    private static Results<Accepted<StartedAnswer>, NotFound, ProblemHttpResult> Accepted(Guid id, Result<ImportStatus> status) => status.Error switch
    {
        null => TypedResults.Accepted($"/api/imports/{id}", new StartedAnswer(id, status.Value)),
        NotFoundError => TypedResults.NotFound(),
        var error => error.ToProblem(),
    };

    private static async Task<Results<FileStreamHttpResult, NotFound>> SourceAsync(
        Guid id, KitchenGuardDbContext db, NpgsqlDataSource source, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        return import is null ? TypedResults.NotFound() : TypedResults.Stream(ImportFiles.Source(import, source), "application/octet-stream", import.FileName);
    }
}
