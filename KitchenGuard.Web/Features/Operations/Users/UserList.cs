using KitchenGuard.Web.Features.Operations.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>An account in a list.</summary>
/// <param name="LastLoginAt">UTC; null: never yet.</param>
/// <param name="Locked">An operator keeps it out.</param>
public sealed record UserLine(Guid Id, string FullName, string? Email, string? Username, DateTimeOffset? LastLoginAt, bool Locked);

/// <summary>Reads users, newest first. Every look is an entry.</summary>
public sealed class UserList(OperatorDbContext db, OperatorLog log, TimeProvider clock)
{
    private const int PageSize = 30;

    /// <summary>Finds those whose e-mail, user name or name has the words in it.</summary>
    /// <param name="q">The words; empty: everybody.</param>
    /// <param name="before">The last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PageOf<UserLine>> FindAsync(string? q, Guid? before, CancellationToken ct)
    {
        await log.LookAsync(OperatorActions.UsersListed, q, null, ct);
        var (pattern, now) = (SearchPattern.Of(q), clock.GetUtcNow());
        var users = await db.Users
            .Where(u => pattern == null || EF.Functions.ILike(u.FullName, pattern, "\\") || EF.Functions.ILike(u.Email!, pattern, "\\") || EF.Functions.ILike(u.UserName!, pattern, "\\"))
            .Where(u => before == null || u.Id < before).OrderByDescending(u => u.Id).Take(PageSize + 1)
            .Select(u => new UserLine(u.Id, u.FullName, u.Email, u.UserName == u.Email ? null : u.UserName, u.LastLoginAt, u.LockoutEnd > now)).ToListAsync(ct);
        return new PageOf<UserLine>([.. users.Take(PageSize)], users.Count > PageSize ? users[PageSize - 1].Id.ToString() : null);
    }
}
