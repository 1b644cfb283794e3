using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>The restaurant's own settings.</summary>
[Authorize(Policy = Rights.Managing)]
public sealed class SettingsModel(KitchenGuardDbContext db, ChangeRestaurant change, RequireSecondFactor require, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    /// <summary>The currency is about to change: whoever does it has to say that they know what that means.</summary>
    public bool AsksForCurrency { get; private set; }

    /// <summary>Nobody gets in without a second factor.</summary>
    public bool RequiresSecondFactor { get; private set; }

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whoever asks decides on it.</summary>
    public bool IsOwner => user.Role == Role.Owner;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var id = user.RestaurantId;
        await LoadAsync(ct);
        Input = await db.Restaurants.Where(r => r.Id == id).Select(r => new SettingsInput
        {
            Name = r.Name, Address = r.Address, Phone = r.Phone, TimeZone = r.TimeZone, Currency = r.Currency, Locale = r.Locale,
            StaffSeeBothDepartments = r.StaffSeeBothDepartments, StaffSeeCosts = r.StaffSeeCosts, ViewersSeeCosts = r.ViewersSeeCosts,
        }).SingleAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        AsksForCurrency = Input.Currency != user.Currency;
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var changed = await change.RunAsync(Input, ct);
        if (changed.Error is { } error)
        {
            ModelState.AddModelError("Input.Currency", error.Message);
            Response.StatusCode = error.Status();
            return Page();
        }

        this.KeepToast(new Toast(texts["The settings are saved."]));
        return Redirect("/settings");
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostSecondFactorAsync(bool required, CancellationToken ct)
    {
        if (!IsOwner)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        ModelState.Clear();
        var done = await require.RunAsync(required, ct);
        if (done.Error is { } error)
        {
            await OnGetAsync(ct);
            (Refusal, Response.StatusCode) = (texts[error.Message], StatusCodes.Status422UnprocessableEntity);
            return Page();
        }

        this.KeepToast(new Toast(required ? texts["Everybody needs a second factor from now on."] : texts["A second factor is up to each member from now on."]));
        return Redirect("/settings");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = user.RestaurantId;
        RequiresSecondFactor = await db.Restaurants.Where(r => r.Id == id).Select(r => r.RequiresSecondFactor).SingleAsync(ct);
    }
}
