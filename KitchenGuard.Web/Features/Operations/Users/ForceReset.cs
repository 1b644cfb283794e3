using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Passwords;
using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Email;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>
/// Takes somebody's password away: all that they have open ends, and nothing lets them in, a shared device's PIN neither, until they have chosen
/// another by the link that is mailed to them, or by one that they ask for themselves.
/// </summary>
public sealed class ForceReset(Intervention intervention, OperatorList operators, ResetLinks links, EmailProofs proofs, EndSessions end, Outbox outbox)
{
    /// <summary>Demands a new password.</summary>
    /// <returns>Done; or NotFound, IsOperator.</returns>
    public async Task<Result<Done>> RunAsync(Guid userId, string reason, CancellationToken ct)
    {
        var mailId = Guid.Empty;
        var done = await intervention.RunAsync(userId, new Act(OperatorActions.ResetForced, AuditActions.ResetByOperator, reason), async user =>
        {
            if (operators.IsOperator(user))
            {
                return OperationsErrors.IsOperator;
            }

            // Nothing matches no hash, and a sign-in takes as long as any other.
            user.PasswordHash = null;
            user.SecurityStamp = Guid.CreateVersion7().ToString("N");
            mailId = await links.AddAsync(
                user,
                """
                For the safety of your account you have to choose a new password for KitchenGuard. The old one does not work any more, and you are signed out everywhere.

                Open this link to choose one. It works once, for 30 minutes; after that, “Forgot your password?” on the sign-in page sends another:
                {0}
                """, ct);
            await proofs.VoidAsync(userId, ct);
            await end.RunAsync(s => s.UserId == userId, ct);
            return null;
        }, ct);
        if (done.Error is null)
        {
            outbox.Enqueue(mailId);
        }

        return done;
    }
}
