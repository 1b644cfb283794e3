using System.ComponentModel.DataAnnotations;
using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Forms;
using KitchenGuard.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>Whose password was forgotten, by page and API.</summary>
public sealed record ForgotInput
{
    [Required(ErrorMessage = "Enter your e-mail address."), StringLength(254, ErrorMessage = "That is too long for an e-mail address."), PlainText]
    public string? Email { get; init; }
}

/// <summary>
/// Sends a link that sets a new password. The answer, and all but one row of the work, are the same whether the address has an account or not.
/// </summary>
public sealed class RequestReset(
    KitchenGuardDbContext db, Outbox outbox, PublicAddress address, SignInThrottle throttle, ILookupNormalizer normalizer, TimeProvider clock,
    IStringLocalizer<Texts> texts, ILogger<RequestReset> logger)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>How often one network may ask in five minutes.</summary>
    public const int NetworkLimit = 20;

    /// <summary>How many mails one address gets in five minutes; asking more often is answered alike and sends nothing.</summary>
    public const int AddressLimit = 3;

    /// <summary>Asks. The links that were sent before stop working.</summary>
    /// <returns>Done, whoever's the address is; or TooManyResets.</returns>
    public async Task<Result<Done>> RunAsync(string email, IPAddress? from, CancellationToken ct)
    {
        if (await throttle.CountAsync("\u0001reset", from, NetworkLimit, ct) is { } wait)
        {
            return AccountErrors.TooManyResets(wait);
        }

        var normalized = normalizer.NormalizeEmail(email.Trim());
        if (await throttle.CountAsync($"\u0001reset:{normalized}", null, AddressLimit, ct) is not null)
        {
            return default(Done);
        }

        var now = clock.GetUtcNow();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct);
        var (userId, dayAgo, token) = (user?.Id ?? Guid.Empty, now.AddDays(-1), SecretToken.New());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.PasswordResetTokens.Where(t => t.ExpiresAt < dayAgo).ExecuteDeleteAsync(ct);
        await db.PasswordResetTokens.Where(t => t.UserId == userId && t.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct);
        db.PasswordResetTokens.Add(new PasswordResetToken
        {
            Id = Guid.CreateVersion7(), UserId = user?.Id, TokenHash = SecretToken.HashOf(token)!, ExpiresAt = now + Lifetime,
        });
        // A mail that is not there is enqueued like one that is: the job finds nothing to send.
        var mailId = Guid.CreateVersion7();
        if (user?.Email is { } to)
        {
            mailId = outbox.Add(db, to, texts["Set a new password for KitchenGuard"], texts[
                """
                Somebody, probably you, asked to set a new password for KitchenGuard.

                Open this link to choose one. It works once, for 30 minutes:
                {0}

                If it was not you, leave this mail alone: your password stays as it is.
                """, address.Link("/reset-password?token=" + token)]);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        outbox.Enqueue(mailId);
        AccountsLog.ResetRequested(logger);
        return default(Done);
    }
}
