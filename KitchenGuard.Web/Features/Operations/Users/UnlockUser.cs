using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>Lets somebody in again. They sign in anew: what they had open stays ended.</summary>
public sealed class UnlockUser(Intervention intervention, TimeProvider clock)
{
    /// <summary>Unlocks.</summary>
    /// <returns>Done; or NotFound, NotLocked.</returns>
    public Task<Result<Done>> RunAsync(Guid userId, string reason, CancellationToken ct) =>
        intervention.RunAsync(userId, new Act(OperatorActions.UserUnlocked, AuditActions.UnlockedByOperator, reason), user =>
        {
            if (user.LockoutEnd is not { } until || until <= clock.GetUtcNow())
            {
                return Task.FromResult<Error?>(OperationsErrors.NotLocked);
            }

            user.LockoutEnd = null;
            return Task.FromResult<Error?>(null);
        }, ct);
}
