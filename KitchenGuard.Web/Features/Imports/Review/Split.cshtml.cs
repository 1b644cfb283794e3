using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>A file with both lists in it: by which column it is split, and which of its values belong where.</summary>
public sealed class SplitModel(SplitImport split, ImportRecords records, KitchenGuardDbContext db, CurrentUser user, IStringLocalizer<Texts> texts)
    : ImportPageModel(user)
{
    private const int MostShown = 200;
    private HashSet<string>? _ticked;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>1-based; 0: the headings; null: not chosen yet.</summary>
    [FromQuery(Name = "column")]
    public int? Column { get; set; }

    public Import Import { get; private set; } = null!;

    public ReadPlan Plan { get; private set; } = null!;

    /// <summary>The column's values with their rows, most rows first; null: there are too many for a choice.</summary>
    public IReadOnlyList<(string Value, int Rows)>? Values { get; private set; } = [];

    /// <summary>Whether a value is ticked: as it was sent, or at first where it speaks for this list.</summary>
    public bool IsTicked(string value) => _ticked?.Contains(value) ?? DepartmentEvidence.Classify(value) == Import.Department.Word();

    public string? Problem { get; private set; }

    public string ReviewUrl => ReviewPages.UrlOf(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string[] values, CancellationToken ct)
    {
        var done = await split.RunAsync(Id, new RecordFilter(Column ?? -1, values), Me.Id, ct);
        if (done.Error is { } error)
        {
            if (error is NotFoundError || !await LoadAsync(ct))
            {
                return NotFound();
            }

            _ticked = [.. values];
            Problem = values.Length == 0 ? texts["Tick at least one."] : error.Message;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        this.KeepToast(new Toast(texts["The other rows are an import of their own now: check it, too."]));
        return Redirect(ReviewUrl);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Id && i.Plan != null, ct);
        if (import is null || !import.IsInReview())
        {
            return false;
        }

        (Import, Plan) = (import, ReadPlan.FromJson(import.Plan!));
        Column ??= await db.ImportIssues.Where(i => i.ImportId == Id && i.IsGeneral && i.Code == IssueCode.BothDepartments).Select(i => i.Column).FirstOrDefaultAsync(ct)
            ?? Plan.ColumnOf(ItemField.Category)?.Column ?? (Plan.Rows.Headings ? 0 : null);
        Values = Column is { } column ? await ValuesAsync(import, column, ct) : [];
        return true;
    }

    private async Task<IReadOnlyList<(string Value, int Rows)>?> ValuesAsync(Import import, int column, CancellationToken ct)
    {
        var found = new Dictionary<string, (string Value, int Rows)>();
        var heading = "";
        await foreach (var record in records.ReadAsync(import, ct))
        {
            if (record.Outcome == RecordOutcome.Skipped)
            {
                heading = record.Issues is [{ Code: IssueCode.Heading, Value: { } text }, ..] ? text.TrimEnd(':', ' ') : heading;
                continue;
            }

            if (record.Part > 0)
            {
                continue;
            }

            var value = column == 0 ? heading : column <= record.Cells.Count ? record.Cells[column - 1] : "";
            if (!string.IsNullOrWhiteSpace(value))
            {
                var key = RecordWords.Key(value);
                found[key] = found.TryGetValue(key, out var before) ? (before.Value, before.Rows + 1) : (CellText.Line(value), 1);
                if (found.Count > MostShown)
                {
                    return null;
                }
            }
        }

        return [.. found.Values.OrderByDescending(v => v.Rows).ThenBy(v => v.Value, StringComparer.CurrentCulture)];
    }
}
