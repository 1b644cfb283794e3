using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>All that somebody sees whose account is about to be deleted: to keep it, or to sign out.</summary>
[Authorize(AccountsAuthentication.PersonalPolicy)]
public sealed class KeepModel(KeepAccount keep, LiveSessions live, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>The day.</summary>
    public DateTimeOffset DeleteAfter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await live.FindAsync(current.Id, ct))?.DeleteAfter is not { } day)
        {
            return Redirect("/dashboard");
        }

        DeleteAfter = day;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.HasClaim(claim => claim.Type == KitchenGuardClaims.Leaving))
        {
            await keep.RunAsync(current.Id, ct);
            this.KeepToast(new Toast(texts["Your account stays."]));
        }

        return Redirect("/dashboard");
    }
}
