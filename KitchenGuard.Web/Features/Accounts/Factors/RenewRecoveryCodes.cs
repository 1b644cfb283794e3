using KitchenGuard.Data;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Makes new recovery codes; those before work no more.</summary>
public sealed class RenewRecoveryCodes(KitchenGuardDbContext db, RecoveryCodes recovery, FactorChange change, CurrentUser current, IStringLocalizer<Texts> texts)
{
    /// <summary>Makes them.</summary>
    /// <returns>The codes; or NotSetUp, Busy.</returns>
    public async Task<Result<IReadOnlyList<string>>> RunAsync(CancellationToken ct)
    {
        var userId = current.Id;
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        if (!user.TwoFactorEnabled)
        {
            return FactorErrors.NotSetUp;
        }

        var codes = await recovery.RenewAsync(userId, ct);
        if (codes.Error is null)
        {
            await change.SaveAsync(user, AuditActions.RecoveryCodesRenewed, texts["New recovery codes were made for your account. Those before do not work any more."], ct);
        }

        return codes;
    }
}
