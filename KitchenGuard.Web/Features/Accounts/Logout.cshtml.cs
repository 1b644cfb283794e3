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
        return LocalRedirect(device.IsClaimed ? "/device" : "/login");
    }
}
