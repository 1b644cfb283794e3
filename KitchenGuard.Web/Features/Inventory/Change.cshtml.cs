using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>An item that was checked.</summary>
public sealed record CheckedItem(Guid Id, string Name);

/// <summary>What they are to have; what is empty stays as it is.</summary>
public sealed record ChangeFields
{
    [PlainText(200)]
    public string? Category { get; init; }

    [PlainText(200)]
    public string? Supplier { get; init; }

    [PlainText(200)]
    public string? StorageArea { get; init; }
}

/// <summary>Gives the items that were checked on a list the same category, supplier or storage area.</summary>
public sealed class ChangeModel(ChangeItems change, ItemFilters filters, KitchenGuardDbContext db, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    // The address is kept between two requests: it has to stay short.
    private const int MostUndo = 3000;

    public Department Department { get; private set; }

    [BindProperty]
    public ChangeFields Input { get; set; } = new();

    /// <summary>What was checked and is on the list.</summary>
    public IReadOnlyList<CheckedItem> Items { get; private set; } = [];

    /// <summary>What is wrong with the whole; null when nothing is.</summary>
    public string? Problem { get; private set; }

    public FilterChoices Choices { get; private set; } = new([], [], []);

    public string List => "/" + Department.Word();

    /// <summary>Nothing can be checked here: back to the list.</summary>
    public IActionResult OnGet(string department) => user.Edits(Read(department)) ? Redirect($"/{department}?select=true") : NotFound();

    public async Task<IActionResult> OnPostAsync(string department, Guid[] ids, CancellationToken ct)
    {
        ModelState.Clear();
        Input = new ChangeFields();
        return await ShowAsync(department, ids, ct);
    }

    public async Task<IActionResult> OnPostSaveAsync(string department, Guid[] ids, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(department, ids, ct, StatusCodes.Status422UnprocessableEntity);
        }

        var input = new BulkInput
        {
            Ids = ids, Action = BulkAction.Set, Category = Given(Input.Category), Supplier = Given(Input.Supplier), StorageArea = Given(Input.StorageArea),
        };
        var changed = await change.RunAsync(Read(department), input, ct);
        if (changed.Error is { } error)
        {
            Problem = error == InventoryErrors.NothingToDo ? texts["Fill in at least one of the three."] : error.Message;
            return await ShowAsync(department, ids, ct, StatusCodes.Status422UnprocessableEntity);
        }

        return Done(department, changed.Value, Undo(department, input, changed.Value.Before));
    }

    /// <summary>Puts back what the items had; what the change did not set stays.</summary>
    /// <param name="department">The list.</param>
    /// <param name="of">Groups of items that had the same, see <see cref="Pack"/>.</param>
    /// <param name="category">What each group had.</param>
    /// <param name="supplier">What each group had.</param>
    /// <param name="area">What each group had.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostUndoAsync(string department, string[] of, string?[] category, string?[] supplier, string?[] area, CancellationToken ct)
    {
        BulkAnswer all = new([], [], [], []);
        for (var i = 0; i < of.Length; i++)
        {
            if (Unpack(of[i]) is not { Count: > 0 } ids)
            {
                return NotFound();
            }

            var before = new BulkInput { Ids = ids, Action = BulkAction.Set, Category = At(category, i), Supplier = At(supplier, i), StorageArea = At(area, i) };
            var changed = await change.RunAsync(Read(department), before, ct);
            if (changed.Error is not null)
            {
                return NotFound();
            }

            all = new BulkAnswer([.. all.Changed, .. changed.Value.Changed], all.NotFound, [.. all.Refused, .. changed.Value.Refused], []);
        }

        return Done(department, all, null);
    }

    private ActionResult Done(string department, BulkAnswer changed, string? undo)
    {
        filters.Forget(Read(department));
        this.KeepToast(changed.Refused.Count > 0
            ? new Toast(texts["{0} items are changed, {1} are not: {2}", changed.Changed.Count, changed.Refused.Count, changed.Refused[0].Message], undo, IsError: true)
            : new Toast(texts["{0} items are changed.", changed.Changed.Count], undo));
        if (Request.WantsFragment())
        {
            Response.Headers["HX-Refresh"] = "true";
            return new EmptyResult();
        }

        return Redirect($"/{department}");
    }

    private static string? Undo(string department, BulkInput input, IReadOnlyList<BulkBefore> before)
    {
        var url = $"/{department}/change?handler=Undo" + string.Concat(before.GroupBy(item => (input.Category is null ? "" : "&category=" + Uri.EscapeDataString(item.Category ?? ""))
            + (input.Supplier is null ? "" : "&supplier=" + Uri.EscapeDataString(item.Supplier ?? ""))
            + (input.StorageArea is null ? "" : "&area=" + Uri.EscapeDataString(item.StorageArea))).Select(same => $"&of={Pack(same.Select(item => item.Id))}{same.Key}"));
        return before.Count > 0 && url.Length <= MostUndo ? url : null;
    }

    /// <summary>Ids in as few letters of an address as they need.</summary>
    private static string Pack(IEnumerable<Guid> ids) => WebEncoders.Base64UrlEncode([.. ids.SelectMany(id => id.ToByteArray())]);

    /// <returns>The ids; null: it is no such text.</returns>
    private static List<Guid>? Unpack(string ids)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(ids);
            return bytes.Length % 16 == 0 ? [.. bytes.Chunk(16).Select(id => new Guid(id))] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<IActionResult> ShowAsync(string department, Guid[] ids, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        Department = Read(department);
        if (!user.Edits(Department))
        {
            return NotFound();
        }

        Items = await db.Items.Where(i => ids.Contains(i.Id) && i.Department == Department && i.ArchivedAt == null).OrderBy(i => i.NameSort)
            .Select(i => new CheckedItem(i.Id, i.Name)).ToListAsync(ct);
        if (Items.Count == 0)
        {
            this.KeepToast(new Toast(texts["Check the items first, then choose what to do with them."], IsError: true));
            return Redirect($"{List}?select=true");
        }

        Choices = await filters.ReadAsync(Department, ct);
        Response.StatusCode = status;
        return Page();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // An empty text of before clears the field; a field that was not set is not there at all.
    private static string? At(string?[] values, int index) => index < values.Length ? values[index] ?? "" : null;

    private static Department Read(string department) => department == "bar" ? Department.Bar : Department.Kitchen;
}
