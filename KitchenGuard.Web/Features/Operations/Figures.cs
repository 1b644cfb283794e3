using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Operations.Reading;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>The installation at a glance.</summary>
/// <param name="Restaurants">All of them.</param>
/// <param name="Users">All accounts.</param>
/// <param name="Locked">Accounts that are kept out.</param>
/// <param name="Waiting">Imports that wait for a worker or are with one.</param>
/// <param name="Failed">Imports that failed within the last seven days.</param>
public sealed record Figures(int Restaurants, int Users, int Locked, int Waiting, int Failed)
{
    /// <summary>How far back failures count.</summary>
    public static readonly TimeSpan FailedSince = TimeSpan.FromDays(7);

    /// <summary>Reads them.</summary>
    public static async Task<Figures> ReadAsync(OperatorDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - FailedSince;
        return new Figures(
            await db.Restaurants.CountAsync(ct), await db.Users.CountAsync(ct), await db.Users.CountAsync(u => u.LockoutEnd > now, ct),
            await db.Imports.CountAsync(i => i.Status == ImportStatus.Pending || i.Status == ImportStatus.Running || i.Status == ImportStatus.Undoing, ct),
            await db.Imports.CountAsync(i => i.Status == ImportStatus.Failed && i.CreatedAt >= since, ct));
    }
}
