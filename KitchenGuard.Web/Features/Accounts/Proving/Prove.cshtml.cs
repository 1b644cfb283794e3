using KitchenGuard.Data;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Proving;

/// <summary>Asks who is signed in to prove it once more, and leads back to where they were.</summary>
[Authorize(AccountsAuthentication.PersonalPolicy)]
public sealed class ProveModel(ProveIdentity prove, KitchenGuardDbContext db, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ProveInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Something was sent, and has to be sent again afterwards: nothing was done.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    /// <summary>Where somebody is sent who was about to use a page.</summary>
    internal static string UrlFor(string page, bool again) =>
        "/account/prove" + new QueryBuilder { { "returnUrl", page }, { "again", again ? "true" : "false" } };

    /// <summary>Where it goes on.</summary>
    public string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account";

    /// <summary>The account has a second factor: it is asked for as well.</summary>
    public bool WantsCode { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var proved = await prove.RunAsync(Input, HttpContext.Connection.RemoteIpAddress, ct);
        if (proved.Error is { } error)
        {
            ModelState.AddModelError(error.Field() == "code" ? "Input.Code" : "Input.Password", error.Message);
            Response.SayWhenToRetry(error);
            Response.StatusCode = error.Status();
            return Page();
        }

        if (Again)
        {
            this.KeepToast(new Toast(texts["Thank you. Now do it once more: nothing was changed yet."]));
        }

        return LocalRedirect(Target);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var userId = current.Id;
        WantsCode = await db.Users.Where(u => u.Id == userId).Select(u => u.TwoFactorEnabled).SingleAsync(ct);
    }
}
