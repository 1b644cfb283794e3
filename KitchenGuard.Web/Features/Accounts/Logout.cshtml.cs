using KitchenGuard.Web.Features.Accounts.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Ends the session of this browser.</summary>
[AllowAnonymous]
public sealed class LogoutModel(SessionCookie cookie) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await cookie.EndAsync();
        // Not "cookies": that takes those of every other program under the same registered domain.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/login");
    }
}
