using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Shell;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Deletion of the restaurant, and the way back.</summary>
[Authorize(Policy = Rights.Owning), RequiresProof]
public sealed class RestaurantModel(
    KitchenGuardDbContext db, CloseRestaurant close, ReopenRestaurant reopen, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public CloseRestaurantInput Input { get; set; } = new();

    /// <summary>When it will be deleted; null: it stays.</summary>
    public DateTimeOffset? DeleteAfter { get; private set; }

    public long Items { get; private set; }

    public long Movements { get; private set; }

    public long Imports { get; private set; }

    public long Members { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        DeleteAfter = await db.Restaurants.Select(r => r.DeleteAfter).SingleAsync(ct);
        (Items, Movements) = (await db.Items.LongCountAsync(ct), await db.Movements.LongCountAsync(ct));
        (Imports, Members) = (await db.Imports.LongCountAsync(ct), await db.Members.LongCountAsync(ct));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(null, ct);
        }

        var closed = await close.RunAsync(Input, LiveSessions.SessionOf(User), ct);
        if (closed.Error is { } error)
        {
            return await AgainAsync(error, ct);
        }

        this.KeepToast(new Toast(texts["{0} will be deleted on {1}. All members are told.", user.RestaurantName, Amounts.Day(closed.Value, user.TimeZone)]));
        return Redirect("/settings/delete");
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        if ((await reopen.RunAsync(ct)).Error is { } error)
        {
            return StatusCode(error.Status());
        }

        this.KeepToast(new Toast(texts["{0} stays. Everybody is in again.", user.RestaurantName]));
        return Redirect("/dashboard");
    }

    private async Task<IActionResult> AgainAsync(Error? error, CancellationToken ct)
    {
        if (error is not null)
        {
            ModelState.AddModelError("Input.Name", texts[error.Message]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await OnGetAsync(ct);
        return Page();
    }
}
