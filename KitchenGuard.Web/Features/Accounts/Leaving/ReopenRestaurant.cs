using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Members;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Takes the deletion of a restaurant back: its members and shared devices are in again as before; scripts sign in anew.</summary>
public sealed class ReopenRestaurant(
    KitchenGuardDbContext db, Team team, LiveSessions live, Audit audit, CurrentUser current, ILogger<ReopenRestaurant> logger)
{
    /// <summary>Keeps the restaurant; nothing happens to one that stays anyway.</summary>
    /// <returns>Done, or BeyondYou.</returns>
    public async Task<Result<Done>> RunAsync(CancellationToken ct)
    {
        var restaurantId = current.RestaurantId;
        var reopened = await team.ChangeAsync<Done>(async asking =>
        {
            if (asking != Role.Owner)
            {
                return MemberErrors.BeyondYou;
            }

            var restaurant = await db.Restaurants.SingleAsync(r => r.Id == restaurantId, ct);
            if (restaurant.DeleteAfter is { } day)
            {
                (restaurant.DeleteAfter, restaurant.DeletionRemindedAt) = (null, null);
                audit.Add(AuditActions.RestaurantReopened, restaurant.Name, restaurantId, before: new { deleteAfter = day });
                LeavingLog.RestaurantReopened(logger, restaurantId);
            }

            return default(Done);
        }, ct);
        foreach (var member in await db.Members.Select(m => m.UserId).ToListAsync(ct))
        {
            live.Forget(member);
        }

        return reopened;
    }
}
