using System.Linq.Expressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Ends sessions: here at once, on other instances within half a minute.</summary>
public sealed class EndSessions(KitchenGuardDbContext db, LiveSessions live, TimeProvider clock)
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
}
