using System.Security.Claims;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>What a user's sessions and tokens are worth at this moment.</summary>
/// <param name="Name">The name beside what they do.</param>
/// <param name="Stamp">The security stamp they have to carry.</param>
/// <param name="IsLocked">An operator keeps the user out.</param>
/// <param name="IsOperator">The account's address is an operator's, and proved; not on its way out.</param>
/// <param name="DeleteAfter">When the account is to be deleted (UTC); null: it stays.</param>
/// <param name="Restaurants">Where the user is a member, oldest first.</param>
public sealed record LiveUser(string Name, string Stamp, bool IsLocked, bool IsOperator, DateTimeOffset? DeleteAfter, IReadOnlyList<Membership> Restaurants);

/// <summary>
/// Holds each cookie and token against the database: whether its session still lives, and what its user may do by now. Kept for half a minute;
/// what this instance changes itself counts at once.
/// </summary>
public sealed class LiveSessions(NpgsqlDataSource source, OperatorList operators, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    // No session needs its last use to be known more exactly than this.
    private static readonly TimeSpan Coarse = TimeSpan.FromMinutes(1);

    /// <summary>The user's; null when there is no such user any more.</summary>
    public async ValueTask<LiveUser?> FindAsync(Guid userId, CancellationToken ct) =>
        TryGet(Key(userId), out LiveUser? known) ? known : Keep(Key(userId), await ReadAsync(userId, ct));

    /// <summary>Looks again at the user's next request.</summary>
    public void Forget(Guid userId) => cache.Remove(Key(userId));

    /// <summary>Looks again at the session's next request.</summary>
    public void ForgetSession(Guid sessionId) => cache.Remove(SessionKey(sessionId));

    /// <summary>Makes a cookie's identity say what is true now.</summary>
    /// <param name="principal">The cookie's.</param>
    /// <param name="isUse">Whether somebody does something, so that the session goes on; false for what a page asks by itself.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it still counts, and whether it had to be changed.</returns>
    public async Task<(bool Counts, bool Changed)> RenewAsync(ClaimsPrincipal principal, bool isUse, CancellationToken ct)
    {
        if (principal.Identity is not ClaimsIdentity identity || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId) ||
            await FindAsync(userId, ct) is not { IsLocked: false } live || principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) != live.Stamp ||
            await FindLivingAsync(principal, userId, isUse, ct) is not { } session)
        {
            return (false, false);
        }

        var isOnDevice = DepartmentNames.TryParse(principal.FindFirstValue(KitchenGuardClaims.Device), out var department);
        if (isOnDevice != session.IsOnDevice)
        {
            return (false, false);
        }

        if (live.DeleteAfter is not null)
        {
            SessionClaims.SetOperator(identity, false);
            return isOnDevice ? (false, false) : (true, SessionClaims.Set(identity, null, session.SecondFactor, isLeaving: true));
        }

        // Whoever left a restaurant goes on in another; forms of the first are refused by their antiforgery token, which names it.
        var membership = Memberships.Choose(live.Restaurants, RestaurantOf(principal));
        if (!isOnDevice)
        {
            var changed = SessionClaims.SetOperator(identity, live.IsOperator);
            return (true, SessionClaims.Set(identity, membership, session.SecondFactor) || changed);
        }

        // Nobody runs the installation from a shared device.
        SessionClaims.SetOperator(identity, false);
        // A shared device stays in its restaurant, and whoever works with it is its list's staff there. Itself it is what they have, the PIN what they know.
        return membership is { DeleteAfter: null } && membership.RestaurantId == RestaurantOf(principal) && membership.Role.WorksIn(department)
            ? (true, SessionClaims.Set(identity, membership with { Role = Rights.StaffOf(department), Opens = [], RequiresSecondFactor = false }, null))
            : (false, false);
    }

    /// <summary>The same for an access token, which is for one restaurant and no other.</summary>
    /// <returns>Whether it still counts.</returns>
    public async Task<bool> CountsAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (principal.Identity is not ClaimsIdentity identity || !Guid.TryParse(principal.FindFirstValue("sub"), out var userId) ||
            await FindAsync(userId, ct) is not { IsLocked: false, DeleteAfter: null } live || principal.FindFirstValue(AccessTokens.StampClaim) != AccessTokens.StampOf(live.Stamp) ||
            live.Restaurants.FirstOrDefault(m => m.RestaurantId == RestaurantOf(principal)) is not { } membership ||
            await FindLivingAsync(principal, userId, isUse: true, ct) is not { } session || (membership.RequiresSecondFactor && session.SecondFactor is null))
        {
            return false;
        }

        SessionClaims.Set(identity, membership, session.SecondFactor);
        SessionClaims.SetOperator(identity, live.IsOperator);
        identity.AddClaim(new Claim(ClaimTypes.Name, live.Name));
        return true;
    }

    /// <summary>The session that a cookie or token names.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(KitchenGuardClaims.Session), out var id) ? id : null;

    private static Guid? RestaurantOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(KitchenGuardClaims.RestaurantId) ?? principal.FindFirstValue(KitchenGuardClaims.Outside), out var id) ? id : null;

    private static (string, Guid) Key(Guid userId) => (nameof(LiveUser), userId);

    private static (string, Guid) SessionKey(Guid sessionId) => (nameof(LiveSession), sessionId);

    private async Task<LiveSession?> FindLivingAsync(ClaimsPrincipal principal, Guid userId, bool isUse, CancellationToken ct)
    {
        if (SessionOf(principal) is not { } id)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var session = TryGet(SessionKey(id), out LiveSession? known) ? known : Keep(SessionKey(id), await ReadSessionAsync(id, null, ct));
        if (session?.UserId != userId || !session.Lives(now))
        {
            return null;
        }

        var grain = session.Idle / 10 < Coarse ? session.Idle / 10 : Coarse;
        if (isUse && now - session.SeenAt >= grain)
        {
            session = Keep(SessionKey(id), await ReadSessionAsync(id, now, ct));
        }

        return session?.Lives(now) == true ? session : null;
    }

    private bool TryGet<T>((string, Guid) key, out T? value)
    {
        var isKnown = cache.TryGetValue(key, out (T? Value, DateTimeOffset Until) kept) && clock.GetUtcNow() < kept.Until;
        value = kept.Value;
        return isKnown;
    }

    private T? Keep<T>((string, Guid) key, T? value) => cache.Set(key, (Value: value, Until: clock.GetUtcNow() + Kept), Kept).Value;

    /// <summary>The session's row; with a moment of use, which is written to it unless it is over.</summary>
    private async Task<LiveSession?> ReadSessionAsync(Guid id, DateTimeOffset? used, CancellationToken ct)
    {
        await using var command = source.CreateCommand(used is null
            ? "select user_id, seen_at, idle, expires_at, ended_at, second_factor, device_id is not null from auth.sessions where id = $1"
            : """
              update auth.sessions set seen_at = case when ended_at is null and seen_at + idle > $2 then greatest(seen_at, $2) else seen_at end where id = $1
              returning user_id, seen_at, idle, expires_at, ended_at, second_factor, device_id is not null
              """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        if (used is { } moment)
        {
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime });
        }

        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new LiveSession(
                row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetTimeSpan(2), row.GetFieldValue<DateTimeOffset>(3), !row.IsDBNull(4), row.IsDBNull(5) ? null : row.GetString(5),
                row.GetBoolean(6))
            : null;
    }

    private async Task<LiveUser?> ReadAsync(Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select security_stamp, lockout_end > $2, full_name, delete_after, case when email_confirmed and delete_after is null then email end from auth.users where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        string stamp, name;
        bool isLocked, isOperator;
        DateTimeOffset? deleteAfter;
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (!await row.ReadAsync(ct))
            {
                return null;
            }

            (stamp, isLocked, name) = (row.GetString(0), !row.IsDBNull(1) && row.GetBoolean(1), row.GetString(2));
            deleteAfter = row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3);
            isOperator = !row.IsDBNull(4) && operators.Contains(row.GetString(4));
        }

        return new LiveUser(name, stamp, isLocked, isOperator, deleteAfter, await Memberships.ReadAsync(source, userId, ct));
    }

    private sealed record LiveSession(Guid UserId, DateTimeOffset SeenAt, TimeSpan Idle, DateTimeOffset ExpiresAt, bool IsEnded, string? SecondFactor, bool IsOnDevice)
    {
        public bool Lives(DateTimeOffset now) => !IsEnded && now < ExpiresAt && now < SeenAt + Idle;
    }
}
