using System.Globalization;
using System.Security.Cryptography;
using KitchenGuard.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>
/// The codes of authenticator apps (RFC 6238: SHA-1, six digits, half a minute). Identity's provider is not used: it takes a code again, for five minutes,
/// and keeps its secret in clear.
/// </summary>
public sealed class AuthenticatorCodes(KitchenGuardDbContext db, IDataProtectionProvider protection, TimeProvider clock, ILogger<AuthenticatorCodes> logger)
{
    private const int SecretBytes = 20;

    // The code of the half minute before and after: clocks differ, and people type slowly.
    private static readonly VerificationWindow Window = new(1, 1);

    /// <summary>A new secret, as it is stored.</summary>
    public string NewSecret(Guid userId) => Protector(userId).Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>The secret in base32, as apps take it; null when its key is lost.</summary>
    public string? KeyOf(Guid userId, string secret) => Read(userId, secret) is { } bytes ? Base32Encoding.ToString(bytes) : null;

    /// <summary>The half minute that the code belongs to; null when it is not right now.</summary>
    public long? StepOf(Guid userId, string secret, string code) =>
        Read(userId, secret) is { } bytes && new Totp(bytes).VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, Window) ? step : null;

    /// <summary>Whether the code is right now and was not taken yet; then it is.</summary>
    public async Task<bool> TakeAsync(Guid userId, string code, CancellationToken ct) =>
        await db.Authenticators.Where(a => a.UserId == userId).Select(a => a.Secret).SingleOrDefaultAsync(ct) is { } secret
        && StepOf(userId, secret, code) is { } step
        && await db.Authenticators.Where(a => a.UserId == userId && a.Secret == secret && a.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), ct) == 1;

    private IDataProtector Protector(Guid userId) => protection.CreateProtector("KitchenGuard.Authenticator", userId.ToString("N", CultureInfo.InvariantCulture));

    private byte[]? Read(Guid userId, string secret)
    {
        try
        {
            return Convert.FromBase64String(Protector(userId).Unprotect(secret));
        }
        catch (CryptographicException)
        {
            // The key ring is another one than it was: a recovery code still opens the account.
            AccountsLog.SecretUnreadable(logger, userId);
            return null;
        }
    }
}
