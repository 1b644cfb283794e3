using KitchenGuard.Data;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Writes what happened to an account into the log of every restaurant that has its person.</summary>
public sealed class TellRestaurants(KitchenGuardDbContext db, Memberships memberships, Tenant tenant, Audit audit)
{
    /// <summary>Adds an entry in each and saves, within the caller's transaction. Afterwards the restaurant that was entered before is entered again.</summary>
    /// <param name="userId">Whose account.</param>
    /// <param name="add">Adds the entry.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(Guid userId, Action<Audit> add, CancellationToken ct)
    {
        var present = tenant.RestaurantId;
        foreach (var membership in await memberships.ListAsync(userId, ct))
        {
            tenant.Enter(membership.RestaurantId);
            add(audit);
            await db.SaveChangesAsync(ct);
        }

        if (present is { } entered)
        {
            tenant.Enter(entered);
        }
    }
}
