using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Forms;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>A passkey that a browser has just made.</summary>
public sealed record PasskeyInput
{
    /// <summary>The browser's answer, as JSON.</summary>
    public string? Credential { get; init; }

    /// <summary>What its person calls it; the browser's name without.</summary>
    [StringLength(60, ErrorMessage = "Use at most 60 characters."), PlainText]
    public string? Name { get; init; }
}

/// <summary>Adds passkeys to the account of whoever is signed in, and takes them off.</summary>
public sealed class PasskeyList(
    KitchenGuardDbContext db, Passkeys passkeys, FactorChange change, CurrentUser current, IHttpContextAccessor accessor, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>The most that an account has.</summary>
    public const int Limit = 20;

    private DbSet<IdentityUserPasskey<Guid>> All => db.Set<IdentityUserPasskey<Guid>>();

    /// <summary>What the browser needs to make one, as JSON.</summary>
    public async Task<string> OptionsAsync(CancellationToken ct) => await passkeys.CreationOptionsAsync(await MeAsync(ct));

    /// <summary>Adds the one that the browser made.</summary>
    /// <returns>Recovery codes when it is the first factor, else none; or WrongPasskey, TooManyPasskeys, Busy.</returns>
    public async Task<Result<IReadOnlyList<string>>> AddAsync(PasskeyInput input, CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (await passkeys.MadeAsync(user, input.Credential) is not { } made)
        {
            return FactorErrors.WrongPasskey;
        }

        if (await All.CountAsync(p => p.UserId == user.Id, ct) >= Limit)
        {
            return FactorErrors.TooManyPasskeys;
        }

        var name = string.IsNullOrWhiteSpace(input.Name) ? AgentName.Of(accessor.HttpContext!.Request.Headers.UserAgent) : input.Name.Trim();
        All.Add(new IdentityUserPasskey<Guid>
        {
            UserId = user.Id,
            CredentialId = made.CredentialId,
            Data = new IdentityPasskeyData
            {
                PublicKey = made.PublicKey, Name = name, CreatedAt = clock.GetUtcNow(), SignCount = made.SignCount, Transports = made.Transports, IsUserVerified = made.IsUserVerified,
                IsBackupEligible = made.IsBackupEligible, IsBackedUp = made.IsBackedUp, AttestationObject = made.AttestationObject, ClientDataJson = made.ClientDataJson,
            },
        });
        return await change.AddAsync(user, SecondFactor.Passkey, AuditActions.PasskeyAdded, texts["The passkey “{0}” was added to your account. It signs in without the password.", name], ct);
    }

    /// <summary>Takes one off.</summary>
    /// <param name="id">As the list says it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or NotFound, FactorNeeded.</returns>
    public async Task<Result<Done>> RemoveAsync(string id, CancellationToken ct)
    {
        var userId = current.Id;
        var mine = await All.Where(p => p.UserId == userId).ToListAsync(ct);
        if (mine.Find(p => WebEncoders.Base64UrlEncode(p.CredentialId) == id) is not { } passkey)
        {
            return new NotFoundError();
        }

        All.Remove(passkey);
        return await change.RemoveAsync(
            await MeAsync(ct), AuditActions.PasskeyRemoved, texts["The passkey “{0}” was taken off your account.", passkey.Data.Name ?? ""], ct);
    }

    private Task<User> MeAsync(CancellationToken ct)
    {
        var userId = current.Id;
        return db.Users.SingleAsync(u => u.Id == userId, ct);
    }
}
