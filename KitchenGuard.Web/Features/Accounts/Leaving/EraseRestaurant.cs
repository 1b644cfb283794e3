using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Accounts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>
/// Deletes a restaurant whose day has come, in one transaction: all of it or nothing. The database looks at the day again by its own clock, and lets
/// nobody else delete.
/// </summary>
public sealed class EraseRestaurant(KitchenGuardDbContext db, Tenant tenant, LiveSessions live, TimeProvider clock, ILogger<EraseRestaurant> logger)
{
    /// <summary>Deletes it.</summary>
    /// <returns>Whether it did: not before the day, and not twice.</returns>
    public async Task<bool> RunAsync(Guid restaurantId, CancellationToken ct)
    {
        tenant.Enter(restaurantId);
        var now = clock.GetUtcNow();
        if (!await db.Restaurants.AnyAsync(r => r.DeleteAfter <= now, ct))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var members = await db.Members.Select(m => m.UserId).ToListAsync(ct);
        await db.Sessions.Where(s => db.SharedDevices.Any(d => d.Id == s.DeviceId)).ExecuteDeleteAsync(ct);
        if ((await db.Database.SqlQuery<bool>($"""select auth.delete_restaurant({restaurantId}) as "Value" """).ToListAsync(ct)) is not [true])
        {
            return false;
        }

        // That it was done is all that stays.
        db.OperatorEntries.Add(new OperatorEntry { At = now, UserId = Guid.Empty, UserName = "KitchenGuard", Action = "restaurant.deleted", SubjectId = restaurantId });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        members.ForEach(live.Forget);
        LeavingLog.RestaurantErased(logger, restaurantId);
        return true;
    }
}
