using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>Asks for a link that sets a new password.</summary>
[AllowAnonymous]
public sealed class ForgotModel(RequestReset request, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    /// <summary>It was asked for; says nothing about whether there is an account.</summary>
    [FromQuery(Name = "sent")]
    public bool IsSent { get; set; }

    public string? Refusal { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsSent = false;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var asked = await request.RunAsync(Input.Email!, HttpContext.Connection.RemoteIpAddress, ct);
        if (asked.Error is { } error)
        {
            Refusal = texts[error.Message];
            Response.StatusCode = error.Status();
            Response.SayWhenToRetry(error);
            return Page();
        }

        return Redirect("/forgot-password?sent=true");
    }
}
