using KitchenGuard.Data;
using KitchenGuard.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Reminds a restaurant's owners once, shortly before it is deleted.</summary>
public sealed class RemindOwners(KitchenGuardDbContext db, Tenant tenant, LeavingMails mails, TimeProvider clock, ILogger<RemindOwners> logger)
{
    /// <summary>Reminds them, unless it is too early or somebody has.</summary>
    public async Task RunAsync(Guid restaurantId, CancellationToken ct)
    {
        tenant.Enter(restaurantId);
        var now = clock.GetUtcNow();
        var soon = now + Grace.Reminder;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Restaurants.Where(r => r.DeleteAfter <= soon && r.DeletionRemindedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DeletionRemindedAt, now), ct) != 1)
        {
            return;
        }

        var sent = await mails.RestaurantGoesSoonAsync(await db.Restaurants.AsNoTracking().SingleAsync(ct), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        mails.Send(sent);
        LeavingLog.OwnersReminded(logger, restaurantId);
    }
}
