using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>What somebody says to have their account deleted.</summary>
public sealed record CloseAccountInput
{
    /// <summary>That they mean it.</summary>
    [Range(typeof(bool), "true", "true", ErrorMessage = "Say that you want your account deleted.")]
    public bool Confirm { get; init; }
}

/// <summary>Has an account deleted after its grace. At once it is signed out everywhere; signing in leads to the choice of keeping it.</summary>
public sealed class CloseAccount(
    KitchenGuardDbContext db, Tenant tenant, Memberships memberships, LeavingMails mails, LiveSessions live, EndSessions end, Audit audit,
    CurrentUser current, TimeProvider clock, ILogger<CloseAccount> logger)
{
    /// <summary>Asks for it.</summary>
    /// <returns>The moment of the deletion, or LastOwner.</returns>
    public async Task<Result<DateTimeOffset>> RunAsync(CancellationToken ct)
    {
        var userId = current.Id;
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        var restaurants = (await memberships.IdsAsync(userId, ct)).Order().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var alone = await Ownerships.FindAsync(
            (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction(), restaurants, userId, hold: true, ct);
        if (alone.Count > 0)
        {
            return LeavingErrors.LastOwner(alone.Select(r => r.Name));
        }

        var day = clock.GetUtcNow() + Grace.OfAccount;
        user.DeleteAfter = day;
        // Every cookie and token carries the stamp.
        user.SecurityStamp = Guid.CreateVersion7().ToString("N");
        var mail = mails.AccountCloses(user);
        await db.SaveChangesAsync(ct);
        foreach (var restaurant in restaurants)
        {
            tenant.Enter(restaurant);
            audit.Add(AuditActions.AccountClosed, user.FullName, userId, after: new { deleteAfter = day }, who: (userId, user.FullName));
            await db.SaveChangesAsync(ct);
        }

        await end.RunAsync(s => s.UserId == userId, ct);
        await transaction.CommitAsync(ct);
        live.Forget(userId);
        mails.Send([mail]);
        LeavingLog.AccountClosed(logger, userId);
        return day;
    }
}
