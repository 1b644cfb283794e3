using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>
/// Deletes an account whose day has come, in one transaction: the person, what they sign in with, their places in restaurants, and the mails to their address.
/// Movements name an id that leads to nobody any more; the log keeps the names that it was written with.
/// </summary>
public sealed class EraseAccount(
    KitchenGuardDbContext db, Tenant tenant, Memberships memberships, LeavingMails mails, LiveSessions live, Audit audit, TimeProvider clock, ILogger<EraseAccount> logger)
{
    /// <summary>Deletes it.</summary>
    /// <returns>Whether it did: not before the day, not twice, and not while a restaurant would be left without an owner.</returns>
    public async Task<bool> RunAsync(Guid userId, CancellationToken ct)
    {
        var (now, restaurants) = (clock.GetUtcNow(), (await memberships.IdsAsync(userId, ct)).Order().ToList());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var alone = await Ownerships.FindAsync(
            (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction(), restaurants, userId, hold: true, ct);
        // Held, so that whoever keeps the account this very moment either is first or finds nothing.
        await db.Database.ExecuteSqlAsync($"select 1 from auth.users where id = {userId} for update", ct);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.DeleteAfter <= now, ct) is not { } user)
        {
            return false;
        }

        if (alone.Count > 0)
        {
            LeavingLog.AccountStays(logger, userId);
            return false;
        }

        foreach (var restaurant in restaurants)
        {
            tenant.Enter(restaurant);
            await db.Members.Where(m => m.UserId == userId).ExecuteDeleteAsync(ct);
            await db.Invitations.Where(i => i.NormalizedEmail == user.NormalizedEmail).ExecuteDeleteAsync(ct);
            audit.Add(AuditActions.AccountErased, user.FullName, userId);
            await db.SaveChangesAsync(ct);
        }

        await db.Database.ExecuteSqlAsync($"""delete from auth.outgoing_mails where upper("to") = {user.NormalizedEmail}""", ct);
        // Sessions, tokens, passkeys, PINs and proofs go with the row.
        await db.Users.Where(u => u.Id == userId).ExecuteDeleteAsync(ct);
        var mail = mails.AccountGone(user.Email!);
        db.OperatorEntries.Add(new OperatorEntry { At = now, UserId = Guid.Empty, UserName = "KitchenGuard", Action = "account.deleted", SubjectId = userId });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        live.Forget(userId);
        mails.Send([mail]);
        LeavingLog.AccountErased(logger, userId);
        return true;
    }
}
