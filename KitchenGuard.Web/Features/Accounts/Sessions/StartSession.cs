using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>
/// Begins a session of somebody who has just proved who they are. It is saved together with the user's row, whose stamp must still be what it was when
/// the proof was looked at: a password that was changed or reset meanwhile lets no session in. The save then throws
/// <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
/// </summary>
public sealed class StartSession(KitchenGuardDbContext db, Audit audit, IHttpContextAccessor accessor, TimeProvider clock)
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

    /// <summary>Adds the session of a browser or script; whoever calls saves it.</summary>
    /// <param name="user">Whose; tracked by the context.</param>
    /// <param name="kind">How they signed in.</param>
    /// <param name="membership">Where it acts, that restaurant entered: its log tells of it. Null: nowhere.</param>
    /// <param name="factor">What they showed beside the password; null: nothing.</param>
    public Session Add(User user, SessionKind kind, Membership? membership, SecondFactor? factor)
    {
        if (membership is not null)
        {
            audit.Add(AuditActions.SessionStarted, after: factor is null ? null : new { SecondFactor = factor }, who: (user.Id, user.FullName));
        }

        var isManagersDesktop = membership?.Role is Role.Owner or Role.Manager && !IsHandheld(Agent);
        return Keep(user, kind, null, factor, kind == SessionKind.Api ? ScriptIdle : isManagersDesktop ? ManagersDesktopIdle : PersonalIdle, Longest);
    }

    /// <summary>The same on a shared device.</summary>
    public Session AddOnDevice(User user, SharedDevice device)
    {
        audit.Add(AuditActions.SessionStarted, device.Name, device.Id, who: (user.Id, user.FullName));
        return Keep(user, SessionKind.Device, device.Id, null, DeviceIdle, DeviceLongest);
    }

    private Session Keep(User user, SessionKind kind, Guid? deviceId, SecondFactor? factor, TimeSpan idle, TimeSpan longest)
    {
        var (http, now, agent) = (accessor.HttpContext, clock.GetUtcNow(), Agent);
        user.LastLoginAt = now;
        // Also when it is the same moment: without an update nothing would look at the stamp.
        db.Entry(user).Property(u => u.LastLoginAt).IsModified = true;
        return db.Sessions.Add(new Session
        {
            Id = Guid.CreateVersion7(), UserId = user.Id, Kind = kind, DeviceId = deviceId, Agent = agent?.Length > 300 ? agent[..300] : agent,
            Address = http?.Connection.RemoteIpAddress?.ToString(), CreatedAt = now, SeenAt = now, ProvedAt = now, ExpiresAt = now + longest,
            Idle = idle, SecondFactor = factor,
        }).Entity;
    }

    /// <summary>Whether it is a phone or tablet, as browsers say it.</summary>
    private static bool IsHandheld(string? agent) =>
        agent is not null && (agent.Contains("Mobi", StringComparison.Ordinal) || agent.Contains("Android", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal));
}
