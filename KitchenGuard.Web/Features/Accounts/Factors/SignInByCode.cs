using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>The second step of a sign-in.</summary>
public sealed class SignInByCode(
    KitchenGuardDbContext db, SignInTickets tickets, TakeFactor take, FinishSignIn finish, Memberships memberships, Audit audit, TimeProvider clock, ILogger<SignInByCode> logger)
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

        var taken = await take.RunAsync(user, code, ct);
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
