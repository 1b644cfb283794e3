using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>Signs somebody out: of one session with its tokens, or of all. An operator who does so to themselves keeps the one in use.</summary>
public sealed class EndUserSessions(Intervention intervention, EndSessions end, IHttpContextAccessor accessor)
{
    /// <summary>Ends them.</summary>
    /// <returns>Done; or NotFound, NoSession, OwnSession.</returns>
    public Task<Result<Done>> RunAsync(Guid userId, EndSessionsInput input, CancellationToken ct) =>
        intervention.RunAsync(userId, new Act(OperatorActions.SessionsEnded, AuditActions.SignedOutByOperator, input.Reason), async _ =>
        {
            var (one, present) = (input.Session, LiveSessions.SessionOf(accessor.HttpContext!.User));
            if (one is not null && one == present)
            {
                return OperationsErrors.OwnSession;
            }

            var ended = await end.RunAsync(s => s.UserId == userId && s.Id != present && (one == null || s.Id == one), ct);
            return ended == 0 ? OperationsErrors.NoSession : null;
        }, ct);
}
