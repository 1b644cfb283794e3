using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>
/// Takes all factors off an account whose person has lost them and their recovery codes: for an operator who has made sure of the person, with the
/// reason in the operators' log. Ends all sessions; the next sign-in leads to the set-up where a factor is asked for.
/// </summary>
public sealed class RemoveSecondFactor(KitchenGuardDbContext db, EndSessions end, FactorChange change, IStringLocalizer<Texts> texts)
{
    /// <summary>Removes them; nothing happens when there are none.</summary>
    /// <returns>Done, or NotFound.</returns>
    public async Task<Result<Done>> RunAsync(Guid userId, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return new NotFoundError();
        }

        if (!user.TwoFactorEnabled)
        {
            return default(Done);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
        user.TwoFactorEnabled = false;
        await end.RunAsync(s => s.UserId == userId, ct);
        await change.SaveAsync(user, AuditActions.SecondFactorRemoved, texts["Whoever runs KitchenGuard took the second factor off your account, as was asked for. You are signed out everywhere."], ct);
        return default(Done);
    }
}
