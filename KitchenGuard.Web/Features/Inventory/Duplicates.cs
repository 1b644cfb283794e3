using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>
/// Finds the active item that stands for the same thing as another: the same sku, the same barcode, or the same name and size unless
/// their codes tell the two apart.
/// </summary>
public sealed class Duplicates(KitchenGuardDbContext db)
{
    /// <summary>Lets one transaction of a restaurant at a time decide what is a duplicate, imports included; until its end.</summary>
    public Task LockAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({db.RestaurantId.ToString()}, 0))", ct);

    /// <summary>The other active item of the department; null when there is none.</summary>
    public async Task<ItemMatch?> FindAsync(InventoryItem item, CancellationToken ct)
    {
        var key = ItemIdentity.NameKey(item.Name, item.BottleSize, item.PackSize);
        var (skus, barcodes) = (Spellings(item.Sku), Spellings(item.Barcode));
        var candidates = await db.Items.AsNoTracking()
            .Where(i => i.Department == item.Department && i.ArchivedAt == null && i.Id != item.Id)
            .Where(i => i.NameKey == key || skus.Contains(i.Sku!) || barcodes.Contains(i.Barcode!))
            .OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.Name, i.Sku, i.Barcode, i.NameKey })
            .Take(50)
            .ToListAsync(ct);
        return candidates
            .Select(c => IsSame(c.Sku, item.Sku) ? new ItemMatch(c.Id, c.Name, "sku")
                : IsSame(c.Barcode, item.Barcode) ? new ItemMatch(c.Id, c.Name, "barcode")
                : c.NameKey == key && !Differ(c.Sku, item.Sku) && !Differ(c.Barcode, item.Barcode) ? new ItemMatch(c.Id, c.Name, "name")
                : null)
            .FirstOrDefault(match => match is not null);
    }

    private static bool IsSame(string? one, string? other) =>
        one is not null && other is not null && ItemIdentity.Normalize(one) == ItemIdentity.Normalize(other);

    private static bool Differ(string? one, string? other) =>
        one is not null && other is not null && ItemIdentity.Normalize(one) != ItemIdentity.Normalize(other);

    // The index holds codes as written; case is all that two spellings of one code differ in.
#pragma warning disable CA1308
    private static string[] Spellings(string? code) =>
        code is null ? [] : new[] { code, code.ToUpperInvariant(), code.ToLowerInvariant() }.Distinct().ToArray();
#pragma warning restore CA1308
}
