using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>A person's second factors.</summary>
/// <param name="Enabled">Signing in with a password asks for one.</param>
/// <param name="AuthenticatorSince">When the app was set up (UTC); null: there is none.</param>
/// <param name="Passkeys">The passkeys, oldest first.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used.</param>
public sealed record FactorsAnswer(bool Enabled, DateTimeOffset? AuthenticatorSince, IReadOnlyList<PasskeyAnswer> Passkeys, int RecoveryCodesLeft);

/// <summary>A passkey, as its person sees it.</summary>
/// <param name="Id">Base64url.</param>
/// <param name="Name">What its person calls it.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record PasskeyAnswer(string Id, string? Name, DateTimeOffset CreatedAt);

/// <summary>Reads the factors of whoever asks.</summary>
public sealed class FactorList(KitchenGuardDbContext db, RecoveryCodes recovery, CurrentUser current)
{
    /// <summary>What is on.</summary>
    public Task<FactorsAnswer> ReadAsync(CancellationToken ct) => ReadAsync(current.Id, ct);

    /// <summary>What is on for somebody who is about to sign in.</summary>
    public async Task<FactorsAnswer> ReadAsync(Guid userId, CancellationToken ct)
    {
        var enabled = await db.Users.Where(u => u.Id == userId).Select(u => u.TwoFactorEnabled).SingleAsync(ct);
        var since = await db.Authenticators.Where(a => a.UserId == userId && a.Secret != null).Select(a => a.ConfirmedAt).SingleOrDefaultAsync(ct);
        var passkeys = await db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == userId).ToListAsync(ct);
        return new FactorsAnswer(
            enabled, since,
            [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyAnswer(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(p.CredentialId), p.Data.Name, p.Data.CreatedAt))],
            await recovery.LeftAsync(userId, ct));
    }
}
