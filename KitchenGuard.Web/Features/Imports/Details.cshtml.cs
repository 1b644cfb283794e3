using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Review;
using KitchenGuard.Web.Features.Imports.Undo;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>One import: how far it is, what became of its rows, what was found.</summary>
public sealed class DetailsModel(KitchenGuardDbContext db, NpgsqlDataSource source, CancelImport cancel, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PageSize = 50;

    public ImportLine Line { get; private set; } = null!;

    /// <summary>How the file was read; null for a file that is no table.</summary>
    public ReadPlan? Plan { get; private set; }

    /// <summary>Whether table.csv can be had.</summary>
    public bool HasTable { get; private set; }

    public IssueList Issues { get; private set; } = null!;

    /// <summary>What its undo did.</summary>
    public UndoneAnswer? Undone { get; private set; }

    /// <summary>The import whose rejected rows this one mends.</summary>
    public (Guid Id, string FileName)? Mends { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
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

        var (asked, after) = (IssueFilter.From(Request.Query), IssueFilter.AfterFrom(Request.Query));
        Issues = await IssueList.ReadAsync(db, id, asked, after, ct);
        if (Request.WantsFragment())
        {
            Response.ReplaceUrl($"/imports/{id}{asked.ToQuery()}");
            return this.Fragment(after is null ? "_Issues" : "_IssueRows", Issues);
        }

        Line = await Lines(id).SingleAsync(ct);
        Plan = import.Plan is null ? null : ReadPlan.FromJson(import.Plan);
        HasTable = Plan is not null && import.ContentType != ImportContent.Json;
        Undone = await UndoneAnswer.ReadAsync(db, import, ct);
        var mended = await db.Imports.Where(i => i.Id == import.MendsImportId).Select(i => new { i.Id, i.FileName }).SingleOrDefaultAsync(ct);
        Mends = mended is null ? null : (mended.Id, mended.FileName);
        return Page();
    }

    /// <summary>The import's line in a list, while it runs.</summary>
    public Task<IActionResult> OnGetLineAsync(Guid id, CancellationToken ct) => ProgressAsync(id, isLine: true, ct);

    /// <summary>The head of this page, while it runs.</summary>
    public Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken ct) => ProgressAsync(id, isLine: false, ct);

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
    {
        var asked = await cancel.RunAsync(id, ct);
        if (asked.Error is NotFoundError)
        {
            return NotFound();
        }

        if (asked.Error is ForbiddenError)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var line = await Lines(id).SingleAsync(ct);
        var toast = asked.Error is { } error ? new Toast(texts[error.Message], IsError: true)
            : new Toast(line.Status == ImportStatus.Cancelled ? texts["“{0}” is stopped.", line.FileName] : texts["“{0}” is being stopped.", line.FileName]);
        if (Request.WantsFragment())
        {
            return this.Fragment("_State", line).With(toast);
        }

        this.KeepToast(toast);
        return Redirect($"/imports/{id}");
    }

    public async Task<IActionResult> OnGetRejectedAsync(Guid id, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        return import?.Plan is null ? NotFound() : await SendAsync(ImportFiles.RejectedName(import), await ImportFiles.RejectedAsync(import, db, source, ct));
    }

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

        return await SendAsync("table.csv", ImportFiles.Table(import, source, ct));
    }

    private async Task<IActionResult> SendAsync(string name, Func<Stream, Task> write)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        Response.Headers.ContentDisposition = disposition.ToString();
        await write(Response.Body);
        return new EmptyResult();
    }

    private IQueryable<ImportLine> Lines(Guid id) => ImportLine.Of(db, db.Imports.Where(i => i.Id == id));

    private async Task<IActionResult> ProgressAsync(Guid id, bool isLine, CancellationToken ct)
    {
        if (await Lines(id).SingleOrDefaultAsync(ct) is not { } line)
        {
            return NotFound();
        }

        if (!Request.WantsFragment())
        {
            return Redirect($"/imports/{id}");
        }

        if (line.IsRunning)
        {
            return this.Fragment(isLine ? "_ImportLine" : "_Progress", line);
        }

        // The dashboard reads its figures anew, and the import's page itself: what it shows below has changed as well.
        Response.Headers[isLine ? "HX-Trigger" : "HX-Refresh"] = isLine ? "import-ended" : "true";
        return isLine ? this.Fragment("_ImportLine", line) : this.Fragment();
    }
}
