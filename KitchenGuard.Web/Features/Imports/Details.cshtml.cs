using System.Globalization;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Review;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>One import: how far it is, what became of its rows, what was found.</summary>
public sealed class DetailsModel(KitchenGuardDbContext db, NpgsqlDataSource source) : PageModel
{
    private const int PageSize = 50;

    public ImportLine Line { get; private set; } = null!;

    /// <summary>How the file was read; null for a file that is no table.</summary>
    public ReadPlan? Plan { get; private set; }

    /// <summary>Whether table.csv can be had.</summary>
    public bool HasTable { get; private set; }

    public string? By { get; private set; }

    public IssueList Issues { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? severity, string? after, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (import is null)
        {
            return NotFound();
        }

        if (import.Plan is not null && import.IsInReview())
        {
            return Redirect(ReviewPages.UrlOf(id));
        }

        Issues = await ReadIssuesAsync(id, severity, after, ct);
        if (Request.WantsFragment())
        {
            Response.ReplaceUrl($"/imports/{id}{(Issues.Severity is null ? "" : $"?severity={Issues.Severity}")}");
            return this.Fragment(after is null ? "_Issues" : "_IssueRows", Issues);
        }

        Line = await ImportLine.Of(db).SingleAsync(line => line.Id == id, ct);
        Plan = import.Plan is null ? null : ReadPlan.FromJson(import.Plan);
        HasTable = Plan is not null && import.ContentType != ImportContent.Json;
        By = await db.Users.Where(u => u.Id == import.CreatedBy).Select(u => u.FullName).SingleOrDefaultAsync(ct);
        return Page();
    }

    /// <summary>The import's line in a list, while it runs.</summary>
    public Task<IActionResult> OnGetLineAsync(Guid id, CancellationToken ct) => ProgressAsync(id, "_ImportLine", ct);

    /// <summary>The head of this page, while it runs.</summary>
    public Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken ct) => ProgressAsync(id, "_State", ct);

    public async Task<IActionResult> OnGetSourceAsync(Guid id, CancellationToken ct) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } import
            ? File(ImportFiles.Source(import, source), "application/octet-stream", import.FileName)
            : NotFound();

    public async Task<IActionResult> OnGetTableAsync(Guid id, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (import?.Plan is null || import.ContentType == ImportContent.Json)
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName("table.csv");
        Response.Headers.ContentDisposition = disposition.ToString();
        await ImportFiles.Table(import, source, ct)(Response.Body);
        return new EmptyResult();
    }

    private async Task<IActionResult> ProgressAsync(Guid id, string view, CancellationToken ct)
    {
        if (await ImportLine.Of(db).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } line)
        {
            return NotFound();
        }

        if (!Request.WantsFragment())
        {
            return Redirect($"/imports/{id}");
        }

        var answer = this.Fragment(view, line);
        if (!line.IsRunning)
        {
            // The dashboard reads its figures anew.
            Response.Headers["HX-Trigger"] = "import-ended";
            answer.Into("#issues", "_Issues", await ReadIssuesAsync(id, null, null, ct));
        }

        return answer;
    }

    private async Task<IssueList> ReadIssuesAsync(Guid id, string? severity, string? after, CancellationToken ct)
    {
        var issues = db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id);
        var counts = after is not null ? [] : await issues.GroupBy(i => i.Severity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var wanted = severity is "error" or "warning" or "notice" ? severity : null;
        if (wanted is not null)
        {
            issues = issues.Where(i => i.Severity == wanted);
        }

        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            issues = issues.Where(i => i.Id > last);
        }

        var page = await issues.OrderBy(i => i.Id).Take(PageSize + 1).ToListAsync(ct);
        var query = wanted is null ? "?" : $"?severity={wanted}&";
        return new IssueList(
            id, wanted, counts, [.. page.Take(PageSize)],
            page.Count > PageSize ? $"/imports/{id}{query}after={page[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture)}" : null);
    }
}

/// <summary>A page of what an import found. Model of <c>_Issues</c> and <c>_IssueRows</c>.</summary>
/// <param name="Severity">The only severity shown; null: all.</param>
/// <param name="Counts">How many there are of each severity.</param>
public sealed record IssueList(Guid ImportId, string? Severity, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<ImportIssue> Issues, string? NextUrl);
