using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Exporting;

/// <summary>All of a restaurant's data, to take along.</summary>
[Authorize(Policy = Rights.Owning), RequiresProof]
public sealed class IndexModel(ExportRestaurant export, CurrentUser user, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public string Restaurant => user.RestaurantName;

    /// <summary>Why there is no download now.</summary>
    public string? Refusal { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await export.RunAsync(() => ExportAnswer.Begin(Response, clock), ct);
        if (done.Error is not { } error)
        {
            return new EmptyResult();
        }

        Refusal = texts[error.Message];
        Response.SayWhenToRetry(error);
        Response.StatusCode = error.Status();
        return Page();
    }
}
