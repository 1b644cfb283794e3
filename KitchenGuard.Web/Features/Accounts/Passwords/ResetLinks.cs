using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>Makes links that set a new password, and the mails they travel in.</summary>
public sealed class ResetLinks(KitchenGuardDbContext db, Outbox outbox, PublicAddress address, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Adds link and mail within the caller's transaction; whoever calls saves them. The links that were made before stop working.</summary>
    /// <param name="user">Whose password; null for an address without an account: as much work, and no mail.</param>
    /// <param name="body">The mail's English text; the link is its <c>{0}</c>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The mail's id, for the outbox after the commit. One that is not there is enqueued like one that is: the job finds nothing to send.</returns>
    public async Task<Guid> AddAsync(User? user, string body, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (userId, dayAgo, token) = (user?.Id ?? Guid.Empty, now.AddDays(-1), SecretToken.New());
        await db.PasswordResetTokens.Where(t => t.ExpiresAt < dayAgo).ExecuteDeleteAsync(ct);
        await db.PasswordResetTokens.Where(t => t.UserId == userId && t.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct);
        db.PasswordResetTokens.Add(new PasswordResetToken
        {
            Id = Guid.CreateVersion7(), UserId = user?.Id, TokenHash = SecretToken.HashOf(token)!, ExpiresAt = now + Lifetime,
        });
        return user?.Email is { } to
            ? outbox.Add(db, to, texts["Set a new password for KitchenGuard"], texts[body, address.Link("/reset-password?token=" + token)])
            : Guid.CreateVersion7();
    }
}
