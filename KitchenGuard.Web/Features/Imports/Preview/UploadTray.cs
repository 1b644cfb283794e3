using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Security;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>
/// Where the upload page of somebody signed in keeps its files until they are imported. Found by a cookie whose hash takes user and
/// restaurant in, so that nobody else who signs in at the same browser finds them.
/// </summary>
public sealed class UploadTray(KitchenGuardDbContext db, SecretCookie cookie, CurrentUser user, TimeProvider clock)
{
    private const string Cookie = "kg-upload";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private string Owner => $"{user.Id:N}{user.RestaurantId:N}";

    /// <summary>The tray's id; null when there is none.</summary>
    public async Task<Guid?> FindAsync(CancellationToken ct)
    {
        var (hash, now) = (cookie.Read(Cookie, Owner), clock.GetUtcNow());
        return hash is null ? null
            : await db.RegistrationDrafts.Where(d => d.TokenHash == hash && d.ExpiresAt > now).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(ct);
    }

    /// <summary>The tray's id; makes one when there is none.</summary>
    public async Task<Guid> FindOrBeginAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } found)
        {
            return found;
        }

        var now = clock.GetUtcNow();
        await db.RegistrationDrafts.Where(d => d.ExpiresAt < now).ExecuteDeleteAsync(ct);
        var draft = new RegistrationDraft { Id = Guid.CreateVersion7(), TokenHash = cookie.Issue(Cookie, Lifetime, Owner), ExpiresAt = now + Lifetime };
        db.RegistrationDrafts.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }
}
