using System.Security.Claims;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Signs this browser in and out.</summary>
public sealed class SessionCookie(
    SignInManager<User> cookies, StartSession start, EndSessions end, Memberships memberships, LiveSessions sessions, KitchenGuardDbContext db, IHttpContextAccessor accessor)
{
    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Gives the browser a new session; what it had before ends. Saves what the caller changed in the context.</summary>
    /// <param name="user">Whose; tracked by the context.</param>
    /// <param name="restaurantId">Where it acts; null: where the user acted last, else the oldest of their restaurants.</param>
    /// <param name="factor">What they showed beside the password; null: nothing.</param>
    public async Task IssueAsync(User user, Guid? restaurantId = null, SecondFactor? factor = null)
    {
        await EndPresentAsync();
        var membership = await memberships.EnterAsync(user.Id, restaurantId ?? user.LastRestaurantId, CancellationToken.None);
        var session = start.Add(user, SessionKind.Browser, membership, factor);
        await db.SaveChangesAsync(CancellationToken.None);
        await WriteAsync(user, session.Id, membership?.RestaurantId);
    }

    /// <summary>Begins a session on a shared device: short, and for its list's stock only. Saves what the caller changed in the context.</summary>
    public async Task IssueOnDeviceAsync(User user, SharedDevice device)
    {
        await EndPresentAsync();
        var session = start.AddOnDevice(user, device);
        await db.SaveChangesAsync(CancellationToken.None);
        await WriteAsync(user, session.Id, device.RestaurantId, new Claim(KitchenGuardClaims.Device, device.Department.Word()));
    }

    /// <summary>Lets the browser's session act for another restaurant: nothing counts as proved anew.</summary>
    /// <exception cref="InvalidOperationException">It is a shared device's, which stays where it is.</exception>
    public Task MoveAsync(User user, Guid restaurantId) => Http.User.HasClaim(claim => claim.Type == KitchenGuardClaims.Device)
        ? throw new InvalidOperationException("A shared device stays in its restaurant.")
        : WriteAsync(user, LiveSessions.SessionOf(Http.User)!.Value, restaurantId);

    /// <summary>Signs the browser out: its cookie is worth nothing any more, wherever a copy of it is.</summary>
    public async Task EndAsync()
    {
        if (LiveSessions.SessionOf(Http.User) is { } id)
        {
            await end.ByPersonAsync(s => s.Id == id, CancellationToken.None);
        }

        await cookies.SignOutAsync();
    }

    private async Task EndPresentAsync()
    {
        if (LiveSessions.SessionOf(Http.User) is { } id)
        {
            await end.RunAsync(s => s.Id == id, CancellationToken.None);
        }
    }

    private async Task WriteAsync(User user, Guid sessionId, Guid? restaurantId, params Claim[] more)
    {
        sessions.Forget(user.Id);
        await db.Users.Where(u => u.Id == user.Id && u.LastRestaurantId != restaurantId && restaurantId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastRestaurantId, restaurantId), CancellationToken.None);
        Http.Items[KitchenGuardClaims.RestaurantId] = restaurantId;
        await cookies.SignInWithClaimsAsync(user, isPersistent: true, [new Claim(KitchenGuardClaims.Session, sessionId.ToString()), .. more]);
    }
}
