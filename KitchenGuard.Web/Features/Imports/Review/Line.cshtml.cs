using KitchenGuard.Data;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>All cells of one line, to be corrected together: a page, and the sheet on the review's page.</summary>
public sealed class LineModel(ReviewPages pages, EditImport edit, ImportRecords records, KitchenGuardDbContext db, CurrentUser user, IStringLocalizer<Texts> texts)
    : ImportPageModel(user)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public int Line { get; set; }

    public LineForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        return Request.WantsFragment() ? this.Fragment("_LineForm", form) : Page();
    }

    /// <summary>Keeps the cells that are other than before.</summary>
    public async Task<IActionResult> OnPostAsync(string?[] cells, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } form)
        {
            return NotFound();
        }

        // A browser sends line breaks as CR LF, whatever they were.
        var edits = form.Cells.Zip(cells, (cell, value) => (cell, value: value ?? ""))
            .Where(pair => Unified(pair.value) != Unified(pair.cell.Value)).Select(pair => new CellEdit(Line, pair.cell.Column, pair.value)).ToList();
        if (edits.Count > 0 && (await edit.RunAsync(Id, edits, Me.Id, ct)).Error is { } error)
        {
            Form = form with { Problem = error.Message };
            Response.StatusCode = error.Status();
            return Request.WantsFragment() ? this.Fragment("_LineForm", Form).Status(StatusCodes.Status422UnprocessableEntity) : Page();
        }

        var toast = new Toast(texts["Line {0} is corrected.", Line]);
        if (!Request.WantsFragment())
        {
            this.KeepToast(toast);
            return Redirect(ReviewPages.UrlOf(Id));
        }

        var view = (await pages.FindAsync(Id, new IssueFilter(), ct))!;
        return this.Fragment().Into("#" + view.Panel.Id, "_ReviewPanel", view).Into("#issues", "_ReviewIssues", view.Issues).With(toast);
    }

    private static string Unified(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private async Task<LineForm?> FindAsync(CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Id && i.Plan != null, ct);
        if (import is null || !import.IsInReview() || await records.FindAsync(import, Line, ct) is not { } record)
        {
            return null;
        }

        var columns = ReadPlan.FromJson(import.Plan!).ColumnsAt(Line);
        var cells = Enumerable.Range(0, Math.Min(Math.Max(columns.Count, record.Cells.Count), ReadLimits.MaxColumns))
            .Select(i => new LineCell(i + 1, i < columns.Count ? columns[i].Header : "", i < columns.Count ? columns[i].Field : null, i < record.Cells.Count ? record.Cells[i] : "",
                record.Issues.FirstOrDefault(issue => issue.Column == i + 1)?.Message));
        return new LineForm($"{ReviewPages.UrlOf(Id)}/{Line}", ReviewPages.UrlOf(Id), Line, [.. cells],
            [.. record.Issues.Where(issue => issue.Column is null && issue.Severity != IssueSeverity.Notice).Select(issue => issue.Message)], null);
    }
}

/// <summary>A line to be corrected. Model of <c>_LineForm</c>.</summary>
/// <param name="Url">Where it is posted.</param>
/// <param name="ReviewUrl">Where it came from.</param>
/// <param name="Line">Its number.</param>
/// <param name="Cells">All its cells.</param>
/// <param name="Faults">What is wrong with it as a whole.</param>
/// <param name="Problem">Why it could not be kept; null when nothing is wrong.</param>
public sealed record LineForm(string Url, string ReviewUrl, int Line, IReadOnlyList<LineCell> Cells, IReadOnlyList<string> Faults, string? Problem);

/// <summary>One cell of a line.</summary>
/// <param name="Column">1-based.</param>
/// <param name="Header">Its header; empty without one.</param>
/// <param name="Field">What it is taken for; null: nothing.</param>
/// <param name="Value">As it is now.</param>
/// <param name="Fault">What was found in it; null: nothing.</param>
public sealed record LineCell(int Column, string Header, string? Field, string Value, string? Fault);
