using System.Security.Claims;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>What a user's cookies and tokens are worth at this moment.</summary>
/// <param name="Stamp">The security stamp they have to carry.</param>
/// <param name="Restaurants">Where the user is a member, oldest first.</param>
public sealed record LiveSession(string Stamp, IReadOnlyList<Membership> Restaurants);

/// <summary>
/// Holds each cookie and token against the database: whether it still counts, and what its user may do by now. Kept for half a minute; what
/// this instance changes itself counts at once.
/// </summary>
public sealed class LiveSessions(NpgsqlDataSource source, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    /// <summary>The user's; null when there is no such user any more.</summary>
    public async ValueTask<LiveSession?> FindAsync(Guid userId, CancellationToken ct) =>
        cache.TryGetValue(Key(userId), out LiveSession? known) ? known : cache.Set(Key(userId), await ReadAsync(userId, ct), Kept);

    /// <summary>Looks again at the user's next request.</summary>
    public void Forget(Guid userId) => cache.Remove(Key(userId));

    /// <summary>Makes a cookie's identity say what is true now.</summary>
    /// <returns>Whether it still counts, and whether it had to be changed.</returns>
    public async Task<(bool Counts, bool Changed)> RenewAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (principal.Identity is not ClaimsIdentity identity || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId) ||
            await FindAsync(userId, ct) is not { } live || principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) != live.Stamp)
        {
            return (false, false);
        }

        // Whoever left a restaurant goes on in another; forms of the first are refused by their antiforgery token, which names it.
        return (true, SessionClaims.Set(identity, Memberships.Choose(live.Restaurants, RestaurantOf(principal))));
    }

    /// <summary>The same for an access token, which is for one restaurant and no other.</summary>
    /// <returns>Whether it still counts.</returns>
    public async Task<bool> CountsAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (principal.Identity is not ClaimsIdentity identity || !Guid.TryParse(principal.FindFirstValue("sub"), out var userId) ||
            await FindAsync(userId, ct) is not { } live || principal.FindFirstValue(AccessTokens.StampClaim) != AccessTokens.StampOf(live.Stamp) ||
            live.Restaurants.FirstOrDefault(m => m.RestaurantId == RestaurantOf(principal)) is not { } membership)
        {
            return false;
        }

        SessionClaims.Set(identity, membership);
        return true;
    }

    private static Guid? RestaurantOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(KitchenGuardClaims.RestaurantId), out var id) ? id : null;

    private static (string, Guid) Key(Guid userId) => (nameof(LiveSessions), userId);

    private async Task<LiveSession?> ReadAsync(Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select security_stamp from auth.users where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        return await command.ExecuteScalarAsync(ct) is string stamp
            ? new LiveSession(stamp, await Memberships.ReadAsync(source, userId, ct))
            : null;
    }
}

/// <summary>The claims that say where a session or token acts, and as what.</summary>
internal static class SessionClaims
{
    private static readonly string[] Types =
    [
        KitchenGuardClaims.RestaurantId, KitchenGuardClaims.Role, KitchenGuardClaims.RestaurantName, KitchenGuardClaims.Currency,
        KitchenGuardClaims.Locale, KitchenGuardClaims.TimeZone, KitchenGuardClaims.Opens,
    ];

    /// <summary>Puts them to the membership's; takes them away when there is none.</summary>
    /// <returns>Whether anything was different.</returns>
    public static bool Set(ClaimsIdentity identity, Membership? membership)
    {
        var present = identity.Claims.Where(claim => Types.Contains(claim.Type)).ToList();
        List<Claim> right = membership is null ? [] :
        [
            new(KitchenGuardClaims.RestaurantId, membership.RestaurantId.ToString()),
            new(KitchenGuardClaims.Role, membership.Role.ToString()),
            new(KitchenGuardClaims.RestaurantName, membership.RestaurantName),
            new(KitchenGuardClaims.Currency, membership.Currency),
            new(KitchenGuardClaims.Locale, membership.Locale),
            new(KitchenGuardClaims.TimeZone, membership.TimeZone),
            .. membership.Opens.Select(opening => new Claim(KitchenGuardClaims.Opens, opening)),
        ];
        if (present.Select(c => (c.Type, c.Value)).ToHashSet().SetEquals(right.Select(c => (c.Type, c.Value))))
        {
            return false;
        }

        present.ForEach(identity.RemoveClaim);
        identity.AddClaims(right);
        return true;
    }
}
