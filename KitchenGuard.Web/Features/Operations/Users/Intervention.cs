using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>What the logs say of an operator's act.</summary>
/// <param name="Action">For the operators' log.</param>
/// <param name="Told">For the logs of the user's restaurants.</param>
/// <param name="Reason">For the operators' log.</param>
public sealed record Act(string Action, string Told, string? Reason);

/// <summary>
/// Something that an operator does to an account: in one transaction with its entries in the operators' log and in the logs of the user's
/// restaurants. The account's row is held meanwhile, so that two operators do one thing after the other.
/// </summary>
public sealed class Intervention(KitchenGuardDbContext db, OperatorLog log, TellRestaurants tell, LiveSessions live)
{
    /// <summary>Does it.</summary>
    /// <param name="userId">To whom.</param>
    /// <param name="act">What the logs say.</param>
    /// <param name="work">Does it to the account's row and what belongs to it; a failure takes everything back.</param>
    /// <param name="ct">Cancels; nothing is done.</param>
    /// <returns>Done, or NotFound, or the work's failure.</returns>
    public async Task<Result<Done>> RunAsync(Guid userId, Act act, Func<User, Task<Error?>> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Users.FromSql($"select * from auth.users where id = {userId} for no key update").SingleOrDefaultAsync(ct) is not { } user)
        {
            return OperationsErrors.NotFound;
        }

        if (await work(user) is { } error)
        {
            return error;
        }

        log.Add(act.Action, $"{user.FullName} <{user.Email}>", user.Id, act.Reason?.Trim());
        await db.SaveChangesAsync(ct);
        await tell.RunAsync(user.Id, audit => audit.AddOfOperators(act.Told, user.FullName, user.Id), ct);
        await transaction.CommitAsync(ct);
        live.Forget(user.Id);
        return default(Done);
    }
}
