using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>
/// Checks name or e-mail and password, the first step or the only one. Every try costs exactly one bcrypt verification, whether the user exists or
/// not; that a second factor is wanted is told to nobody who does not know the password.
/// </summary>
public sealed class SignIn(
    KitchenGuardDbContext db,
    BcryptPasswordHasher hasher,
    HashingGate gate,
    SignInThrottle throttle,
    Memberships memberships,
    ILookupNormalizer normalizer,
    SignInTickets tickets,
    FinishSignIn finish,
    Audit audit,
    TimeProvider clock,
    ILogger<SignIn> logger)
{
    /// <summary>Signs in.</summary>
    /// <param name="login">User name or e-mail.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="restaurantId">Where; null: where the user acted last, else the oldest of their restaurants.</param>
    /// <param name="address">The caller's address.</param>
    /// <param name="ct">Cancels the try; it stays counted.</param>
    /// <returns>The user, or <see cref="SecondFactorWanted"/>, <see cref="AccountErrors.WrongCredentials"/>, LockedOut, Busy, UnknownRestaurant.</returns>
    public async Task<Result<SignedIn>> RunAsync(string login, string password, Guid? restaurantId, IPAddress? address, CancellationToken ct)
    {
        var user = await FindAsync(login, ct);
        var subject = user is null ? normalizer.NormalizeName(login.Trim()) : SignInThrottle.Of(user);
        if (await throttle.CountSignInAsync(subject, address, ct) is { } wait)
        {
            AccountsLog.LockedOut(logger);
            return AccountErrors.LockedOut(wait);
        }

        var hash = user?.PasswordHash ?? hasher.Decoy;
        var verified = await gate.RunAsync(() => hasher.VerifyHashedPassword(user!, hash, password), ct);
        if (verified.Error is { } busy)
        {
            return busy;
        }

        if (user is null || verified.Value == PasswordVerificationResult.Failed || user.LockoutEnd > clock.GetUtcNow())
        {
            await throttle.FailAsync(address, ct);
            await TellAsync(user, ct);
            AccountsLog.SignInFailed(logger);
            return AccountErrors.WrongCredentials;
        }

        // When the queue is full the next sign-in does it.
        if (verified.Value == PasswordVerificationResult.SuccessRehashNeeded && await gate.RunAsync(() => hasher.HashPassword(user, password), ct) is { Error: null } again)
        {
            user.PasswordHash = again.Value;
            await db.SaveChangesAsync(ct);
        }

        await throttle.ClearAsync(subject, address, ct);
        return user.TwoFactorEnabled ? new SecondFactorWanted(tickets.Issue(user, restaurantId)) : await finish.RunAsync(user, restaurantId, null, ct);
    }

    // Whoever is tried stands in the log of the restaurant they would have come to. For nobody there is no log, but as much work.
    private async Task TellAsync(User? user, CancellationToken ct)
    {
        if (await memberships.EnterAsync(user?.Id ?? Guid.Empty, user?.LastRestaurantId, ct) is not null)
        {
            audit.Add(AuditActions.SessionRefused, who: (user!.Id, user.FullName));
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<User?> FindAsync(string login, CancellationToken ct)
    {
        var (name, email) = (normalizer.NormalizeName(login.Trim()), normalizer.NormalizeEmail(login.Trim()));
        // One statement, so that a name and an e-mail take the same work; a user name cannot contain @.
        return await db.Users.FirstOrDefaultAsync(u => u.NormalizedUserName == name || u.NormalizedEmail == email, ct);
    }
}
