using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Makes a member the owner in place of whoever asks, who goes on as a manager.</summary>
public sealed class TransferOwnership(Team team, KitchenGuardDbContext db, CurrentUser user, LiveSessions sessions, Audit audit, ILogger<TransferOwnership> logger)
{
    /// <summary>Hands over.</summary>
    /// <returns>Done, or NotFound, BeyondYou, Leaving.</returns>
    public async Task<Result<Done>> RunAsync(Guid memberId, CancellationToken ct)
    {
        var me = user.Id;
        var handed = await team.ChangeAsync<Member>(async asking =>
        {
            if (asking != Role.Owner)
            {
                return MemberErrors.BeyondYou;
            }

            var found = await team.FindAsync(memberId, asking, ct);
            if (found.Error is null && await team.IsLeavingAsync(found.Value, ct))
            {
                return MemberErrors.Leaving;
            }

            if (found.Error is null && found.Value.UserId != me)
            {
                audit.Add(AuditActions.OwnershipTransferred, await team.NameAsync(found.Value, ct), found.Value.UserId, new { found.Value.Role }, new { Role = Role.Owner });
                found.Value.Role = Role.Owner;
                (await db.Members.SingleAsync(m => m.UserId == me, ct)).Role = Role.Manager;
            }

            return found;
        }, ct);
        if (handed.Error is { } error)
        {
            return error;
        }

        sessions.Forget(me);
        sessions.Forget(handed.Value.UserId);
        AccountsLog.OwnershipTransferred(logger, me, handed.Value.UserId);
        return default(Done);
    }
}
