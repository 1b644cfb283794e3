using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Operations.Reading;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Restaurants;

/// <summary>Somebody in a restaurant.</summary>
public sealed record RestaurantMember(Guid UserId, string FullName, string? Email, Role Role, DateTimeOffset? LastLoginAt);

/// <summary>How one of its imports went; not what was in its file.</summary>
/// <param name="Failure">Why it failed; null: it did not.</param>
public sealed record RestaurantImport(
    Guid Id, Department Department, string FileName, long Size, ImportStatus Status, bool DryRun, int RowsTotal, int RowsRejected, int Warnings, string? Failure,
    DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);

/// <summary>One restaurant as operators see it: who and how much, never what or at what price.</summary>
/// <param name="KitchenItems">Items on the kitchen's list.</param>
/// <param name="BarItems">Items on the bar's list.</param>
/// <param name="Movements">Entries of the ledger.</param>
/// <param name="LastMovementAt">UTC; null: there is none.</param>
/// <param name="DeleteAfter">When it is to be deleted (UTC); null: it stays.</param>
/// <param name="Imports">The latest twenty.</param>
public sealed record RestaurantFile(
    Guid Id, string Name, string TimeZone, string Currency, string Locale, bool RequiresSecondFactor, DateTimeOffset CreatedAt, DateTimeOffset? DeleteAfter,
    int KitchenItems, int BarItems, long Movements, DateTimeOffset? LastMovementAt, IReadOnlyList<RestaurantMember> Members, IReadOnlyList<RestaurantImport> Imports);

/// <summary>Reads one restaurant. The look is an entry, written before anything is shown.</summary>
public sealed class RestaurantFiles(OperatorDbContext db, OperatorLog log)
{
    private const int Latest = 20;

    /// <summary>The restaurant; null when there is none.</summary>
    public async Task<RestaurantFile?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Restaurants.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } restaurant)
        {
            return null;
        }

        await log.LookAsync(OperatorActions.RestaurantSeen, restaurant.Name, id, ct);
        var items = await db.Items.Where(i => i.RestaurantId == id && i.ArchivedAt == null).GroupBy(i => i.Department).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var ledger = await db.Movements.Where(m => m.RestaurantId == id).GroupBy(_ => 1)
            .Select(g => new { Count = g.LongCount(), Last = g.Max(m => m.RecordedAt) }).SingleOrDefaultAsync(ct);
        var members = await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where member.RestaurantId == id
            select new RestaurantMember(user.Id, user.FullName, user.Email, member.Role, user.LastLoginAt)).ToListAsync(ct);
        var imports = await db.Imports.Where(i => i.RestaurantId == id).OrderByDescending(i => i.Id).Take(Latest).Select(i => new RestaurantImport(
            i.Id, i.Department, i.FileName, i.Size, i.Status, i.DryRun, i.RowsTotal, i.RowsRejected, i.Warnings, i.Failure, i.CreatedAt, i.FinishedAt)).ToListAsync(ct);
        return new RestaurantFile(
            restaurant.Id, restaurant.Name, restaurant.TimeZone, restaurant.Currency, restaurant.Locale, restaurant.RequiresSecondFactor, restaurant.CreatedAt,
            restaurant.DeleteAfter, items.Find(i => i.Key == Department.Kitchen)?.Count ?? 0, items.Find(i => i.Key == Department.Bar)?.Count ?? 0, ledger?.Count ?? 0,
            ledger?.Last, [.. members.OrderBy(m => m.Role).ThenBy(m => m.FullName, StringComparer.CurrentCultureIgnoreCase)], imports);
    }
}
