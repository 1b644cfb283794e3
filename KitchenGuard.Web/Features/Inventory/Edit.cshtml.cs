using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Changes an item's fields. Who comes second sees both versions and keeps or takes each field.</summary>
public sealed class EditModel(ItemList list, UpdateItem update, ItemFilters filters, CurrentUser user, IStringLocalizer<Texts> texts) : ItemFormModel
{
    /// <summary>The version that the form shows.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The fields as the form showed them first.</summary>
    [BindProperty]
    public string? Before { get; set; }

    /// <summary>Of two versions: field → theirs, or mine.</summary>
    [BindProperty]
    public Dictionary<string, string> Take { get; set; } = [];

    public ItemAnswer Item { get; private set; } = null!;

    public IReadOnlyList<FieldConflict> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await PrepareAsync(id, ct))
        {
            return NotFound();
        }

        (Input, Version) = (ItemEntry.From(Item), Item.Version);
        Before = ItemMerge.Write(Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await PrepareAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var theirs = Take.Where(choice => choice.Value == "theirs").Select(choice => choice.Key).ToList();
        var mine = Input with { Quantity = null };
        var updated = await update.RunAsync(Department, id, stored => ItemMerge.Take(mine, stored, theirs), Version, ct);
        if (updated.Error is StaleError)
        {
            await PrepareAsync(id, ct);
            Conflicts = ItemMerge.Compare(Before, mine, ItemEntry.From(Item));
            ModelState.Remove(nameof(Version));
            Version = Item.Version;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Conflicts.Count > 0 ? Page() : Saved(id);
        }

        if (updated.Error is { } error)
        {
            Refuse(error);
            return Page();
        }

        return Saved(id);
    }

    /// <summary>What was typed into a field, to be sent along with the choice.</summary>
    public string? Typed(string field) => ModelState[$"Input.{char.ToUpperInvariant(field[0])}{field[1..]}"]?.AttemptedValue;

    private RedirectResult Saved(Guid id)
    {
        filters.Forget(Department);
        this.KeepToast(new Toast(texts["“{0}” is saved.", ItemEntry.Line(Input.Name) ?? Item.Name]));
        return Redirect($"/items/{id}");
    }

    private async Task<bool> PrepareAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(id, null, ct) is not { } item || !user.Edits(item.Department))
        {
            return false;
        }

        (Item, Department, SeesCosts, Currency) = (item, item.Department, user.SeesCosts(), user.Currency);
        Choices = await filters.ReadAsync(Department, ct);
        return true;
    }
}
