using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Takes what somebody shows beside the password. Tries are counted per person in the database, before they are looked at, whatever network they come from.</summary>
public sealed class TakeFactor(AuthenticatorCodes authenticator, RecoveryCodes recovery, SignInThrottle throttle, FactorChange change, IStringLocalizer<Texts> texts)
{
    private const int CodeLength = 6;

    /// <summary>Takes a code.</summary>
    /// <param name="user">Whose it has to be.</param>
    /// <param name="code">Six digits of the app, or a recovery code; blanks and hyphens do not matter.</param>
    /// <param name="ct">Cancels; the try stays counted.</param>
    /// <returns>What it was; or WrongCode, LockedOut, Busy.</returns>
    public async Task<Result<SecondFactor>> RunAsync(User user, string? code, CancellationToken ct)
    {
        var key = $"\u0001factor:{user.Id}";
        if (await throttle.CountAsync(key, null, SignInThrottle.Limit, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        var typed = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));
        if (typed.Length == CodeLength && typed.All(char.IsAsciiDigit))
        {
            if (!await authenticator.TakeAsync(user.Id, typed, ct))
            {
                return FactorErrors.WrongCode;
            }

            await throttle.ClearAsync(key, null, ct);
            return SecondFactor.Authenticator;
        }

        var taken = await recovery.TakeAsync(user.Id, typed, ct);
        if (taken.Error is { } busy)
        {
            return busy;
        }

        if (!taken.Value)
        {
            return FactorErrors.WrongCode;
        }

        await throttle.ClearAsync(key, null, ct);
        await change.SaveAsync(user, AuditActions.RecoveryCodeUsed, texts["A recovery code was used to sign in. You have {0} left.", await recovery.LeftAsync(user.Id, ct)], ct);
        return SecondFactor.RecoveryCode;
    }
}
