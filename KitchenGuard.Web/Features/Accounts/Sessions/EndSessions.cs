using System.Linq.Expressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Ends sessions: here at once, on other instances within half a minute.</summary>
public sealed class EndSessions(KitchenGuardDbContext db, LiveSessions live, Audit audit, TimeProvider clock)
{
    /// <summary>Ends those of the sessions that still live.</summary>
    /// <param name="which">Of all people's: say whose.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> RunAsync(Expression<Func<Session, bool>> which, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ids = await db.Sessions.Where(which).Where(s => s.EndedAt == null && s.ExpiresAt > now).Select(s => s.Id).ToListAsync(ct);
        var ended = await db.Sessions.Where(s => ids.Contains(s.Id) && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
        ids.ForEach(live.ForgetSession);
        return ended;
    }

    /// <summary>The same for sessions that their own person ends: the log of the restaurant where they are tells of each.</summary>
    public async Task<int> ByPersonAsync(Expression<Func<Session, bool>> which, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.RestaurantId is not null)
        {
            foreach (var session in await db.Sessions.AsNoTracking().Where(which).Where(s => s.EndedAt == null && s.ExpiresAt > now && s.SeenAt + s.Idle > now).ToListAsync(ct))
            {
                audit.Add(AuditActions.SessionEnded, AgentName.Of(session.Agent), session.Id);
            }
        }

        var ended = await RunAsync(which, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return ended;
    }
}
