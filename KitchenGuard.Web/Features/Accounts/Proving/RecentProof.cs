using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Proving;

/// <summary>Whether whoever asks has lately proved who they are: by signing in, or once more since.</summary>
public sealed class RecentProof(KitchenGuardDbContext db, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>How long a proof opens what is sensitive.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Whether there is one. Asked of the database each time: what needs it is rare.</summary>
    public async Task<bool> IsThereAsync(CancellationToken ct)
    {
        var (id, since) = (LiveSessions.SessionOf(accessor.HttpContext!.User), clock.GetUtcNow() - Lasts);
        return await db.Sessions.AnyAsync(s => s.Id == id && s.EndedAt == null && s.ProvedAt > since, ct);
    }
}
