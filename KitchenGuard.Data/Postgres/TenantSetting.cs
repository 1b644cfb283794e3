using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Data.Postgres;

/// <summary>The PostgreSQL setting that row-level security compares with each row's restaurant_id, for code on plain Npgsql.</summary>
public static class TenantSetting
{
    /// <summary>The setting's name. It is only ever set local to a transaction.</summary>
    public const string Name = "app.restaurant_id";

    /// <summary>The statement to send first in a transaction or batch: after it, the transaction sees this restaurant's rows only.</summary>
    /// <param name="restaurantId">The restaurant, from the signed-in identity or the job's own row.</param>
    public static NpgsqlBatchCommand Enter(Guid restaurantId) => new($"select set_config('{Name}', $1, true)")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = restaurantId.ToString(), NpgsqlDbType = NpgsqlDbType.Text } },
    };

    /// <summary>Enters the restaurant on an open transaction.</summary>
    public static async Task EnterAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid restaurantId, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Enter(restaurantId) } };
        await batch.ExecuteNonQueryAsync(ct);
    }
}
