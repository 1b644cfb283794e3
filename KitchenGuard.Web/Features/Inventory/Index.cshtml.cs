using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Inventory.Exporting;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Shell;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>A department's list: /kitchen and /bar.</summary>
public sealed class IndexModel(
    ItemList list, ItemFilters filters, ItemTotals totals, ArchiveItem archive, ChangeItems change, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    public Department Department { get; private set; }

    public ItemQuery Query { get; private set; } = new();

    public ItemListRows Rows { get; private set; } = null!;

    public FilterChoices Choices { get; private set; } = null!;

    public ListTotals? Totals { get; private set; }

    public bool MayEdit => user.Edits(Department);

    public bool MayImport => user.Manages();

    /// <summary>Whether rows can be checked on a phone too.</summary>
    public bool IsSelecting { get; private set; }

    public bool SeesCosts => user.SeesCosts();

    public async Task<IActionResult> OnGetAsync(string department, [FromQuery] ItemQuery query, bool withTotals, bool select, CancellationToken ct)
    {
        (Department, Query, IsSelecting) = (Read(department), query with { Limit = null }, select);
        var page = await list.ReadAsync(Department, Query, ct);
        if (page.Error is { } error)
        {
            return error is NotFoundError ? NotFound() : Redirect($"/{Department.Word()}");
        }

        Rows = new ItemListRows(
            Department,
            page.Value.Items.Select(item => new ItemRow(item, user.Moves(Department), MayEdit)).ToList(),
            page.Value.Next is { } next ? ItemText.ListUrl(Department, Query with { Cursor = next }) : null,
            Query is not { Q: null or "", Category: null or "", Supplier: null or "", Low: null or false, Uncounted: null or false },
            Query.Archived == true,
            Query.Cursor is null)
        {
            MayImport = MayImport, MayEdit = MayEdit,
        };
        if (Request.WantsFragment())
        {
            if (Rows.IsFirstPage)
            {
                Response.ReplaceUrl(ItemText.ListUrl(Department, Query));
            }

            return this.Fragment("_Rows", Rows).Into("#found", "_Found", Rows);
        }

        Choices = await filters.ReadAsync(Department, ct);
        Totals = withTotals ? await totals.ReadAsync(Department, ct) : null;
        return Page();
    }

    public async Task<IActionResult> OnGetTotalsAsync(string department, CancellationToken ct) =>
        user.Sees(Read(department)) ? this.Fragment("_Totals", await totals.ReadAsync(Read(department), ct)) : NotFound();

    public async Task<IActionResult> OnGetExportAsync(
        string department, string? format, [FromServices] ExportItems export, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (!user.Manages())
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (ExportFormat.Find(format) is not { } file)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.FileName(Read(department), clock));
        (Response.ContentType, Response.Headers.ContentDisposition) = (file.ContentType, disposition.ToString());
        await export.RunAsync(Read(department), file, Response.Body, ct);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostArchiveAsync(string department, Guid id, CancellationToken ct) =>
        Answer(department, id, await archive.RunAsync(Read(department), id, archived: true, null, ct),
            name => new Toast(texts["“{0}” is archived.", name], $"/{department}?handler=Restore&id={id}"));

    public async Task<IActionResult> OnPostRestoreAsync(string department, Guid id, string? from, CancellationToken ct)
    {
        var restored = await archive.RunAsync(Read(department), id, archived: false, null, ct);
        if (restored.Error is not null || from == "archive" || !Request.WantsFragment())
        {
            return Answer(department, id, restored, name => new Toast(texts["“{0}” is back on the list.", name]));
        }

        var row = new ItemRow((await list.FindAsync(id, Read(department), ct))!, MayMove: true, MayEdit: true, TakesFocus: true);
        return this.Fragment().Remove($"#item-{id}").Into("#rows", "_Rows", ItemListRows.Of(row), "afterbegin")
            .Into("#totals", "_TotalsAgain", Read(department), "beforeend").With(new Toast(texts["“{0}” is back on the list.", restored.Value]));
    }

    public async Task<IActionResult> OnPostManyAsync(string department, BulkAction what, Guid[] ids, CancellationToken ct)
    {
        var changed = await change.RunAsync(Read(department), new BulkInput { Ids = ids, Action = what }, ct);
        if (changed.Error is { } error)
        {
            return Answer(department, Guid.Empty, error, _ => null!);
        }

        var undo = what == BulkAction.Archive ? BulkAction.Restore : BulkAction.Archive;
        var url = $"/{department}?handler=Many&what={undo}&" + string.Join('&', changed.Value.Changed.Select(id => $"ids={id}"));
        this.KeepToast(new Toast(
            what == BulkAction.Archive ? texts["{0} items are archived.", changed.Value.Changed.Count] : texts["{0} items are back on the list.", changed.Value.Changed.Count],
            changed.Value.Changed.Count is > 0 and <= 50 ? url : null));
        filters.Forget(Read(department));
        if (Request.WantsFragment())
        {
            Response.Headers["HX-Refresh"] = "true";
            return new EmptyResult();
        }

        return Redirect($"/{department}");
    }

    public IEnumerable<SelectListItem> Options(IEnumerable<string> names, string? chosen) =>
        names.Select(name => new SelectListItem(name, name, string.Equals(name, chosen, StringComparison.OrdinalIgnoreCase)));

    public SortLink Sort(string text, string word, bool isNumber = false)
    {
        var (isThis, isDown) = ((Query.Sort ?? "name").TrimStart('-') == word, Query.Sort?.StartsWith('-') == true);
        var other = isThis ? !isDown : isNumber;
        return new SortLink(
            text, ItemText.ListUrl(Department, Query with { Sort = (other ? "-" : "") + word, Cursor = null }),
            !isThis ? null : isDown ? "descending" : "ascending", isNumber);
    }

    private IActionResult Answer(string department, Guid id, Result<string> result, Func<string, Toast> toast)
    {
        if (result.Error is ForbiddenError)
        {
            return StatusCode(result.Error.Status());
        }

        var said = result.Error is { } error ? new Toast(error.Message, IsError: true) : toast(result.Value);
        filters.Forget(Read(department));
        if (Request.WantsFragment())
        {
            return result.Error is not null
                ? this.Fragment().With(said).Status(result.Error.Status())
                : this.Fragment().Remove($"#item-{id}").Into("#totals", "_TotalsAgain", Read(department), "beforeend").With(said);
        }

        this.KeepToast(said);
        return result.Error is NotFoundError ? NotFound() : Redirect($"/{department}");
    }

    private static Department Read(string department) => department == "bar" ? Department.Bar : Department.Kitchen;
}
