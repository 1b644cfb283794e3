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
public sealed class LoginModel(SignIn signIn, SignInTickets tickets, SessionCookie cookie, IHostEnvironment environment) : PageModel
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

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/dashboard";
}
