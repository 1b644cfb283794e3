using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 1 of a sign-up: keeps the person in the draft, the password as its hash only.</summary>
public sealed class KeepPerson(
    KitchenGuardDbContext db, Drafts drafts, BcryptPasswordHasher hasher, HashingGate gate, SignInThrottle throttle, ILookupNormalizer normalizer)
{
    /// <summary>Keeps the person. A draft begins here.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="address">The caller's address.</param>
    /// <param name="ct">Cancels; nothing is kept.</param>
    /// <returns>
    /// Done; <see cref="AccountErrors.EmailTaken"/> or <see cref="AccountErrors.UserNameTaken"/>, the rest being kept all the same;
    /// or PasswordMissing, TooManySignUps or Busy.
    /// </returns>
    public async Task<Result<Done>> RunAsync(PersonInput input, IPAddress? address, CancellationToken ct)
    {
        var draft = await drafts.FindOrBeginAsync(ct);
        var (email, userName) = (input.Email!.Trim(), Blank.ToNull(input.UserName));
        if (string.IsNullOrEmpty(input.Password) && draft.PasswordHash is null)
        {
            return AccountErrors.PasswordMissing;
        }

        // Looking whether somebody has the address, and hashing, are what is limited; the rest may be corrected as often as one likes.
        var isCounted = email != draft.Email || userName != draft.UserName || !string.IsNullOrEmpty(input.Password);
        if (isCounted && await throttle.CountSignUpAsync(address, ct) is { } wait)
        {
            return AccountErrors.TooManySignUps(wait);
        }

        if (!string.IsNullOrEmpty(input.Password))
        {
            var hashed = await gate.RunAsync(() => hasher.HashPassword(null!, input.Password), ct);
            if (hashed.Error is { } busy)
            {
                return busy;
            }

            draft.PasswordHash = hashed.Value;
        }

        var taken = await FindTakenAsync(email, userName, ct);
        draft.FullName = input.FullName!.Trim();
        draft.Phone = Blank.ToNull(input.Phone);
        draft.Email = taken == AccountErrors.EmailTaken ? null : email;
        draft.UserName = taken == AccountErrors.UserNameTaken ? null : userName;
        await db.SaveChangesAsync(ct);
        return taken is null ? default(Done) : taken;
    }

    private async Task<ConflictError?> FindTakenAsync(string email, string? userName, CancellationToken ct)
    {
        var normalizedEmail = normalizer.NormalizeEmail(email);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalizedEmail || u.NormalizedUserName == normalizedEmail, ct))
        {
            return AccountErrors.EmailTaken;
        }

        var normalizedName = normalizer.NormalizeName(userName);
        return userName is not null && await db.Users.AnyAsync(u => u.NormalizedUserName == normalizedName, ct) ? AccountErrors.UserNameTaken : null;
    }
}

internal static class Blank
{
    internal static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
