using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Reads items on plain Npgsql: the most asked-for pages. One round trip each, statements prepared by themselves.</summary>
public sealed class ItemList(NpgsqlDataSource source, CurrentUser user)
{
    private const int UsualLimit = 50;

    /// <summary>One page of a department's list.</summary>
    /// <returns>The page, or NotFound, BadSort, BadCursor.</returns>
    public async Task<Result<ItemPage>> ReadAsync(Department department, ItemQuery query, CancellationToken ct)
    {
        if (!user.Sees(department))
        {
            return InventoryErrors.NotFound;
        }

        if (ItemSort.Parse(query.Sort) is not { } sort || (sort.IsOfCosts && !user.SeesCosts()))
        {
            return InventoryErrors.BadSort;
        }

        ItemCursor? after = null;
        if (!string.IsNullOrEmpty(query.Cursor) && (after = ItemCursor.Decode(query.Cursor, sort)) is null)
        {
            return InventoryErrors.BadCursor;
        }

        var limit = Math.Clamp(query.Limit ?? UsualLimit, 1, 200);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(ItemListSql.Page(user.RestaurantId, department, query, sort, after, limit + 1));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await ReadPageAsync(reader, sort, limit, user.SeesCosts(), ct);
    }

    /// <summary>One item, archived or not.</summary>
    /// <returns>Null when the restaurant's department has no such item.</returns>
    public async Task<ItemAnswer?> FindAsync(Guid id, Department? department, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"select {ItemRows.Columns} from inventory.items i {ItemRows.Joins} where i.restaurant_id = $1 and i.id = $2")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = user.RestaurantId, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<Guid> { TypedValue = id, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var item = ItemRows.Read(reader, user.SeesCosts());
        return (department is null || item.Department == department) && user.Sees(item.Department) ? item : null;
    }

    private static async Task<ItemPage> ReadPageAsync(NpgsqlDataReader reader, ItemSort sort, int limit, bool seesCosts, CancellationToken ct)
    {
        var items = new List<ItemAnswer>(limit);
        var last = "";
        while (await reader.ReadAsync(ct))
        {
            if (items.Count == limit)
            {
                return new ItemPage(items, new ItemCursor(sort.Word, last, items[^1].Id).Encode());
            }

            items.Add(ItemRows.Read(reader, seesCosts));
            if (items.Count == limit)
            {
                last = reader.GetString(ItemRows.Count);
            }
        }

        return new ItemPage(items, null);
    }
}
