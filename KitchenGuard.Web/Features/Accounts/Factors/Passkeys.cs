using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>
/// Takes passkeys by ASP.NET Core Identity's handler. Each one makes sure of its person (by finger, face or PIN of the device), so that it is both
/// factors in one. What was asked is kept in a sealed cookie until the answer comes, five minutes at most, and is asked once.
/// </summary>
public sealed class Passkeys(
    KitchenGuardDbContext db, IPasskeyHandler<User> handler, SealedCookie cookies, SignInThrottle throttle, IHttpContextAccessor accessor, TimeProvider clock, ILogger<Passkeys> logger)
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Made = "kg-passkey-made";
    private const string Asked = "kg-passkey-asked";

    // Nobody is known before the answer: tries are counted per network.
    private const int NetworkLimit = 50;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>What a browser needs to make a passkey for the user, as JSON.</summary>
    public async Task<string> CreationOptionsAsync(User user)
    {
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.FullName }, Http);
        Keep(Made, new Question(user.Id, options.AttestationState));
        return options.CreationOptionsJson;
    }

    /// <summary>What a browser needs to ask for a passkey, as JSON.</summary>
    /// <param name="user">Whose; null: whoever's.</param>
    public async Task<string> RequestOptionsAsync(User? user)
    {
        var options = await handler.MakeRequestOptionsAsync(user, Http);
        Keep(Asked, new Question(user?.Id, options.AssertionState));
        return options.RequestOptionsJson;
    }

    /// <summary>The passkey that the browser made for the user; null when it is none.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(User user, string? credential)
    {
        if (Take(Made) is not { State: { } state } question || question.UserId != user.Id || string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Http, CredentialJson = credential, AttestationState = state });
        Tell(result.Failure);
        return result.Succeeded && result.Passkey.IsUserVerified ? result.Passkey : null;
    }

    /// <summary>Takes the answer of a passkey.</summary>
    /// <param name="userId">Whose it has to be; null: whoever's.</param>
    /// <param name="credential">As the browser sent it.</param>
    /// <param name="from">The caller's address.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whose it is; or WrongPasskey, LockedOut.</returns>
    public async Task<Result<User>> TakeAsync(Guid? userId, string? credential, IPAddress? from, CancellationToken ct)
    {
        if (await throttle.CountAsync("\u0001passkey", from, NetworkLimit, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        if (Take(Asked) is not { State: { } state } question || question.UserId != userId || string.IsNullOrEmpty(credential))
        {
            return FactorErrors.WrongPasskey;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Http, CredentialJson = credential, AssertionState = state });
        // Without a password an operator wants a new one set first.
        if (!result.Succeeded || result.User.LockoutEnd > clock.GetUtcNow() || result.User.PasswordHash is null)
        {
            Tell(result.Failure);
            return FactorErrors.WrongPasskey;
        }

        var stored = await db.Set<IdentityUserPasskey<Guid>>().SingleAsync(p => p.CredentialId == result.Passkey.CredentialId, ct);
        (stored.Data.SignCount, stored.Data.IsBackedUp) = (result.Passkey.SignCount, result.Passkey.IsBackedUp);
        await db.SaveChangesAsync(ct);
        return result.User;
    }

    private void Keep(string name, Question question) => cookies.Write(name, cookies.Seal(name, question, Lifetime), Lifetime);

    private Question? Take(string name)
    {
        var question = cookies.Open<Question>(name, cookies.Read(name));
        cookies.Delete(name);
        return question;
    }

    private void Tell(PasskeyException? failure)
    {
        if (failure is not null)
        {
            AccountsLog.PasskeyRefused(logger, failure.Message);
        }
    }

    private sealed record Question(Guid? UserId, string? State);
}
