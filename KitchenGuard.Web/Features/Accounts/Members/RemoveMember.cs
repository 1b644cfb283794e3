using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Takes a member out of the restaurant. The account stays, and so does the name beside what the person did.</summary>
public sealed class RemoveMember(Team team, KitchenGuardDbContext db, LiveSessions sessions, Audit audit, ILogger<RemoveMember> logger)
{
    /// <summary>Removes; the person's open pages and tokens see nothing of the restaurant from then on.</summary>
    /// <returns>Done, or NotFound, BeyondYou, LastOwner.</returns>
    public async Task<Result<Done>> RunAsync(Guid memberId, CancellationToken ct)
    {
        var removed = await team.ChangeAsync<Member>(async asking =>
        {
            var found = await team.FindAsync(memberId, asking, ct);
            if (found.Error is not null)
            {
                return found;
            }

            if (await team.IsLastOwnerAsync(found.Value, ct))
            {
                return MemberErrors.LastOwner;
            }

            db.Members.Remove(found.Value);
            var userId = found.Value.UserId;
            await db.DevicePins.Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
            audit.Add(AuditActions.MemberRemoved, await team.NameAsync(found.Value, ct), found.Value.UserId, before: new { found.Value.Role });
            return found;
        }, ct);
        if (removed.Error is { } error)
        {
            return error;
        }

        sessions.Forget(removed.Value.UserId);
        AccountsLog.MemberRemoved(logger, removed.Value.UserId);
        return default(Done);
    }
}
