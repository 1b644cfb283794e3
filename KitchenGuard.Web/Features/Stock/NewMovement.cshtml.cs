using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Shell;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>The quick actions on an item: in the sheet, and as a small page without JavaScript.</summary>
public sealed class NewMovementModel(
    ItemList list, PostMovement post, UndoMovement undo, Ledger ledger, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    public QuickAction Form { get; private set; } = null!;

    public ItemAnswer Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? kind, CancellationToken ct)
    {
        if (await list.FindAsync(id, null, ct) is not { } item || !user.Moves(item.Department))
        {
            return NotFound();
        }

        (Item, Form) = (item, FormOf(item) with { Kind = kind ?? (item.Counted ? "use" : "count") });
        return Request.WantsFragment() ? this.Fragment("_QuickAction", Form) : Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id, string? kind, [FromForm] decimal? quantity, [FromForm] string? unit, [FromForm] string? reason, [FromForm] Guid? key,
        CancellationToken ct)
    {
        var typed = ModelState[nameof(quantity)];
        var isKind = EnumWord.TryRead<MovementKind>(kind, out var happened);
        string? refusal = typed?.Errors.Count > 0 ? typed.Errors[0].ErrorMessage : isKind ? null : texts["Choose what happened."].Value;
        if (refusal is null)
        {
            var posted = await post.RunAsync(id, new MovementInput
            {
                Kind = happened, Quantity = quantity, Unit = unit == "case" ? "case" : null, Reason = happened == MovementKind.Waste ? reason : null,
                RequestKey = key,
            }, ct);
            if (posted.Error is null)
            {
                return await DoneAsync(id, posted.Value, $"/items/{id}/movements/new?handler=Undo&movement={posted.Value.Id}", ct);
            }

            if (posted.Error is NotFoundError or ForbiddenError)
            {
                return StatusCode(posted.Error.Status());
            }

            refusal = texts[posted.Error.Message];
        }

        if (await list.FindAsync(id, null, ct) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        Form = FormOf(item) with { Kind = kind ?? "use", Quantity = typed?.AttemptedValue, EnteredUnit = unit ?? "base", Reason = reason, Error = refusal };
        return Request.WantsFragment()
            ? this.Fragment("_QuickAction", Form).Status(StatusCodes.Status422UnprocessableEntity)
            : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, long movement, CancellationToken ct)
    {
        var undone = await undo.RunAsync(id, movement, ct);
        if (undone.Error is null)
        {
            return await DoneAsync(id, undone.Value, null, ct);
        }

        if (undone.Error is ForbiddenError)
        {
            return StatusCode(undone.Error.Status());
        }

        var toast = new Toast(texts[undone.Error.Message], IsError: true);
        if (Request.WantsFragment())
        {
            return this.Fragment().With(toast).Status(undone.Error.Status());
        }

        this.KeepToast(toast);
        return undone.Error is NotFoundError ? NotFound() : Redirect($"/items/{id}");
    }

    private async Task<IActionResult> DoneAsync(Guid id, PostedMovement posted, string? undoUrl, CancellationToken ct)
    {
        var item = (await list.FindAsync(id, null, ct))!;
        var toast = new Toast(texts.Done(posted, item), undoUrl);
        if (!Request.WantsFragment())
        {
            this.KeepToast(toast);
            return Redirect(undoUrl is null ? $"/items/{id}" : $"/{item.Department.Word()}");
        }

        var answer = this.Fragment().Into($"#item-{id}", "/Features/Inventory/_Rows.cshtml", ItemListRows.Of(new ItemRow(item, MayMove: true, user.Edits(item.Department))))
            .Into("#totals", "/Features/Inventory/_TotalsAgain.cshtml", item.Department, "beforeend").With(toast);
        if (!Request.Headers["HX-Current-URL"].ToString().Contains("/items/", StringComparison.Ordinal))
        {
            return answer;
        }

        var page = await ledger.ReadAsync(id, null, null, ct);
        return answer.Into("#stock", "_Stock", new StockView(item, MayMove: true)).Into("#ledger", "_Ledger", new LedgerView(item, page.Value, MayMove: true), "innerHTML");
    }

    private QuickAction FormOf(ItemAnswer item) => new()
    {
        Url = $"/items/{item.Id}/movements/new", ItemName = item.Name, ItemUrl = $"/items/{item.Id}", OnHand = item.Counted ? item.Quantity : null, Unit = item.Unit,
        CaseSize = item.CaseSize, Step = item.Unit switch { "kg" or "l" => 0.5m, "g" or "ml" => 50, _ => 1 }, Reasons = texts.WasteReasons(),
    };
}
