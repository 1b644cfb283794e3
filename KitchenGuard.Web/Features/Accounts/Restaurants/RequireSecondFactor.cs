using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>What PUT /api/restaurant/second-factor takes.</summary>
public sealed record RequireSecondFactorInput
{
    /// <summary>Nobody gets in without a second factor.</summary>
    public bool Required { get; init; }
}

/// <summary>
/// Says whether a restaurant lets anybody in without a second factor. Whoever is in without one is led to set it up at the next request; PINs on shared
/// devices go on.
/// </summary>
public sealed class RequireSecondFactor(KitchenGuardDbContext db, CurrentUser user, LiveSessions sessions, Audit audit)
{
    /// <summary>Sets it.</summary>
    /// <returns>Done, or OwnFirst: nobody shuts themselves out.</returns>
    public async Task<Result<Done>> RunAsync(bool required, CancellationToken ct)
    {
        if (required && user.SecondFactor is null)
        {
            return FactorErrors.OwnFirst;
        }

        var id = user.RestaurantId;
        var restaurant = await db.Restaurants.SingleAsync(r => r.Id == id, ct);
        if (restaurant.RequiresSecondFactor == required)
        {
            return default(Done);
        }

        audit.Add(AuditActions.SettingsChanged, restaurant.Name, id, new { restaurant.RequiresSecondFactor }, new { RequiresSecondFactor = required });
        restaurant.RequiresSecondFactor = required;
        await db.SaveChangesAsync(ct);
        foreach (var member in await db.Members.Select(m => m.UserId).ToListAsync(ct))
        {
            sessions.Forget(member);
        }

        return default(Done);
    }
}
