using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Dashboard;

/// <summary>One list in figures.</summary>
/// <param name="Value">Of the items with a cost, in the restaurant's currency; null when no item has one.</param>
/// <param name="WithoutCost">Items on hand that have no cost and so are not in the value.</param>
/// <param name="Uncounted">Items whose stock nobody has counted yet; they are neither low nor in the value.</param>
public sealed record DepartmentFigures(Department Department, int Items, decimal? Value, int WithoutCost, int Low, int Uncounted);

/// <summary>An item that is at or below the stock to reorder at, or below par.</summary>
public sealed record LowItem(Guid Id, Department Department, string Name, decimal OnHand, string Unit, decimal Target);

/// <summary>A movement somebody posted.</summary>
public sealed record RecentMovement(
    long Id, Guid ItemId, string ItemName, Department Department, MovementKind Kind, decimal Quantity, string Unit, string? Who, DateTimeOffset At);

/// <summary>The dashboard's reading of the stock that the user sees, one set-based query each.</summary>
public sealed class StockFigures(KitchenGuardDbContext db, CurrentUser user)
{
    /// <summary>Both lists in figures; a list without items is not among them.</summary>
    public Task<List<DepartmentFigures>> DepartmentsAsync(CancellationToken ct) =>
        Seen().Where(i => i.ArchivedAt == null).GroupBy(i => i.Department).OrderByDescending(list => list.Key).Select(list => new DepartmentFigures(
            list.Key,
            list.Count(),
            list.Count(i => i.UnitCost != null) == 0 ? null : list.Sum(i => i.OnHand * i.UnitCost),
            list.Count(i => i.UnitCost == null && i.OnHand != null && i.OnHand != 0),
            list.Count(i => i.OnHand <= i.ReorderPoint || (i.ReorderPoint == null && i.OnHand < i.ParLevel)),
            list.Count(i => i.OnHand == null))).ToListAsync(ct);

    /// <summary>What is lowest against its reorder point or par.</summary>
    public Task<List<LowItem>> LowestAsync(int most, CancellationToken ct) =>
        Seen().Where(i => i.ArchivedAt == null && (i.OnHand <= i.ReorderPoint || (i.ReorderPoint == null && i.OnHand < i.ParLevel)))
            .Select(i => new { Item = i, Target = i.ReorderPoint ?? i.ParLevel ?? 0 })
            .OrderBy(x => x.Target == 0 ? 0 : x.Item.OnHand / x.Target).ThenBy(x => x.Item.NameSort)
            .Take(most)
            .Select(x => new LowItem(x.Item.Id, x.Item.Department, x.Item.Name, x.Item.OnHand ?? 0, x.Item.Unit, x.Target)).ToListAsync(ct);

    /// <summary>The latest movements that people posted, imports left out: they have a panel of their own.</summary>
    public Task<List<RecentMovement>> RecentAsync(int most, CancellationToken ct) =>
        (from movement in db.Movements.Where(m => m.ImportId == null)
         join item in Seen() on movement.ItemId equals item.Id
         join user in db.Users on movement.UserId equals user.Id into users
         from user in users.DefaultIfEmpty()
         orderby movement.Id descending
         select new RecentMovement(
             movement.Id, item.Id, item.Name, item.Department, movement.Kind, movement.Quantity, item.Unit, user == null ? (movement.UserId == null ? null : "a former member") : user.FullName, movement.OccurredAt))
        .Take(most).ToListAsync(ct);

    private IQueryable<InventoryItem> Seen()
    {
        var departments = user.SeenDepartments();
        return db.Items.Where(i => departments.Contains(i.Department));
    }
}
