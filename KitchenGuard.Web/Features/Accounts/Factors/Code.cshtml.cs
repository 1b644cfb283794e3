using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>The second step of a sign-in by page.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class CodeModel(
    SignInTickets tickets, SignInByCode signIn, Passkeys passkeys, FactorList factors, SessionCookie cookie) : PageModel
{
    [BindProperty, StringLength(40, ErrorMessage = "That is too long.")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The phone is lost: a code on paper is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    /// <summary>What the account has.</summary>
    public FactorsAnswer Factors { get; private set; } = null!;

    /// <summary>Where a passkey's answer goes.</summary>
    public PasskeyForm Passkey => new("/login/code", ReturnUrl, "Use a passkey");

    /// <summary>The same page, asking for the other kind of code.</summary>
    public string OtherUrl => "/login/code" + new QueryBuilder { { "returnUrl", ReturnUrl ?? "" }, { "recovery", Recovery ? "false" : "true" } };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/login");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        !ModelState.IsValid || string.IsNullOrWhiteSpace(Code) ? FactorErrors.CodeMissing : await signIn.RunAsync(tickets.Kept, Code, ct), ct);

    /// <summary>Answers the browser's script with what it needs to ask for one of the person's passkeys.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        await signIn.FindAsync(tickets.Kept, ct) is { } user ? Content(await passkeys.RequestOptionsAsync(user), "application/json") : Redirect("/login");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct) =>
        await AnswerAsync(await signIn.ByPasskeyAsync(tickets.Kept, credential, HttpContext.Connection.RemoteIpAddress, ct), ct);

    private async Task<IActionResult> AnswerAsync(Result<SignedIn> result, CancellationToken ct)
    {
        if (result.Error is UnauthorizedError || (result.Error is not null && !await LoadAsync(ct)))
        {
            tickets.Forget();
            return Redirect("/login");
        }

        if (result.Error is { } error)
        {
            return Again(error);
        }

        tickets.Forget();
        await cookie.IssueAsync(result.Value.User, null, result.Value.Factor);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/dashboard");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await signIn.FindAsync(tickets.Kept, ct) is not { } user)
        {
            return false;
        }

        Factors = await factors.ReadAsync(user.Id, ct);
        // Without an app only paper is left to be typed.
        Recovery |= Factors.AuthenticatorSince is null;
        return true;
    }

    private PageResult Again(Error error)
    {
        // What was typed is not given back: the next code is another one.
        ModelState.Clear();
        (Code, Response.StatusCode) = (null, error.Status());
        ModelState.AddModelError(nameof(Code), error.Message);
        Response.SayWhenToRetry(error);
        return Page();
    }
}
