using KitchenGuard.Data.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>What a shared device shows while nobody is signed in on it: the names.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class NamesModel(DeviceCookie cookie, SignInByPin pins) : PageModel
{
    public SharedDevice Device { get; private set; } = null!;

    public IReadOnlyList<DevicePerson> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await cookie.FindAsync(ct) is not { } device)
        {
            return Redirect("/login");
        }

        (Device, People) = (device, await pins.PeopleAsync(device, ct));
        return Page();
    }
}
