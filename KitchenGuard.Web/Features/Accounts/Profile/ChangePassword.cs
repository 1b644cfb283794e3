using System.ComponentModel.DataAnnotations;
using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Passwords;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Registration;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Profile;

/// <summary>Another password, and the one that it takes the place of.</summary>
public sealed record ChangePasswordInput : NewPasswordInput
{
    [Required(ErrorMessage = "Enter your present password."), DataType(DataType.Password), StringLength(BcryptPasswordHasher.MaxLength, ErrorMessage = "That is too long.")]
    public string? Present { get; init; }
}

/// <summary>
/// Sets another password for whoever is signed in and knows the present one; who has a second factor, must have shown it lately. Ends every session of
/// the account, this one too, and voids its PINs on shared devices.
/// </summary>
public sealed class ChangePassword(
    KitchenGuardDbContext db, BcryptPasswordHasher hasher, HashingGate gate, SignInThrottle throttle, LiveSessions sessions, EndSessions end, Outbox outbox,
    PublicAddress address, TellRestaurants tell, RecentProof proof, EmailProofs proofs, CurrentUser current, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Sets it.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="from">The caller's address.</param>
    /// <param name="ct">Cancels; nothing is changed.</param>
    /// <returns>The user, to begin a new session with; or ProofWanted, WrongPresent, LockedOut, Busy, or what is weak about the password.</returns>
    public async Task<Result<User>> RunAsync(ChangePasswordInput input, IPAddress? from, CancellationToken ct)
    {
        var userId = current.Id;
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        if (PasswordStrength.WeaknessOf(input.Password!, user.Email, user.FullName, user.UserName) is { } weakness)
        {
            return new InvalidError("password_weak", weakness, "password");
        }

        // The password alone opens no account that has a second factor.
        if (user.TwoFactorEnabled && !await proof.IsThereAsync(ct))
        {
            return AccountErrors.ProofWanted;
        }

        if (await throttle.CountAsync(SignInThrottle.Of(user), from, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        var hash = await gate.RunAsync(
            () => hasher.VerifyHashedPassword(user, user.PasswordHash ?? hasher.Decoy, input.Present!) == PasswordVerificationResult.Failed ? null : hasher.HashPassword(user, input.Password!), ct);
        if (hash.Error is { } busy)
        {
            return busy;
        }

        if (hash.Value is null)
        {
            return AccountErrors.WrongPresent;
        }

        await throttle.ClearAsync(SignInThrottle.Of(user), from, ct);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        user.PasswordHash = hash.Value;
        // Every cookie and token carries the stamp.
        user.SecurityStamp = Guid.CreateVersion7().ToString("N");
        // A link that waits in a mailbox opens the account no more.
        await db.PasswordResetTokens.Where(t => t.UserId == userId && t.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct);
        // Nor does another address that somebody asked for before.
        await proofs.VoidAsync(userId, ct);
        var mailId = outbox.Add(db, user.Email!, texts["Your KitchenGuard password was changed"], texts[
            """
            The password of your KitchenGuard account was changed just now, by somebody who was signed in and knew the old one. All other devices are signed out.

            If it was not you, set another one at once:
            {0}
            """, address.Link("/forgot-password")]);
        await db.SaveChangesAsync(ct);
        await tell.RunAsync(userId, audit => audit.Add(AuditActions.PasswordChanged), ct);
        await end.RunAsync(s => s.UserId == userId, ct);
        await transaction.CommitAsync(ct);
        sessions.Forget(userId);
        outbox.Enqueue(mailId);
        return user;
    }
}
