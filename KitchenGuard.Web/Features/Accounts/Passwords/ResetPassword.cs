using KitchenGuard.Web.Features.Accounts.Sessions;
using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Registration;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>The new password, by page and API.</summary>
public record NewPasswordInput
{
    [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
    [StringLength(BcryptPasswordHasher.MaxLength, MinimumLength = 10, ErrorMessage = "Use 10 to 128 characters.")]
    public string? Password { get; init; }
}

/// <summary>Sets a new password by a link that was mailed: once. Ends every session and token of the account.</summary>
public sealed class ResetPassword(
    KitchenGuardDbContext db, BcryptPasswordHasher hasher, HashingGate gate, LiveSessions sessions, EndSessions end, EmailProofs proofs, TellRestaurants tell, Outbox outbox, PublicAddress address,
    TimeProvider clock, IStringLocalizer<Texts> texts, ILogger<ResetPassword> logger)
{
    /// <summary>Whether the link works; looking uses nothing up.</summary>
    public async Task<bool> WorksAsync(string? token, CancellationToken ct) => await FindAsync(token, ct) is not null;

    /// <summary>Sets the password.</summary>
    /// <param name="token">The link's.</param>
    /// <param name="input">Valid input.</param>
    /// <param name="ct">Cancels; the link still works.</param>
    /// <returns>Done; or ResetOver, Busy, or what is weak about the password.</returns>
    public async Task<Result<Done>> RunAsync(string? token, NewPasswordInput input, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not var (id, userId))
        {
            return AccountErrors.ResetOver;
        }

        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        if (PasswordStrength.WeaknessOf(input.Password!, user.Email, user.FullName, user.UserName) is { } weakness)
        {
            return new InvalidError("password_weak", weakness, "password");
        }

        var hash = await gate.RunAsync(() => hasher.HashPassword(user, input.Password!), ct);
        if (hash.Error is { } busy)
        {
            return busy;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.PasswordResetTokens.Where(t => t.Id == id && t.UsedAt == null && t.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct) != 1)
        {
            return AccountErrors.ResetOver;
        }

        user.PasswordHash = hash.Value;
        // Another address that somebody asked for before is theirs no more.
        await proofs.VoidAsync(userId, ct);
        if (!user.EmailConfirmed)
        {
            // Whoever signed up by this address may be somebody else: what they left to sign in with goes.
            await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(ct);
            await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
            await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
            user.TwoFactorEnabled = false;
        }

        // Only who reads that mailbox has the link.
        user.EmailConfirmed = true;
        // Every cookie and token carries the stamp.
        user.SecurityStamp = Guid.CreateVersion7().ToString("N");
        var mailId = outbox.Add(db, user.Email!, texts["Your KitchenGuard password was changed"], texts[
            """
            The password of your KitchenGuard account was changed just now, by a link that was sent to this address. You are signed out everywhere.

            If it was not you, set another one at once:
            {0}
            """, address.Link("/forgot-password")]);
        await db.SaveChangesAsync(ct);
        await tell.RunAsync(userId, audit => audit.Add(AuditActions.PasswordReset, who: (user.Id, user.FullName)), ct);
        await end.RunAsync(s => s.UserId == userId, ct);
        await transaction.CommitAsync(ct);
        sessions.Forget(user.Id);
        outbox.Enqueue(mailId);
        AccountsLog.PasswordReset(logger, user.Id);
        return default(Done);
    }

    private async Task<(Guid Id, Guid UserId)?> FindAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        var found = hash is null ? null : await db.PasswordResetTokens.AsNoTracking()
            .SingleOrDefaultAsync(t => t.TokenHash == hash && t.UserId != null && t.UsedAt == null && t.ExpiresAt > now, ct);
        return found is null ? null : (found.Id, found.UserId!.Value);
    }
}
