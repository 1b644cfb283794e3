using KitchenGuard.Web.Features.Accounts.Sessions;
using System.Security.Claims;
using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>The restaurants of a person, to go from one to another. Open also to whom no restaurant has (any more).</summary>
[Authorize(AccountsAuthentication.PersonalPolicy)]
public sealed class IndexModel(
    Memberships memberships, SessionCookie cookie, KitchenGuardDbContext db, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<Membership> Restaurants { get; private set; } = [];

    /// <summary>Where the session acts.</summary>
    public Guid? Present => Guid.TryParse(User.FindFirstValue(KitchenGuardClaims.RestaurantId), out var id) ? id : null;

    /// <summary>Those that are to be deleted and let only their owners in.</summary>
    public IReadOnlyList<Membership> Closed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        (Restaurants, Closed) = (await memberships.ListAsync(current.Id, ct), await memberships.ClosedAsync(current.Id, ct));

    /// <summary>Where the restaurant's day begins.</summary>
    public TimeZoneInfo ZoneOf(Membership restaurant) => TimeZoneInfo.TryFindSystemTimeZoneById(restaurant.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var (userId, restaurants) = (current.Id, await memberships.ListAsync(current.Id, ct));
        if (restaurants.FirstOrDefault(m => m.RestaurantId == id) is not { } chosen)
        {
            return NotFound();
        }

        await cookie.MoveAsync(await db.Users.SingleAsync(u => u.Id == userId, ct), id);
        this.KeepToast(new Toast(texts["You are in {0} now.", chosen.RestaurantName]));
        return Redirect("/dashboard");
    }
}
