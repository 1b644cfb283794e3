using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Profile;

/// <summary>Where the link that proves an address leads. Looking at it uses nothing up: mail programs look too.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class EmailModel(EmailProofs proofs, IStringLocalizer<Texts> texts) : PageModel
{
    [FromQuery(Name = "token")]
    public string? Token { get; set; }

    /// <summary>The address; null when the link does not work (any more).</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Address = await proofs.FindAsync(Token, ct);
        Response.StatusCode = Address is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var confirmed = await proofs.ConfirmAsync(Token, ct);
        if (confirmed.Error is not null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        this.KeepToast(new Toast(texts["{0} is confirmed.", confirmed.Value]));
        return Redirect(User.Identity?.IsAuthenticated == true ? "/account" : "/login");
    }
}
