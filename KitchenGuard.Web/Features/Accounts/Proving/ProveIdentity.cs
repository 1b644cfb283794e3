using System.ComponentModel.DataAnnotations;
using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Proving;

/// <summary>What proves that somebody who is signed in is still the same person.</summary>
public sealed record ProveInput
{
    /// <summary>The account's.</summary>
    [Required(ErrorMessage = "Enter your password."), DataType(DataType.Password), StringLength(BcryptPasswordHasher.MaxLength, ErrorMessage = "That is too long.")]
    public string? Password { get; init; }

    /// <summary>The code of the app, or a recovery code: for accounts that have a second factor.</summary>
    [StringLength(40, ErrorMessage = "That is too long.")]
    public string? Code { get; init; }
}

/// <summary>Takes the proof of who is signed in once more; tries are counted with those of signing in.</summary>
public sealed class ProveIdentity(
    KitchenGuardDbContext db, BcryptPasswordHasher hasher, HashingGate gate, SignInThrottle throttle, TakeFactor take, Passkeys passkeys, LiveSessions sessions, CurrentUser current,
    IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>Checks it; then the session counts as proved from now.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="from">The caller's address.</param>
    /// <param name="ct">Cancels; the try stays counted.</param>
    /// <returns>Done; or WrongPassword, CodeMissing, WrongCode, LockedOut, Busy.</returns>
    public async Task<Result<Done>> RunAsync(ProveInput input, IPAddress? from, CancellationToken ct)
    {
        var userId = current.Id;
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct);
        if (await throttle.CountAsync(SignInThrottle.Of(user), from, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        var verified = await gate.RunAsync(() => hasher.VerifyHashedPassword(user, user.PasswordHash ?? hasher.Decoy, input.Password!), ct);
        if (verified.Error is { } busy)
        {
            return busy;
        }

        if (verified.Value == PasswordVerificationResult.Failed)
        {
            return AccountErrors.WrongPassword;
        }

        await throttle.ClearAsync(SignInThrottle.Of(user), from, ct);
        if (!user.TwoFactorEnabled)
        {
            await KeepAsync(null, ct);
            return default(Done);
        }

        if (string.IsNullOrWhiteSpace(input.Code))
        {
            return FactorErrors.CodeMissing;
        }

        var taken = await take.RunAsync(user, input.Code, ct);
        if (taken.Error is { } error)
        {
            return error;
        }

        await KeepAsync(taken.Value, ct);
        return default(Done);
    }

    /// <summary>Takes a passkey instead: it is both factors in one.</summary>
    /// <returns>Done; or WrongPasskey, LockedOut.</returns>
    public async Task<Result<Done>> ByPasskeyAsync(string? credential, IPAddress? from, CancellationToken ct)
    {
        var taken = await passkeys.TakeAsync(current.Id, credential, from, ct);
        if (taken.Error is { } error)
        {
            return error;
        }

        await KeepAsync(SecondFactor.Passkey, ct);
        return default(Done);
    }

    private async Task KeepAsync(SecondFactor? factor, CancellationToken ct)
    {
        var (id, now) = (LiveSessions.SessionOf(accessor.HttpContext!.User)!.Value, clock.GetUtcNow());
        await db.Sessions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now).SetProperty(s => s.SecondFactor, s => factor ?? s.SecondFactor), ct);
        sessions.ForgetSession(id);
    }
}
