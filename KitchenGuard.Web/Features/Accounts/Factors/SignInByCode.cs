using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>The second step of a sign-in.</summary>
public sealed class SignInByCode(
    KitchenGuardDbContext db, SignInTickets tickets, TakeFactor take, Passkeys passkeys, FinishSignIn finish, Memberships memberships, Audit audit, TimeProvider clock, ILogger<SignInByCode> logger)
{
    /// <summary>Whose ticket it is; null when it is over, or the account changed since.</summary>
    public async Task<User?> FindAsync(string? ticket, CancellationToken ct) =>
        tickets.Read(ticket) is { } read && await db.Users.SingleOrDefaultAsync(u => u.Id == read.UserId, ct) is { } user
        && AccessTokens.StampOf(user.SecurityStamp) == read.Stamp && !(user.LockoutEnd > clock.GetUtcNow()) ? user : null;

    /// <summary>Signs in.</summary>
    /// <param name="ticket">Of the first step.</param>
    /// <param name="code">The app's, or a recovery code.</param>
    /// <param name="ct">Cancels; the try stays counted.</param>
    /// <returns>The user; or TicketOver, WrongCode, LockedOut, Busy, UnknownRestaurant.</returns>
    public async Task<Result<SignedIn>> RunAsync(string? ticket, string? code, CancellationToken ct)
    {
        if (await FindAsync(ticket, ct) is not { } user)
        {
            return FactorErrors.TicketOver;
        }

        return await FinishAsync(user, ticket, await take.RunAsync(user, code, ct), ct);
    }

    /// <summary>Signs in with a passkey as the second step.</summary>
    /// <returns>The user; or TicketOver, WrongPasskey, LockedOut, UnknownRestaurant.</returns>
    public async Task<Result<SignedIn>> ByPasskeyAsync(string? ticket, string? credential, IPAddress? from, CancellationToken ct)
    {
        if (await FindAsync(ticket, ct) is not { } user)
        {
            return FactorErrors.TicketOver;
        }

        var taken = await passkeys.TakeAsync(user.Id, credential, from, ct);
        return await FinishAsync(user, ticket, taken.Error is { } error ? error : SecondFactor.Passkey, ct);
    }

    private async Task<Result<SignedIn>> FinishAsync(User user, string? ticket, Result<SecondFactor> taken, CancellationToken ct)
    {
        if (taken.Error is null)
        {
            return await finish.RunAsync(user, tickets.Read(ticket)!.RestaurantId, taken.Value, ct);
        }

        if (await memberships.EnterAsync(user.Id, user.LastRestaurantId, ct) is not null)
        {
            audit.Add(AuditActions.SessionRefused, who: (user.Id, user.FullName));
            await db.SaveChangesAsync(ct);
        }

        AccountsLog.SignInFailed(logger);
        return taken.Error;
    }
}
