using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Undo;

/// <summary>An item, by id and name.</summary>
public sealed record ItemName(Guid Id, string Name);

/// <summary>An item that the undo could not wholly take back, and why.</summary>
public sealed record UndoneItem(ItemName Item, string Reason);

/// <summary>An item that left the list with stock: somebody had moved it in between.</summary>
public sealed record ArchivedWithStock(ItemName Item, decimal OnHand, string Unit);

/// <summary>What an undo did. The lists have the first hundred; the rest is behind <c>/api/imports/{id}/undone</c>.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Reversed">Items that went back wholly.</param>
/// <param name="KeptTotal">Items that somebody has counted or edited since.</param>
/// <param name="ImpossibleTotal">Items where something was in the way.</param>
/// <param name="Kept">With who, when and what.</param>
/// <param name="Impossible">With what was in the way.</param>
/// <param name="Archived">Of those that went back: items off the list that still have stock, or owe some, from movements of their own.</param>
public sealed record UndoneAnswer(
    DateTimeOffset At, string? By, int Reversed, int KeptTotal, int ImpossibleTotal, IReadOnlyList<UndoneItem> Kept, IReadOnlyList<UndoneItem> Impossible,
    IReadOnlyList<ArchivedWithStock> Archived)
{
    /// <summary>The most that each list has.</summary>
    public const int Most = 100;

    /// <summary>The outcome of an undone import; null of any other.</summary>
    public static async Task<UndoneAnswer?> ReadAsync(KitchenGuardDbContext db, Import import, CancellationToken ct)
    {
        if (import is not { Status: ImportStatus.Undone, UndoneAt: { } at })
        {
            return null;
        }

        var by = await db.Users.Where(u => u.Id == import.UndoneBy).Select(u => u.FullName).SingleOrDefaultAsync(ct);
        var totals = await db.ImportUndoItems.Where(u => u.ImportId == import.Id).GroupBy(u => u.Outcome)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new UndoneAnswer(
            at, by, import.UndoReversed, totals.GetValueOrDefault("kept"), totals.GetValueOrDefault("impossible"),
            await PageAsync(db, import.Id, "kept", null, Most, ct), await PageAsync(db, import.Id, "impossible", null, Most, ct),
            await db.Items.Where(i => i.CreatedImportId == import.Id && i.ArchivedAt != null && i.OnHand != null && i.OnHand != 0).OrderBy(i => i.Id).Take(Most)
                .Select(i => new ArchivedWithStock(new ItemName(i.Id, i.Name), i.OnHand ?? 0, i.Unit)).ToListAsync(ct));
    }

    /// <summary>Items of one outcome, after an item.</summary>
    public static Task<List<UndoneItem>> PageAsync(KitchenGuardDbContext db, Guid importId, string? outcome, Guid? after, int most, CancellationToken ct) =>
        (from undone in db.ImportUndoItems
         join item in db.Items on undone.ItemId equals item.Id
         where undone.ImportId == importId && (outcome == null || undone.Outcome == outcome) && (after == null || undone.ItemId > after)
         orderby undone.ItemId
         select new UndoneItem(new ItemName(item.Id, item.Name), undone.Reason)).Take(most).ToListAsync(ct);
}
