using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Takes an import up, and holds its row against other workers.</summary>
internal static class ImportLease
{
    /// <summary>
    /// Marks the import running under a new attempt, visible to all. Null when there is nothing to do: it is done, somebody works on it,
    /// or there is no such import.
    /// </summary>
    public static async Task<ImportTask?> TakeAsync(NpgsqlDataSource source, Guid importId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        Guid restaurantId;
        await using (var find = new NpgsqlCommand("select inventory.restaurant_of_import($1)", connection, transaction))
        {
            find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
            if (await find.ExecuteScalarAsync(ct) is not Guid found)
            {
                return null;
            }

            restaurantId = found;
        }

        await TenantSetting.EnterAsync(connection, transaction, restaurantId, ct);
        ImportTask? task;
        await using (var take = new NpgsqlCommand(
            """
            update inventory.imports set status = 'running', attempt = attempt + 1, started_at = coalesce(started_at, now())
            where id = (
              select id from inventory.imports where restaurant_id = $1 and id = $2 and status in ('pending', 'running')
              for no key update skip locked)
            returning department, created_by, counted_at, size, content_type, dry_run, plan, attempt
            """, connection, transaction))
        {
            take.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = restaurantId });
            take.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
            await using var reader = await take.ExecuteReaderAsync(ct);
            task = await reader.ReadAsync(ct)
                ? new ImportTask(
                    importId, restaurantId, reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetGuid(1),
                    reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.GetString(4), reader.GetBoolean(5),
                    reader.GetString(6), reader.GetInt32(7))
                : null;
        }

        await transaction.CommitAsync(ct);
        return task;
    }

    /// <summary>Locks the import's row for the transaction. False when another worker has it or a later attempt took over.</summary>
    public static async Task<bool> HoldAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, CancellationToken ct)
    {
        await using var hold = new NpgsqlCommand(
            """
            select id from inventory.imports where restaurant_id = $1 and id = $2 and status = 'running' and attempt = $3
            for no key update skip locked
            """, connection, transaction);
        hold.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.RestaurantId });
        hold.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.ImportId });
        hold.Parameters.Add(new NpgsqlParameter<int> { TypedValue = task.Attempt });
        return await hold.ExecuteScalarAsync(ct) is not null;
    }
}
