using System.Globalization;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>An import in review as its page shows it.</summary>
/// <param name="Line">What became of its rows.</param>
/// <param name="Panel">The file and how it is read.</param>
/// <param name="Issues">What was found, as filtered.</param>
public sealed record ReviewPage(ImportLine Line, FilePanel Panel, ReviewIssues Issues)
{
    /// <summary>The moment that its quantities were counted at.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>Whether it was let run or discarded meanwhile.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Whether the list of issues stays as it is when the run ends: somebody is correcting it.</summary>
    public bool KeepsIssues { get; init; }

    /// <summary>How many of its items have moved since.</summary>
    public int Moved { get; init; }

    /// <summary>Words that are new to the restaurant, which may mean known ones.</summary>
    public IReadOnlyList<ImportIssue> Words { get; init; } = [];

    /// <summary>Known words by field, for suggestion.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Known { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The same file as it was imported before; null when it was not.</summary>
    public (Guid Id, DateTimeOffset At)? SameFile { get; init; }

    public ImportOptions Options => Panel.File?.Plan?.Options ?? new ImportOptions();

    public string Url => Panel.Url;
}

/// <summary>A page of an import's issues, each with the means to correct it.</summary>
/// <param name="Url">The review's address.</param>
/// <param name="Filter">What is shown.</param>
/// <param name="Severities">How many there are of each severity.</param>
/// <param name="Codes">How many there are of each code.</param>
/// <param name="Issues">The page.</param>
/// <param name="NextUrl">Where it goes on; null at the end.</param>
public sealed record ReviewIssues(
    string Url, IssueFilter Filter, IReadOnlyDictionary<string, int> Severities, IReadOnlyList<(string Code, int Count)> Codes,
    IReadOnlyList<IssueRow> Issues, string? NextUrl)
{
    /// <summary>All corrections.</summary>
    public IReadOnlyList<CellEdit> Edits { get; init; } = [];
}

/// <summary>An issue with the cell it is about. Model of <c>_ReviewIssue</c>.</summary>
/// <param name="Url">The review's address.</param>
/// <param name="Issue">What was found.</param>
/// <param name="Column">The cell's column; null when it is about the record.</param>
/// <param name="Header">The column's header, or number.</param>
public sealed record IssueRow(string Url, ImportIssue Issue, int? Column, string Header)
{
    /// <summary>A cell longer than what an issue keeps is corrected with its whole line.</summary>
    public bool HasWholeValue => (Issue.Value?.Length ?? 0) < 79;

    /// <summary>Whether other records may have the same text there: what an issue says of the cell itself, not of records that met.</summary>
    public bool CanBeAlike => Issue is { Column: not null, Value.Length: > 0 } && Issue.Severity != "notice" && HasWholeValue;

    /// <summary>How many other records have the same text in this column, with something found about it.</summary>
    public int Alike { get; init; }

    /// <summary>Where the correction goes; it comes back to what is shown.</summary>
    public string FixUrl { get; init; } = Url + "?handler=Edit";

    /// <summary>What was just put into the cell; null: nothing.</summary>
    public string? Saved { get; init; }

    /// <summary>Whether the record was just left out.</summary>
    public bool IsLeftOut { get; init; }
}

/// <summary>Reads imports in review for their pages.</summary>
public sealed class ReviewPages(KitchenGuardDbContext db, ImportRecords records, CurrentUser user)
{
    private const int PageSize = 40;
    private const int FirstRecords = 8;

    /// <summary>The page; null when there is no such import or it never was in review.</summary>
    public async Task<ReviewPage?> FindAsync(Guid id, IssueFilter filter, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Plan != null, ct);
        if (import is null)
        {
            return null;
        }

        var plan = ReadPlan.FromJson(import.Plan!);
        var general = await db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && i.IsGeneral).OrderBy(i => i.Id).ToListAsync(ct);
        var words = await db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && i.Line == 0 && i.Code.StartsWith("new_") && !i.IsGeneral).OrderBy(i => i.Id).ToListAsync(ct);
        var same = await db.Imports.Where(i => i.Sha256 == import.Sha256 && i.Id != id && !i.DryRun && i.Status == ImportStatus.Completed && i.Department == import.Department)
            .OrderByDescending(i => i.Id).Select(i => new { i.Id, i.CreatedAt }).FirstOrDefaultAsync(ct);
        return new ReviewPage(
            await ImportLine.Of(db).SingleAsync(line => line.Id == id, ct),
            new FilePanel(import.Department, UrlOf(id), ReadLimits.MaxBytes)
            {
                CanEdit = true,
                Zone = user.TimeZone,
                File = new LaidFile(id, import.FileName, import.Size, plan.ColumnOf(ItemField.Name) is null ? import.Failure : null, plan, FindingsOf(general))
                {
                    Culture = CultureInfo.CurrentCulture,
                    IsRows = import.ContentType == ImportContent.Json,
                    First = await records.ReadAsync(import, ct).Take(FirstRecords).ToListAsync(ct),
                },
            },
            await IssuesAsync(import.Id, plan, filter, null, ct))
        {
            CountedAt = import.CountedAt,
            IsOver = !import.IsInReview(),
            Moved = await db.ImportIssues.CountAsync(i => i.ImportId == id && i.Code == "moved_since", ct),
            Words = words,
            Known = await KnownAsync(import.Department, words, ct),
            SameFile = same is null ? null : (same.Id, same.CreatedAt),
        };
    }

    /// <summary>A page of the issues; null when there is no such import.</summary>
    public async Task<ReviewIssues?> IssuesAsync(Guid id, IssueFilter filter, long? after, CancellationToken ct) =>
        await db.Imports.Where(i => i.Id == id && i.Plan != null).Select(i => i.Plan).SingleOrDefaultAsync(ct) is { } plan
            ? await IssuesAsync(id, ReadPlan.FromJson(plan), filter, after, ct) : null;

    /// <summary>What is found in a line now, at the cell if there is anything; null: nothing any more.</summary>
    public async Task<ImportIssue?> RemainingAsync(Guid id, int line, int column, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, ct);
        List<ImportIssue> found;
        if (import.Status == ImportStatus.Completed)
        {
            found = await db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && i.Line == line && i.Severity != "notice").OrderBy(i => i.Id).ToListAsync(ct);
        }
        else
        {
            var record = await records.FindAsync(import, line, ct);
            found = [.. PlanFile.General(import.RestaurantId, id, (record?.Issues ?? []).Where(issue => issue.Severity != IssueSeverity.Notice))];
        }

        return found.Find(i => i.Column == column) ?? found.Find(i => i.Severity == "error");
    }

    /// <summary>An issue with its cell.</summary>
    public static IssueRow RowOf(Guid id, ReadPlan plan, ImportIssue issue)
    {
        // What was found when records met each other, or items, names the field only.
        var columns = plan.ColumnsAt(issue.Line);
        var column = issue.Column ?? (issue.Field is null ? null : columns.FirstOrDefault(c => c.Field == issue.Field)?.Column);
        var header = column is { } at && at <= columns.Count ? columns[at - 1].Header : "";
        return new IssueRow(UrlOf(id), issue, issue.Line > 0 ? column : null, header.Length > 0 ? header : column?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    internal static string UrlOf(Guid id) => $"/imports/{id}/review";

    private async Task<ReviewIssues> IssuesAsync(Guid id, ReadPlan plan, IssueFilter filter, long? after, CancellationToken ct)
    {
        // What concerns the file and what concerns words is shown where it can be answered.
        var all = db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && !i.IsGeneral && i.Line > 0);
        var counts = after is not null ? [] : await all.GroupBy(i => new { i.Severity, i.Code }).Select(g => new { g.Key.Severity, g.Key.Code, Count = g.Count() }).ToListAsync(ct);
        var page = await filter.Of(all).Where(i => after == null || i.Id > after).OrderBy(i => i.Id).Take(PageSize + 1).ToListAsync(ct);
        var rows = page.Take(PageSize).Select(issue => RowOf(id, plan, issue) with { FixUrl = FixUrlOf(id, filter) }).ToList();
        var issues = new ReviewIssues(
            UrlOf(id), filter, counts.GroupBy(c => c.Severity).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            [.. counts.GroupBy(c => c.Code).Select(g => (g.Key, g.Sum(c => c.Count))).OrderByDescending(c => c.Item2)],
            await WithAlikeAsync(id, rows, ct), null)
        {
            Edits = after is not null ? [] : await db.ImportEdits.Where(e => e.ImportId == id).OrderBy(e => e.Line).ThenBy(e => e.Column).Take(200)
                .Select(e => new CellEdit(e.Line, e.Column, e.Value)).ToListAsync(ct),
        };
        return page.Count <= PageSize ? issues
            : issues with { NextUrl = issues.Url + filter.ToQuery(page[PageSize - 1].Id) };
    }

    private static string FixUrlOf(Guid id, IssueFilter filter) => UrlOf(id) + "?handler=Edit" + (filter.ToQuery() is ['?', .. var query] ? "&" + query : "");

    /// <summary>The lines with the same text in the same column as an issue, its own among them.</summary>
    public Task<List<int>> LinesAlikeAsync(Guid id, int column, string value, CancellationToken ct) =>
        Correctable(id).Where(i => i.Column == column && i.Value == value).Select(i => i.Line).Distinct().OrderBy(line => line).ToListAsync(ct);

    private async Task<IReadOnlyList<IssueRow>> WithAlikeAsync(Guid id, List<IssueRow> rows, CancellationToken ct)
    {
        var values = rows.Where(row => row.CanBeAlike).Select(row => row.Issue.Value!).Distinct().ToList();
        if (values.Count == 0)
        {
            return rows;
        }

        var alike = await Correctable(id).Where(i => i.Column != null && values.Contains(i.Value!)).GroupBy(i => new { i.Column, i.Value })
            .Select(g => new { g.Key.Column, g.Key.Value, Lines = g.Select(i => i.Line).Distinct().Count() }).ToListAsync(ct);
        var counts = alike.ToDictionary(a => (a.Column, a.Value), a => a.Lines);
        return [.. rows.Select(row => row.CanBeAlike ? row with { Alike = counts.GetValueOrDefault((row.Issue.Column, row.Issue.Value), 1) - 1 } : row)];
    }

    private IQueryable<ImportIssue> Correctable(Guid id) =>
        db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && !i.IsGeneral && i.Line > 0 && i.Severity != "notice");

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> KnownAsync(Department department, List<ImportIssue> words, CancellationToken ct)
    {
        var known = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in words.Select(word => word.Field!).Distinct())
        {
            known[field] = field switch
            {
                ItemField.Unit => [.. Unit.Known.Select(unit => unit.Code)],
                ItemField.Category => await db.Items.Where(i => i.Department == department && i.Category != null && i.ArchivedAt == null).Select(i => i.Category!).Distinct().OrderBy(c => c).Take(200).ToListAsync(ct),
                ItemField.Supplier => await db.Suppliers.Select(s => s.Name).OrderBy(n => n).Take(200).ToListAsync(ct),
                _ => await db.StorageAreas.Select(s => s.Name).OrderBy(n => n).Take(200).ToListAsync(ct),
            };
        }

        return known;
    }

    private static FileFindings FindingsOf(IEnumerable<ImportIssue> general) => new(
        [.. general.Select(i => new FoundIssue(i.Line, i.Column, i.Field, i.Value, Enum.Parse<IssueSeverity>(i.Severity, ignoreCase: true), i.Code, i.Message))], null);
}
