using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Operations.Reading;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>A restaurant of a user's.</summary>
public sealed record UserPlace(Guid RestaurantId, string Name, Role Role, DateTimeOffset JoinedAt);

/// <summary>A session of a user's.</summary>
/// <param name="Device">Such as "Chrome on Android".</param>
public sealed record UserSession(Guid Id, SessionKind Kind, string Device, string? Address, DateTimeOffset CreatedAt, DateTimeOffset SeenAt);

/// <summary>One account as operators see it.</summary>
/// <param name="EmailConfirmed">The person has proved that the address is theirs.</param>
/// <param name="LastLoginAt">UTC; null: never yet.</param>
/// <param name="LockedUntil">UTC; null: not locked.</param>
/// <param name="SecondFactor">Signs in with more than a password.</param>
/// <param name="IsOperator">Runs the installation, and cannot be locked here.</param>
/// <param name="DeleteAfter">When it is to be deleted (UTC); null: it stays.</param>
public sealed record UserFile(
    Guid Id, string FullName, string? Email, bool EmailConfirmed, string? Username, DateTimeOffset CreatedAt, DateTimeOffset? LastLoginAt, DateTimeOffset? LockedUntil,
    bool SecondFactor, bool IsOperator, DateTimeOffset? DeleteAfter, IReadOnlyList<UserPlace> Restaurants, IReadOnlyList<UserSession> Sessions);

/// <summary>Reads one account. The look is an entry, written before anything is shown.</summary>
public sealed class UserFiles(OperatorDbContext db, OperatorList operators, OperatorLog log, TimeProvider clock)
{
    /// <summary>The account; null when there is none.</summary>
    public async Task<UserFile?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } user)
        {
            return null;
        }

        await log.LookAsync(OperatorActions.UserSeen, $"{user.FullName} <{user.Email}>", id, ct);
        var now = clock.GetUtcNow();
        var restaurants = await (
            from member in db.Members
            join restaurant in db.Restaurants on member.RestaurantId equals restaurant.Id
            where member.UserId == id
            orderby member.CreatedAt
            select new UserPlace(restaurant.Id, restaurant.Name, member.Role, member.CreatedAt)).ToListAsync(ct);
        var sessions = await db.Sessions.Where(s => s.UserId == id && s.EndedAt == null && s.ExpiresAt > now && s.SeenAt + s.Idle > now)
            .OrderByDescending(s => s.SeenAt).ToListAsync(ct);
        return new UserFile(
            user.Id, user.FullName, user.Email, user.EmailConfirmed, user.UserName == user.Email ? null : user.UserName, user.CreatedAt, user.LastLoginAt,
            user.LockoutEnd > now ? user.LockoutEnd : null, user.TwoFactorEnabled || await db.Passkeys.AnyAsync(p => p.UserId == id, ct), user is { EmailConfirmed: true, DeleteAfter: null } && operators.Contains(user.Email),
            user.DeleteAfter, restaurants, [.. sessions.Select(s => new UserSession(s.Id, s.Kind, AgentName.Of(s.Agent), s.Address, s.CreatedAt, s.SeenAt))]);
    }
}
