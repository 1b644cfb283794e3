using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Ends the session of this browser.</summary>
[AllowAnonymous]
public sealed class LogoutModel(SignInManager<Data.Accounts.User> cookies) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await cookies.SignOutAsync();
        return LocalRedirect("/login");
    }
}
