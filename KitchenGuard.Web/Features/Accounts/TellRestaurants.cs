using KitchenGuard.Data;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Writes what happened to an account into the log of every restaurant that has its person.</summary>
public sealed class TellRestaurants(KitchenGuardDbContext db, Tenant tenant, Audit audit)
{
    /// <summary>Adds an entry in each and saves, within the caller's transaction. Afterwards the restaurant that was entered before is entered again.</summary>
    /// <param name="userId">Whose account.</param>
    /// <param name="add">Adds the entry.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(Guid userId, Action<Audit> add, CancellationToken ct)
    {
        var present = tenant.RestaurantId;
        // On the transaction's own connection: with a second one, those who wait for this transaction could hold all that there are.
        foreach (var restaurant in await db.Database.SqlQuery<Guid>($"""select auth.restaurants_of({userId}) as "Value" """).ToListAsync(ct))
        {
            tenant.Enter(restaurant);
            add(audit);
            await db.SaveChangesAsync(ct);
        }

        if (present is { } entered)
        {
            tenant.Enter(entered);
        }
    }
}
