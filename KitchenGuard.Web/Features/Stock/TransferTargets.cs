using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>The other department's item of the same identity.</summary>
internal static class TransferTargets
{
    /// <summary>Enters the restaurant, takes its lock, and finds the item: by sku, by barcode, by name and size. Makes it when it is missing.</summary>
    public static async Task<(StockedItem Item, bool IsNew)> FindOrCreateAsync(
        NpgsqlConnection connection, CurrentUser user, Guid itemId, Department department, DateTimeOffset now, CancellationToken ct)
    {
        await using (var enter = new NpgsqlBatch(connection) { BatchCommands = { TenantSetting.Enter(user.RestaurantId), LedgerSql.Lock(user.RestaurantId) } })
        {
            await enter.ExecuteNonQueryAsync(ct);
        }

        if (await FindAsync(connection, user.RestaurantId, itemId, department, ct) is { } found)
        {
            return (found, false);
        }

        await using var create = new NpgsqlCommand(
            """
            insert into inventory.items (
              id, restaurant_id, department, name, name_sort, name_key, search_text, sku, barcode, brand, category, unit, pack_size, case_size,
              case_cost, unit_cost, sale_price, supplier_id, storage_area_id, bottle_size, abv, created_at, created_by)
            select $3, restaurant_id, $4, name, name_sort, name_key, search_text, sku, barcode, brand, category, unit, pack_size, case_size,
              case_cost, unit_cost, sale_price, supplier_id, storage_area_id, bottle_size, abv, $5, $6
            from inventory.items where restaurant_id = $1 and id = $2
            """, connection)
        {
            Parameters =
            {
                Parameter.Of(user.RestaurantId), Parameter.Of(itemId), Parameter.Of(Guid.CreateVersion7()), Parameter.Of(department.Word()),
                Parameter.Of(now), Parameter.Of(user.Id),
            },
        };
        await create.ExecuteNonQueryAsync(ct);
        return ((await FindAsync(connection, user.RestaurantId, itemId, department, ct))!, true);
    }

    /// <summary>The id of a transfer: that of the item it made, so that it can be told later who made it.</summary>
    public static Guid TransferId(StockedItem target, bool isNew) => isNew ? target.Id : Guid.CreateVersion7();

    /// <summary>Whether a transfer made the item that it went to.</summary>
    public static bool WasMadeBy(Guid? transferId, Guid itemId) => transferId == itemId;

    private static async Task<StockedItem?> FindAsync(
        NpgsqlConnection connection, Guid restaurantId, Guid itemId, Department department, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand(
            $"""
            select t.id, t.name, t.unit, t.storage_area_id, coalesce(t.on_hand, 0)
            from inventory.items i
            join inventory.items t on t.restaurant_id = i.restaurant_id and (t.sku = i.sku or t.barcode = i.barcode or t.name_key = i.name_key)
            where i.restaurant_id = $1 and i.id = $2 and t.department = '{department.Word()}' and t.archived_at is null
              and (t.sku = i.sku or t.barcode = i.barcode
                or (coalesce(t.sku = i.sku, true) and coalesce(t.barcode = i.barcode, true)))
            order by coalesce(t.sku = i.sku, false) desc, coalesce(t.barcode = i.barcode, false) desc, t.id limit 1
            """, connection)
        {
            Parameters = { Parameter.Of(restaurantId), Parameter.Of(itemId) },
        };
        await using var row = await find.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new StockedItem(row.GetGuid(0), department, row.GetString(1), row.GetString(2), null, row.GetDecimal(4), row.GetGuid(3), false)
            : null;
    }
}

/// <summary>Posting to several items can meet another transaction crosswise; PostgreSQL then ends one of the two.</summary>
internal static class Deadlocks
{
    public static async Task<T> RetryOnceAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return await work();
        }
    }
}
