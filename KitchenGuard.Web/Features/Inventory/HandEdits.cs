using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Notes which fields of an item somebody changes by hand: the undo of an import leaves those alone and says whose they are.</summary>
internal static class HandEdits
{
    // Brought in line with the fields that people see.
    private static readonly HashSet<string> Derived = ["name_sort", "name_key", "search_text", "version"];

    /// <summary>The columns about to be saved, of the item and its lot.</summary>
    public static string[] In(ChangeTracker changes) =>
    [
        .. changes.Entries().Where(entry => entry is { Entity: InventoryItem, State: EntityState.Modified })
            .SelectMany(entry => entry.Properties.Where(p => p.IsModified)).Select(p => p.Metadata.GetColumnName()).Where(column => !Derived.Contains(column)),
        // A lot is made, changed or put away as a whole.
        .. changes.Entries<Lot>().Any(entry => entry.State is EntityState.Added or EntityState.Modified) ? (string[])["expires_on", "lot_code"] : [],
    ];

    /// <summary>Keeps who and when, after the item's row was written and so is held.</summary>
    public static async Task KeepAsync(KitchenGuardDbContext db, InventoryItem item, string[] columns, Guid userId, CancellationToken ct)
    {
        if (columns.Length > 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into inventory.item_edits (restaurant_id, item_id, field, edited_by, edited_at)
                select {item.RestaurantId}, {item.Id}, field, {userId}, clock_timestamp() from unnest({columns}) field
                on conflict (restaurant_id, item_id, field) do update set edited_by = excluded.edited_by, edited_at = excluded.edited_at
                """, ct);
        }
    }
}
