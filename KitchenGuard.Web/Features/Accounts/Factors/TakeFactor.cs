using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>
/// Takes what somebody shows beside the password. Tries are counted per person in the database, before they are looked at, whatever network they come
/// from; whoever knows the password and guesses slowly comes to the day's limit, of which the person is told.
/// </summary>
public sealed class TakeFactor(AuthenticatorCodes authenticator, RecoveryCodes recovery, SignInThrottle throttle, FactorChange change, IStringLocalizer<Texts> texts)
{
    /// <summary>Wrong codes in a day after which none is taken for the rest of it. Passkeys are; another password begins anew.</summary>
    public const int DayLimit = 20;

    private const int CodeLength = 6;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Takes a code.</summary>
    /// <param name="user">Whose it has to be.</param>
    /// <param name="code">Six digits of the app, or a recovery code; blanks and hyphens do not matter.</param>
    /// <param name="ct">Cancels; the try stays counted.</param>
    /// <returns>What it was; or WrongCode, LockedOut, Busy.</returns>
    public async Task<Result<SecondFactor>> RunAsync(User user, string? code, CancellationToken ct)
    {
        var (key, day) = ($"\u0001factor:{user.Id}", $"\u0001factor-day:{user.Id}:{user.SecurityStamp}");
        if (await throttle.FindClosedAsync(day, null, DayLimit, ct) is { } rest)
        {
            return AccountErrors.LockedOut(rest);
        }

        if (await throttle.CountAsync(key, null, SignInThrottle.Limit, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        var taken = await FindAsync(user, string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')), ct);
        if (taken.Error == FactorErrors.WrongCode)
        {
            await throttle.CountAsync(day, null, DayLimit, ct, Day);
            if (await throttle.FindClosedAsync(day, null, DayLimit, ct) is not null)
            {
                await change.SaveAsync(user, AuditActions.CodesRefused, texts["Too many wrong codes were typed for your account today, by somebody who knows its password. No code is taken for the rest of the day."], ct);
            }
        }
        else if (taken.Error is null)
        {
            await throttle.ClearAsync(key, null, ct);
        }

        return taken;
    }

    private async Task<Result<SecondFactor>> FindAsync(User user, string typed, CancellationToken ct)
    {
        if (typed.Length == CodeLength && typed.All(char.IsAsciiDigit))
        {
            return await authenticator.TakeAsync(user.Id, typed, ct) ? SecondFactor.Authenticator : FactorErrors.WrongCode;
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

        await change.SaveAsync(user, AuditActions.RecoveryCodeUsed, texts["A recovery code was used to sign in. You have {0} left.", await recovery.LeftAsync(user.Id, ct)], ct);
        return SecondFactor.RecoveryCode;
    }
}
