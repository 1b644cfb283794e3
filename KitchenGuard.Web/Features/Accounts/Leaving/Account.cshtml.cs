using System.Security.Claims;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Deletion of somebody's own account. Open also to whom no restaurant has (any more).</summary>
[Authorize(AccountsAuthentication.PersonalPolicy), RequiresProof]
public sealed class AccountModel(
    NpgsqlDataSource source, Memberships memberships, CloseAccount close, SessionCookie cookie, CurrentUser current) : PageModel
{
    [BindProperty]
    public CloseAccountInput Input { get; set; } = new();

    /// <summary>The restaurants that stand in the way.</summary>
    public IReadOnlyList<SoleOwnership> Alone { get; private set; } = [];

    /// <summary>Where the session acts.</summary>
    public Guid? Present => Guid.TryParse(User.FindFirstValue(KitchenGuardClaims.RestaurantId), out var id) ? id : null;

    /// <summary>When it happens: it was asked for just now.</summary>
    public DateTimeOffset? DeleteAfter { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        Alone = await Ownerships.FindAsync(source, await memberships.IdsAsync(current.Id, ct), current.Id, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, ct);
        }

        var closed = await close.RunAsync(ct);
        if (closed.Error is { } error)
        {
            return await AgainAsync(error.Status(), ct);
        }

        await cookie.EndAsync();
        // The page is shown as to anybody: nobody is signed in any more.
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        DeleteAfter = closed.Value;
        return Page();
    }

    private async Task<IActionResult> AgainAsync(int status, CancellationToken ct)
    {
        Response.StatusCode = status;
        await OnGetAsync(ct);
        return Page();
    }
}
