using System.Security.Cryptography;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Codes on paper for the day that the phone is lost: ten, each works once.</summary>
public sealed class RecoveryCodes(KitchenGuardDbContext db, HashingGate gate, IOptions<PasswordOptions> options, TimeProvider clock)
{
    /// <summary>How many there are in a set.</summary>
    public const int Count = 10;

    private const int Length = 10;

    // Nothing that looks like something else.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>How many of somebody's are left.</summary>
    public Task<int> LeftAsync(Guid userId, CancellationToken ct) => db.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, ct);

    /// <summary>Puts new ones in the place of somebody's; whoever calls saves them. They are not to be had again.</summary>
    /// <returns>The codes, or Busy.</returns>
    public async Task<Result<IReadOnlyList<string>>> RenewAsync(Guid userId, CancellationToken ct)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToList();
        var salt = BCrypt.Net.BCrypt.GenerateSalt(options.Value.BcryptCost);
        var hashes = await gate.RunAsync(() => codes.ConvertAll(code => BCrypt.Net.BCrypt.HashPassword(code, salt)), ct);
        if (hashes.Error is { } busy)
        {
            return busy;
        }

        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == userId).ToListAsync(ct));
        db.RecoveryCodes.AddRange(hashes.Value.Select(hash => new RecoveryCode { Id = Guid.CreateVersion7(), UserId = userId, CodeHash = hash }));
        return codes.ConvertAll(code => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}");
    }

    /// <summary>Whether it is one of somebody's that are left; then it is used.</summary>
    /// <returns>Yes or no, or Busy.</returns>
    public async Task<Result<bool>> TakeAsync(Guid userId, string code, CancellationToken ct)
    {
        var plain = string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        var any = await db.RecoveryCodes.Where(c => c.UserId == userId).Select(c => c.CodeHash).FirstOrDefaultAsync(ct);
        if (any is null || plain.Length != Length)
        {
            return false;
        }

        // A bcrypt hash begins with version, cost and salt.
        var hash = await gate.RunAsync(() => BCrypt.Net.BCrypt.HashPassword(plain, any[..29]), ct);
        if (hash.Error is { } busy)
        {
            return busy;
        }

        var (wanted, now) = (hash.Value, clock.GetUtcNow());
        return await db.RecoveryCodes.Where(c => c.UserId == userId && c.CodeHash == wanted && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct) == 1;
    }
}
