using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Features.Inventory;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>What posting needs to know of an item.</summary>
/// <param name="Id">The item.</param>
/// <param name="Department">Its list.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The code of its unit.</param>
/// <param name="CaseSize">Units in a case.</param>
/// <param name="OnHand">Its stock at reading.</param>
/// <param name="StorageAreaId">Where it stands.</param>
/// <param name="IsArchived">Whether it left its list.</param>
internal sealed record StockedItem(
    Guid Id, Department Department, string Name, string Unit, decimal? CaseSize, decimal OnHand, Guid StorageAreaId, bool IsArchived)
{
    public static async Task<StockedItem?> FindAsync(NpgsqlDataSource source, Guid restaurantId, Guid id, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            select department, name, unit, case_size, coalesce(on_hand, 0), storage_area_id, archived_at is not null
            from inventory.items where restaurant_id = $1 and id = $2
            """)
        {
            Parameters = { Parameter.Of(restaurantId), Parameter.Of(id) },
        });
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return await row.ReadAsync(ct)
            ? new StockedItem(
                id, row.GetString(0) == "bar" ? Department.Bar : Department.Kitchen, row.GetString(1), row.GetString(2),
                row.IsDBNull(3) ? null : ItemRows.Trim(row.GetDecimal(3)), ItemRows.Trim(row.GetDecimal(4)), row.GetGuid(5), row.GetBoolean(6))
            : null;
    }
}

/// <summary>Typed parameters of plain Npgsql commands, in order.</summary>
internal static class Parameter
{
    public static NpgsqlParameter Of(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    public static NpgsqlParameter Of(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter Of(decimal value) => new NpgsqlParameter<decimal> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Numeric };

    public static NpgsqlParameter Of(decimal? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Numeric };

    public static NpgsqlParameter Of(Guid? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    public static NpgsqlParameter Of(string? value)
    {
        UnfitTextInterceptor.Check(value, NpgsqlDbType.Text);
        return new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
    }

    public static NpgsqlParameter Of(DateTimeOffset value) =>
        new NpgsqlParameter<DateTime> { TypedValue = value.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
