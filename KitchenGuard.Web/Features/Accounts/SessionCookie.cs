using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Signs this browser in.</summary>
public sealed class SessionCookie(SignInManager<User> cookies, LiveSessions sessions, IHttpContextAccessor accessor)
{
    /// <summary>Gives the browser a new session.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="restaurantId">Where it acts; null: where it acted before, else the user's oldest restaurant.</param>
    public Task IssueAsync(User user, Guid? restaurantId = null)
    {
        sessions.Forget(user.Id);
        accessor.HttpContext!.Items[KitchenGuardClaims.RestaurantId] = restaurantId;
        return cookies.SignInAsync(user, isPersistent: true);
    }
}
