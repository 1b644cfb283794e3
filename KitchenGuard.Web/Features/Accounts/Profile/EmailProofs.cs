using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Forms;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Security;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Profile;

/// <summary>An address that an account is to have.</summary>
public sealed record EmailInput
{
    [Required(ErrorMessage = "Enter an e-mail address."), MailAddress(ErrorMessage = "That is no e-mail address."), StringLength(254, ErrorMessage = "That is too long for an e-mail address."), PlainText]
    public string? Email { get; init; }
}

/// <summary>Proves whose an address is, by a link that is sent there: the account's own, or one that it is to have.</summary>
public sealed class EmailProofs(
    KitchenGuardDbContext db, SignInThrottle throttle, LiveSessions sessions, TellRestaurants tell, Outbox outbox, PublicAddress address,
    ILookupNormalizer normalizer, CurrentUser current, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private const int Limit = 5;

    /// <summary>Sends the link, and tells the present address when it is to be another. The answer is the same whether another account has the address or not.</summary>
    /// <returns>Done, or TooManyResets.</returns>
    public async Task<Result<Done>> AskAsync(EmailInput input, CancellationToken ct)
    {
        var userId = current.Id;
        if (await throttle.CountAsync($"\u0001email:{userId}", null, Limit, ct) is { } often)
        {
            return AccountErrors.TooManyResets(often);
        }

        var (user, email) = (await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct), input.Email!.Trim());
        // The account's own, however it is written, is proved by a mail to just that.
        await SendAsync(user, normalizer.NormalizeEmail(email) == user.NormalizedEmail ? user.Email! : email, ct);
        return default(Done);
    }

    /// <summary>Sends the link to an account's own address, as after a sign-up.</summary>
    public Task SendAsync(User user, CancellationToken ct) => SendAsync(user, user.Email!, ct);

    /// <summary>Voids what links an account has under way, within the caller's transaction: whoever asked for them may not be its owner.</summary>
    public Task VoidAsync(Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.EmailProofs.Where(p => p.UserId == userId && p.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedAt, now), ct);
    }

    /// <summary>The address that a link proves; null when it does not work (any more). Looking uses nothing up.</summary>
    public async Task<string?> FindAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        return hash is null ? null : await db.EmailProofs.Where(p => p.TokenHash == hash && p.UsedAt == null && p.ExpiresAt > now).Select(p => p.Email).SingleOrDefaultAsync(ct);
    }

    /// <summary>Takes the proof: the account has the address from then on. What it had before is told.</summary>
    /// <returns>The address, or ProofOver, EmailTaken.</returns>
    public async Task<Result<string>> ConfirmAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (hash is null || await db.EmailProofs.AsNoTracking().SingleOrDefaultAsync(p => p.TokenHash == hash, ct) is not { } proof
            || await db.EmailProofs.Where(p => p.Id == proof.Id && p.UsedAt == null && p.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedAt, now), ct) != 1)
        {
            return AccountErrors.ProofOver;
        }

        var user = await db.Users.SingleAsync(u => u.Id == proof.UserId, ct);
        var (before, mailId) = (user.Email!, (Guid?)null);
        user.EmailConfirmed = true;
        if (normalizer.NormalizeEmail(proof.Email) != user.NormalizedEmail)
        {
            if (user.NormalizedUserName == normalizer.NormalizeName(before))
            {
                (user.UserName, user.NormalizedUserName) = (proof.Email, normalizer.NormalizeName(proof.Email));
            }

            (user.Email, user.NormalizedEmail) = (proof.Email, normalizer.NormalizeEmail(proof.Email));
            // Links that were sent to the old address open the account no more.
            await db.PasswordResetTokens.Where(t => t.UserId == user.Id && t.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct);
            mailId = outbox.Add(db, before, texts["Your KitchenGuard address was changed"], texts[
                """
                The address of your KitchenGuard account is {0} from now on. Sign in with it; this address does not sign in any more.

                If it was not you, write to the owner of your restaurant at once.
                """, proof.Email]);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idx_users_email" or "idx_users_username" })
        {
            return AccountErrors.ProofOver;
        }

        if (mailId is not null)
        {
            await tell.RunAsync(user.Id, audit => audit.Add(AuditActions.EmailChanged, user.FullName, user.Id, who: (user.Id, user.FullName)), ct);
        }

        await transaction.CommitAsync(ct);
        sessions.Forget(user.Id);
        if (mailId is { } id)
        {
            outbox.Enqueue(id);
        }

        return proof.Email;
    }

    private async Task SendAsync(User user, string email, CancellationToken ct)
    {
        var (now, token, userId, normalized) = (clock.GetUtcNow(), SecretToken.New(), user.Id, normalizer.NormalizeEmail(email));
        var isTaken = await db.Users.AnyAsync(u => u.NormalizedEmail == normalized && u.Id != userId, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await VoidAsync(userId, ct);
        db.EmailProofs.Add(new EmailProof { Id = Guid.CreateVersion7(), UserId = userId, Email = email, TokenHash = SecretToken.HashOf(token)!, ExpiresAt = now + Lifetime });
        // Whose the address is already learns that somebody wants it; whoever asked learns nothing.
        var mailId = isTaken
            ? outbox.Add(db, email, texts["Somebody wants to use your address"], texts[
                """
                Somebody asked to use this address for another KitchenGuard account. It belongs to yours, so nothing was changed.

                If it was you, sign in with this address instead.
                """])
            : outbox.Add(db, email, texts["Confirm your address for KitchenGuard"], texts[
                """
                Open this link to confirm that this address is yours. It works once, for two days:
                {0}

                If you did not ask for it, leave this mail alone: nothing changes.
                """, address.Link("/account/email?token=" + token)]);
        // Whoever has the present address can stop it before the other one is confirmed.
        Guid[] mails = normalized == user.NormalizedEmail ? [mailId] : [mailId, outbox.Add(db, user.Email!, texts["Your KitchenGuard account is to have another address"], texts[
            """
            Somebody who is signed in to your KitchenGuard account asked that its address be {0}. It changes when the link that was sent there is opened.

            If it was not you, set another password at once: that stops it, and signs everybody out:
            {1}
            """, email, address.Link("/forgot-password")])];
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        foreach (var mail in mails)
        {
            outbox.Enqueue(mail);
        }
    }
}
