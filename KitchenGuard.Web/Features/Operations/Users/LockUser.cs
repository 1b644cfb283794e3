using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>Keeps somebody out until an operator lets them in again, and ends what they have open.</summary>
public sealed class LockUser(Intervention intervention, OperatorList operators, EmailProofs proofs, EndSessions end, TimeProvider clock)
{
    /// <summary>Locks.</summary>
    /// <returns>Done; or NotFound, IsOperator, LockedAlready.</returns>
    public Task<Result<Done>> RunAsync(Guid userId, string reason, CancellationToken ct) =>
        intervention.RunAsync(userId, new Act(OperatorActions.UserLocked, AuditActions.LockedByOperator, reason), async user =>
        {
            if (operators.IsOperator(user))
            {
                return OperationsErrors.IsOperator;
            }

            if (user.LockoutEnd > clock.GetUtcNow())
            {
                return OperationsErrors.LockedAlready;
            }

            user.LockoutEnd = DateTimeOffset.MaxValue;
            await proofs.VoidAsync(userId, ct);
            await end.RunAsync(s => s.UserId == userId, ct);
            return null;
        }, ct);
}
