using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Sign-in by cookie.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class LoginModel(SignIn signIn, SignInTickets tickets, Passkeys passkeys, FinishSignIn finish, SessionCookie cookie, IHostEnvironment environment) : PageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Refusal { get; private set; }

    /// <summary>The demo sign-in, in Development only.</summary>
    public (string Email, string Password)? Demo => environment.IsDevelopment() ? (DemoRestaurant.Email, DemoRestaurant.Password) : null;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var result = await signIn.RunAsync(Input.Login!, Input.Password!, null, HttpContext.Connection.RemoteIpAddress, ct);
        if (result.Error is SecondFactorWanted wanted)
        {
            tickets.Keep(wanted.Ticket);
            return Redirect("/login/code" + (Url.IsLocalUrl(ReturnUrl) ? QueryString.Create("returnUrl", ReturnUrl) : QueryString.Empty));
        }

        if (result.Error is { } error)
        {
            Refusal = error.Message;
            Response.StatusCode = error is TooManyError ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
            Response.SayWhenToRetry(error);
            return Page();
        }

        await cookie.IssueAsync(result.Value.User);
        return LocalRedirect(Target);
    }

    /// <summary>Answers the browser's script with what it needs to ask for a passkey, whoever's.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.RequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        ModelState.Clear();
        var taken = await passkeys.TakeAsync(null, credential, HttpContext.Connection.RemoteIpAddress, ct);
        if (taken.Error is { } error)
        {
            (Refusal, Response.StatusCode) = (error.Message, error.Status());
            Response.SayWhenToRetry(error);
            return Page();
        }

        var signedIn = await finish.RunAsync(taken.Value, null, SecondFactor.Passkey, ct);
        await cookie.IssueAsync(signedIn.Value.User, null, SecondFactor.Passkey);
        return LocalRedirect(Target);
    }

    /// <summary>Where the browser's answer goes.</summary>
    public PasskeyForm Passkey => new("/login", ReturnUrl, "Sign in with a passkey");

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/dashboard";
}
