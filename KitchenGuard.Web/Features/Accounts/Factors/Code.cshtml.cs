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
public sealed class CodeModel(SignInTickets tickets, SignInByCode signIn, SessionCookie cookie) : PageModel
{
    [BindProperty, StringLength(40, ErrorMessage = "That is too long.")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The phone is lost: a code on paper is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    /// <summary>The same page, asking for the other kind of code.</summary>
    public string OtherUrl => "/login/code" + new QueryBuilder { { "returnUrl", ReturnUrl ?? "" }, { "recovery", Recovery ? "false" : "true" } };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await signIn.FindAsync(tickets.Kept, ct) is null ? Redirect("/login") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Code))
        {
            return Again(FactorErrors.CodeMissing);
        }

        var result = await signIn.RunAsync(tickets.Kept, Code, ct);
        if (result.Error is UnauthorizedError)
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
