using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>A list in three figures.</summary>
/// <param name="Department">Which list.</param>
/// <param name="Items">Items on it.</param>
/// <param name="Low">Items that ran low.</param>
/// <param name="Uncounted">Items whose stock nobody has counted yet; they are neither low nor worth anything.</param>
/// <param name="Value">On hand times unit cost, of the items whose cost is known; null where the reader may not see costs.</param>
public sealed record ListTotals(Department Department, long Items, long Low, long Uncounted, decimal? Value);

/// <summary>Adds up a list. Reads every item of it, so pages load it on its own.</summary>
public sealed class ItemTotals(NpgsqlDataSource source, CurrentUser user)
{
    /// <summary>The department's totals.</summary>
    public async Task<ListTotals> ReadAsync(Department department, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"""
            select count(*), count(*) filter (where on_hand <= reorder_point or (reorder_point is null and on_hand < par_level)),
              count(*) - count(on_hand), coalesce(sum(on_hand * unit_cost), 0)
            from inventory.items where restaurant_id = $1 and department = '{department.Word()}' and archived_at is null
            """)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = user.RestaurantId, NpgsqlDbType = NpgsqlDbType.Uuid } },
        });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return new ListTotals(department, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), user.SeesCosts() ? reader.GetDecimal(3) : null);
    }
}
