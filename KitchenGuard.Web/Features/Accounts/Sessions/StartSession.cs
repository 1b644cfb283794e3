using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Begins a session of somebody who has just proved who they are.</summary>
public sealed class StartSession(KitchenGuardDbContext db, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>How long any session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private static readonly TimeSpan PersonalIdle = TimeSpan.FromDays(14);
    private static readonly TimeSpan ManagersDesktopIdle = TimeSpan.FromHours(12);
    private static readonly TimeSpan ScriptIdle = TimeSpan.FromDays(30);

    /// <summary>Keeps the session.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">How they signed in; not <see cref="SessionKind.Device"/>, which has a way of its own.</param>
    /// <param name="role">What they are where it acts; null: nothing anywhere.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Session> RunAsync(Guid userId, SessionKind kind, Role? role, CancellationToken ct)
    {
        var (http, now) = (accessor.HttpContext, clock.GetUtcNow());
        var agent = http?.Request.Headers.UserAgent.ToString() is { Length: > 0 } given ? given : null;
        var session = new Session
        {
            Id = Guid.CreateVersion7(), UserId = userId, Kind = kind, Agent = agent?.Length > 300 ? agent[..300] : agent,
            Address = http?.Connection.RemoteIpAddress?.ToString(), CreatedAt = now, SeenAt = now, ProvedAt = now, ExpiresAt = now + Longest,
            Idle = kind == SessionKind.Api ? ScriptIdle
                : role is Role.Owner or Role.Manager && !IsHandheld(agent) ? ManagersDesktopIdle
                : PersonalIdle,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <summary>Whether it is a phone or tablet, as browsers say it.</summary>
    private static bool IsHandheld(string? agent) =>
        agent is not null && (agent.Contains("Mobi", StringComparison.Ordinal) || agent.Contains("Android", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal));
}
