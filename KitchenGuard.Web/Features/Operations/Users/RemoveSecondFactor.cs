using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Email;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>
/// Takes all factors off the account of somebody who has lost them and their recovery codes, once an operator has made sure of the person. Ends all
/// sessions; the next sign-in leads to the set-up where a factor is asked for.
/// </summary>
public sealed class RemoveSecondFactor(
    Intervention intervention, OperatorList operators, KitchenGuardDbContext db, EndSessions end, Outbox outbox, IStringLocalizer<Texts> texts)
{
    /// <summary>Removes them.</summary>
    /// <returns>Done; or NotFound, IsOperator, NoSecondFactor.</returns>
    public async Task<Result<Done>> RunAsync(Guid userId, string reason, CancellationToken ct)
    {
        var mailId = Guid.Empty;
        var done = await intervention.RunAsync(userId, new Act(OperatorActions.SecondFactorRemoved, AuditActions.SecondFactorRemoved, reason), async user =>
        {
            if (operators.IsOperator(user))
            {
                return OperationsErrors.IsOperator;
            }

            await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(ct);
            await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
            var passkeys = await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
            if (!user.TwoFactorEnabled && passkeys == 0)
            {
                return OperationsErrors.NoSecondFactor;
            }

            user.TwoFactorEnabled = false;
            await end.RunAsync(s => s.UserId == userId, ct);
            mailId = outbox.Add(db, user.Email!, texts["The second factor of your KitchenGuard account"], texts[
                """
                Whoever runs KitchenGuard took the second factor off your account, as was asked for. You are signed out everywhere.

                If you did not ask for it, set another password at once.
                """]);
            return null;
        }, ct);
        if (done.Error is null)
        {
            outbox.Enqueue(mailId);
        }

        return done;
    }
}
