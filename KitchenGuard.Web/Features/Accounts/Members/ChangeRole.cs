using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Gives a member another role.</summary>
public sealed class ChangeRole(Team team, LiveSessions sessions, Audit audit, ILogger<ChangeRole> logger)
{
    /// <summary>Changes it; the member's open pages and tokens follow.</summary>
    /// <returns>Done, or NotFound, BeyondYou, LastOwner, Leaving.</returns>
    public async Task<Result<Done>> RunAsync(Guid memberId, Role role, CancellationToken ct)
    {
        var changed = await team.ChangeAsync<Member>(async asking =>
        {
            var found = await team.FindAsync(memberId, asking, ct);
            if (found.Error is null && !asking.Manages(role))
            {
                return MemberErrors.BeyondYou;
            }

            if (found.Error is null && role != Role.Owner && await team.IsLastOwnerAsync(found.Value, ct))
            {
                return MemberErrors.LastOwner;
            }

            if (found.Error is null && role == Role.Owner && await team.IsLeavingAsync(found.Value, ct))
            {
                return MemberErrors.Leaving;
            }

            if (found.Error is null && found.Value.Role != role)
            {
                audit.Add(AuditActions.RoleChanged, await team.NameAsync(found.Value, ct), found.Value.UserId, new { found.Value.Role }, new { role });
                found.Value.Role = role;
            }

            return found;
        }, ct);
        if (changed.Error is { } error)
        {
            return error;
        }

        sessions.Forget(changed.Value.UserId);
        AccountsLog.RoleChanged(logger, changed.Value.UserId, role);
        return default(Done);
    }
}
