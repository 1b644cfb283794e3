using System.Globalization;
using KitchenGuard.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>How passwords are hashed.</summary>
public sealed class PasswordOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Passwords";

    /// <summary>bcrypt's work factor, 4 (tests) to 16; raising it re-hashes each password at its next use.</summary>
    [System.ComponentModel.DataAnnotations.Range(4, 16)]
    public int BcryptCost { get; set; } = 11;
}

/// <summary>
/// bcrypt over SHA-384 (so that nothing past 72 bytes is lost), marked <c>kg1:</c>. An unmarked hash is plain bcrypt from the system
/// that KitchenGuard replaces: it verifies once and is then hashed anew.
/// </summary>
public class BcryptPasswordHasher(IOptions<PasswordOptions> options) : IPasswordHasher<User>
{
    /// <summary>The longest password taken, in characters; checked before any hashing.</summary>
    public const int MaxLength = 128;

    private const string Marker = "kg1:";
    private readonly int _cost = options.Value.BcryptCost;

    /// <summary>
    /// A hash at the present cost that no password is known for: verifying it takes as long as a real one. Made up rather than computed, so
    /// that the first unknown user does not take twice as long.
    /// </summary>
    public string Decoy { get; } = string.Create(CultureInfo.InvariantCulture, $"{Marker}$2a${options.Value.BcryptCost:00}$KitchenGuard.Decoy.Sa.NobodyKnowsThePassword.Of1.eOf1");

    /// <inheritdoc />
    public virtual string HashPassword(User user, string password) => Marker + BCrypt.Net.BCrypt.EnhancedHashPassword(password, _cost);

    /// <inheritdoc />
    public virtual PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        if (string.IsNullOrEmpty(providedPassword) || providedPassword.Length > MaxLength)
        {
            return PasswordVerificationResult.Failed;
        }

        var isMarked = hashedPassword.StartsWith(Marker, StringComparison.Ordinal);
        var hash = isMarked ? hashedPassword[Marker.Length..] : hashedPassword;
        if (hash.Length != 60 || !hash.StartsWith("$2", StringComparison.Ordinal))
        {
            return PasswordVerificationResult.Failed;
        }

        try
        {
            var matches = isMarked ? BCrypt.Net.BCrypt.EnhancedVerify(providedPassword, hash) : BCrypt.Net.BCrypt.Verify(providedPassword, hash);
            return !matches ? PasswordVerificationResult.Failed
                : !isMarked || BCrypt.Net.BCrypt.PasswordNeedsRehash(hash, _cost) ? PasswordVerificationResult.SuccessRehashNeeded
                : PasswordVerificationResult.Success;
        }
        catch (Exception exception) when (exception is BCrypt.Net.SaltParseException or ArgumentException or System.Text.EncoderFallbackException)
        {
            // A damaged hash or a password that is not text: nobody gets in by it.
            return PasswordVerificationResult.Failed;
        }
    }
}
