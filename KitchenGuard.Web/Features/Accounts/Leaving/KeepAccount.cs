using KitchenGuard.Data;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Takes the deletion of an account back.</summary>
public sealed class KeepAccount(
    KitchenGuardDbContext db, Tenant tenant, Memberships memberships, LiveSessions live, Audit audit, ILogger<KeepAccount> logger)
{
    /// <summary>Keeps it; nothing happens to one that stays anyway.</summary>
    /// <param name="userId">Whose, proved by a sign-in.</param>
    /// <param name="ct">Cancels; nothing is changed.</param>
    public async Task RunAsync(Guid userId, CancellationToken ct)
    {
        var (entered, restaurants) = (tenant.RestaurantId, await memberships.IdsAsync(userId, ct));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Users.Where(u => u.Id == userId && u.DeleteAfter != null).ExecuteUpdateAsync(set => set.SetProperty(u => u.DeleteAfter, (DateTimeOffset?)null), ct) == 1)
        {
            var name = await db.Users.Where(u => u.Id == userId).Select(u => u.FullName).SingleAsync(ct);
            foreach (var restaurant in restaurants)
            {
                tenant.Enter(restaurant);
                audit.Add(AuditActions.AccountKept, name, userId, who: (userId, name));
                await db.SaveChangesAsync(ct);
            }

            await transaction.CommitAsync(ct);
            LeavingLog.AccountKept(logger, userId);
        }

        if (entered is { } before)
        {
            tenant.Enter(before);
        }

        live.Forget(userId);
    }
}
