using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OtpNet;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>A key that waits to be confirmed by its first code.</summary>
/// <param name="Key">Base32, as apps take it.</param>
/// <param name="Uri">The same as <c>otpauth:</c> address, for a QR code.</param>
public sealed record PendingKey(string Key, string Uri);

/// <summary>Sets up the app on a phone: a key, then a code that proves that the app has it.</summary>
public sealed class AuthenticatorSetup(
    KitchenGuardDbContext db, AuthenticatorCodes codes, FactorChange change, SignInThrottle throttle, CurrentUser current, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const string Issuer = "KitchenGuard";

    /// <summary>Makes a new key. The present app works until the new one is confirmed.</summary>
    public async Task<PendingKey> StartAsync(CancellationToken ct)
    {
        var userId = current.Id;
        var authenticator = await db.Authenticators.SingleOrDefaultAsync(a => a.UserId == userId, ct) ?? db.Authenticators.Add(new Authenticator { UserId = userId }).Entity;
        authenticator.Pending = codes.NewSecret(userId);
        await db.SaveChangesAsync(ct);
        return (await FindAsync(ct))!;
    }

    /// <summary>The key that waits; null when none does.</summary>
    public async Task<PendingKey?> FindAsync(CancellationToken ct)
    {
        var userId = current.Id;
        var pending = await db.Authenticators.Where(a => a.UserId == userId).Select(a => a.Pending).SingleOrDefaultAsync(ct);
        var email = await db.Users.Where(u => u.Id == userId).Select(u => u.Email).SingleAsync(ct);
        return pending is not null && codes.KeyOf(userId, pending) is { } key ? new PendingKey(key, new OtpUri(OtpType.Totp, key, email, Issuer).ToString()) : null;
    }

    /// <summary>Confirms it by a code of the app.</summary>
    /// <returns>Recovery codes when it is the first factor, else none; or SetUpOver, WrongCode, LockedOut, Busy.</returns>
    public async Task<Result<IReadOnlyList<string>>> ConfirmAsync(string? code, CancellationToken ct)
    {
        var (userId, key) = (current.Id, $"\u0001factor:{current.Id}");
        if (await throttle.CountAsync(key, null, SignInThrottle.Limit, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        var authenticator = await db.Authenticators.SingleOrDefaultAsync(a => a.UserId == userId, ct);
        if (authenticator?.Pending is not { } pending)
        {
            return FactorErrors.SetUpOver;
        }

        if (codes.StepOf(userId, pending, string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)))) is not { } step)
        {
            return FactorErrors.WrongCode;
        }

        (authenticator.Secret, authenticator.Pending, authenticator.LastStep, authenticator.ConfirmedAt) = (pending, null, step, clock.GetUtcNow());
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        var added = await change.AddAsync(user, SecondFactor.Authenticator, AuditActions.AuthenticatorAdded, texts["An app that shows codes was set up for your account. Signing in asks for a code from now on."], ct);
        await throttle.ClearAsync(key, null, ct);
        return added;
    }

    /// <summary>Takes the app away.</summary>
    /// <returns>Done, or FactorNeeded. Nothing happens when there is none.</returns>
    public async Task<Result<Done>> RemoveAsync(CancellationToken ct)
    {
        var userId = current.Id;
        if (await db.Authenticators.SingleOrDefaultAsync(a => a.UserId == userId, ct) is not { } authenticator)
        {
            return default(Done);
        }

        db.Authenticators.Remove(authenticator);
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        return await change.RemoveAsync(user, AuditActions.AuthenticatorRemoved, texts["The app that shows codes was taken off your account."], ct);
    }
}
