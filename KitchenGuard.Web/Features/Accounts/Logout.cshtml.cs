using KitchenGuard.Web.Features.Accounts.Devices;
using KitchenGuard.Web.Features.Accounts.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Ends the session of this browser.</summary>
[AllowAnonymous]
public sealed class LogoutModel(SessionCookie cookie, DeviceCookie device) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await cookie.EndAsync();
        // Not "cookies": that takes those of every other program under the same registered domain. What a shared device stores is the device's.
        Response.Headers["Clear-Site-Data"] = device.IsClaimed ? "\"cache\"" : "\"cache\", \"storage\"";
        return LocalRedirect(device.IsClaimed ? "/device" : "/login");
    }
}
