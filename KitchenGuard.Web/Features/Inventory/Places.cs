using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Finds suppliers and storage areas by name, and makes them when they are new. Two people naming the same new one get one.</summary>
public sealed class Places(KitchenGuardDbContext db)
{
    /// <summary>The supplier of that name in the restaurant entered, in any case and spelling of accents.</summary>
    /// <param name="name">Blank means none.</param>
    public async Task<Guid?> SupplierAsync(string? name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var key = SearchFold.Fold(name);
        if (await db.Suppliers.Where(s => s.NameKey == key).Select(s => s.Id).ToListAsync(ct) is [var found])
        {
            return found;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into inventory.suppliers (id, restaurant_id, name, name_key) values ({Guid.CreateVersion7()}, {db.RestaurantId}, {name.Trim()}, {key})
            on conflict (restaurant_id, name_key) do nothing
            """, ct);
        return await db.Suppliers.Where(s => s.NameKey == key).Select(s => s.Id).SingleAsync(ct);
    }

    /// <summary>The storage area of that name.</summary>
    /// <param name="name">Blank means "Main".</param>
    public async Task<Guid> StorageAreaAsync(string? name, CancellationToken ct)
    {
        name = string.IsNullOrWhiteSpace(name) ? StorageArea.Main : name.Trim();
        var key = SearchFold.Fold(name);
        if (await db.StorageAreas.Where(a => a.NameKey == key).Select(a => a.Id).ToListAsync(ct) is [var found])
        {
            return found;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into inventory.storage_areas (id, restaurant_id, name, name_key) values ({Guid.CreateVersion7()}, {db.RestaurantId}, {name}, {key})
            on conflict (restaurant_id, name_key) do nothing
            """, ct);
        return await db.StorageAreas.Where(a => a.NameKey == key).Select(a => a.Id).SingleAsync(ct);
    }
}
