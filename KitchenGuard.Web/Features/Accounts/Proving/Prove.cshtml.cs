using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Factors;
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
public sealed class ProveModel(
    ProveIdentity prove, Passkeys passkeys, FactorList factors, KitchenGuardDbContext db, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
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

    /// <summary>What the account has: a second factor is asked for as well.</summary>
    public FactorsAnswer Factors { get; private set; } = null!;

    /// <summary>Where a passkey's answer goes.</summary>
    public PasskeyForm Passkey => new("/account/prove", ReturnUrl, "Use a passkey") { Again = Again };

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Answer(await prove.RunAsync(Input, HttpContext.Connection.RemoteIpAddress, ct));
    }

    /// <summary>Answers the browser's script with what it needs to ask for one of the person's passkeys.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct)
    {
        var userId = current.Id;
        return Content(await passkeys.RequestOptionsAsync(await db.Users.SingleAsync(u => u.Id == userId, ct)), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        ModelState.Clear();
        await LoadAsync(ct);
        return Answer(await prove.ByPasskeyAsync(credential, HttpContext.Connection.RemoteIpAddress, ct));
    }

    private IActionResult Answer(Result<Done> proved)
    {
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

    private async Task LoadAsync(CancellationToken ct) => Factors = await factors.ReadAsync(ct);
}
