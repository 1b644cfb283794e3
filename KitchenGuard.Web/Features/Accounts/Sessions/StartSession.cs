using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Begins a session of somebody who has just proved who they are.</summary>
public sealed class StartSession(KitchenGuardDbContext db, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>How long any session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>How long somebody stays signed in on a shared device that nobody touches.</summary>
    public static readonly TimeSpan DeviceIdle = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan DeviceLongest = TimeSpan.FromHours(12);
    private static readonly TimeSpan PersonalIdle = TimeSpan.FromDays(14);
    private static readonly TimeSpan ManagersDesktopIdle = TimeSpan.FromHours(12);
    private static readonly TimeSpan ScriptIdle = TimeSpan.FromDays(30);

    private string? Agent => accessor.HttpContext?.Request.Headers.UserAgent.ToString() is { Length: > 0 } given ? given : null;

    /// <summary>Keeps the session of a browser or script.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">How they signed in.</param>
    /// <param name="role">What they are where it acts; null: nothing anywhere.</param>
    /// <param name="factor">What they showed beside the password; null: nothing.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Session> RunAsync(Guid userId, SessionKind kind, Role? role, SecondFactor? factor, CancellationToken ct) => KeepAsync(
        userId, kind, null, factor, kind == SessionKind.Api ? ScriptIdle : role is Role.Owner or Role.Manager && !IsHandheld(Agent) ? ManagersDesktopIdle : PersonalIdle, Longest, ct);

    /// <summary>Keeps a session on a shared device.</summary>
    public Task<Session> OnDeviceAsync(Guid userId, Guid deviceId, CancellationToken ct) => KeepAsync(userId, SessionKind.Device, deviceId, null, DeviceIdle, DeviceLongest, ct);

    private async Task<Session> KeepAsync(Guid userId, SessionKind kind, Guid? deviceId, SecondFactor? factor, TimeSpan idle, TimeSpan longest, CancellationToken ct)
    {
        var (http, now, agent) = (accessor.HttpContext, clock.GetUtcNow(), Agent);
        var session = new Session
        {
            Id = Guid.CreateVersion7(), UserId = userId, Kind = kind, DeviceId = deviceId, Agent = agent?.Length > 300 ? agent[..300] : agent,
            Address = http?.Connection.RemoteIpAddress?.ToString(), CreatedAt = now, SeenAt = now, ProvedAt = now, ExpiresAt = now + longest,
            Idle = idle, SecondFactor = factor,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <summary>Whether it is a phone or tablet, as browsers say it.</summary>
    private static bool IsHandheld(string? agent) =>
        agent is not null && (agent.Contains("Mobi", StringComparison.Ordinal) || agent.Contains("Android", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal));
}
