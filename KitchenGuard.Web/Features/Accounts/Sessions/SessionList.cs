using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>A living session as its person sees it.</summary>
/// <param name="Id">Version-7 UUID.</param>
/// <param name="Kind">How it was signed in.</param>
/// <param name="Device">Browser and system, such as "Chrome on Android"; a script's name.</param>
/// <param name="Address">Where the sign-in came from.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="SeenAt">The last use (UTC), to the minute.</param>
/// <param name="IsThis">It is the one that asks.</param>
public sealed record SessionLine(Guid Id, SessionKind Kind, string Device, string? Address, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, bool IsThis)
{
    /// <summary>A person's living sessions, the one that asks first, then by last use.</summary>
    public static async Task<IReadOnlyList<SessionLine>> ListAsync(KitchenGuardDbContext db, Guid userId, Guid? present, DateTimeOffset now, CancellationToken ct)
    {
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.UserId == userId && s.EndedAt == null && s.ExpiresAt > now && s.SeenAt + s.Idle > now)
            .OrderByDescending(s => s.SeenAt).ToListAsync(ct);
        return [.. sessions.Select(s => new SessionLine(s.Id, s.Kind, AgentName.Of(s.Agent), s.Address, s.CreatedAt, s.SeenAt, s.Id == present)).OrderByDescending(s => s.IsThis)];
    }
}
