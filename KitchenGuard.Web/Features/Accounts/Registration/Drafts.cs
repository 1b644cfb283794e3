using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>The sign-up on its way in this browser, found by its cookie alone.</summary>
public sealed class Drafts(KitchenGuardDbContext db, SecretCookie cookie, TimeProvider clock)
{
    /// <summary>The cookie's name, without prefix.</summary>
    public const string Cookie = "kg-draft";

    /// <summary>How long a draft is kept after it was begun.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The browser's draft; null when it has none or the draft's time is over.</summary>
    public async Task<RegistrationDraft?> FindAsync(CancellationToken ct)
    {
        var (hash, now) = (cookie.Read(Cookie), clock.GetUtcNow());
        return hash is null ? null : await db.RegistrationDrafts.SingleOrDefaultAsync(d => d.TokenHash == hash && d.ExpiresAt > now, ct);
    }

    /// <summary>The browser's draft that is not submitted yet, or a new one, which the caller saves.</summary>
    public async Task<RegistrationDraft> FindOrBeginAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { SubmittedAt: null } draft)
        {
            return draft;
        }

        var now = clock.GetUtcNow();
        await db.RegistrationDrafts.Where(d => d.ExpiresAt < now).ExecuteDeleteAsync(ct);
        draft = new RegistrationDraft { Id = Guid.CreateVersion7(), TokenHash = cookie.Issue(Cookie, Lifetime), ExpiresAt = now + Lifetime };
        db.RegistrationDrafts.Add(draft);
        return draft;
    }

    /// <summary>Lets the browser forget its draft.</summary>
    public void Forget() => cookie.Delete(Cookie);
}

/// <summary>How far a draft is.</summary>
public static class DraftSteps
{
    /// <summary>Step 1 is complete.</summary>
    public static bool HasPerson(this RegistrationDraft draft) => draft is { FullName: not null, Email: not null, PasswordHash: not null };

    /// <summary>Step 2 is complete.</summary>
    public static bool HasRestaurant(this RegistrationDraft draft) =>
        draft is { RestaurantName: not null, TimeZone: not null, Currency: not null, Locale: not null };
}
