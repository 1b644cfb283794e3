using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Takes an import (or its undo) up, holds its row against other workers, and lets it go.</summary>
internal static class ImportLease
{
    /// <summary>The most often an import is begun anew. First at once, later with a wait: a worker may die of the file itself.</summary>
    public const int MostInterruptions = 20;

    private const int AtOnce = 5;

    /// <summary>
    /// Marks the import running under a new attempt, visible to all. Null when there is nothing to do: it is done or was cancelled, somebody
    /// works on it, it was tried too often or just now, or there is no such import.
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
            $"""
            with mine as (
              select i.id, i.status, case
                  when p.cancel_requested and i.status <> 'undoing' then 'cancelled'
                  when p.interruptions >= {MostInterruptions} then 'failed'
                  when i.status = 'pending' then 'running'
                  else i.status end as becomes
              from inventory.imports i join inventory.import_progress p on p.restaurant_id = i.restaurant_id and p.import_id = i.id
              where i.restaurant_id = $1 and i.id = $2 and i.status in ('pending', 'running', 'undoing')
                and (p.interruptions < {AtOnce} or p.updated_at < now() - p.interruptions * interval '15 seconds')
              for no key update of i skip locked),
            taken as (
              update inventory.imports i set
                status = case when mine.status = 'undoing' and becomes = 'failed' then 'completed' else becomes end,
                attempt = attempt + 1, started_at = case when mine.status = 'pending' then now() else coalesce(started_at, now()) end,
                finished_at = case when becomes in ('cancelled', 'failed') then coalesce(finished_at, clock_timestamp()) else finished_at end,
                failure = case when becomes = 'failed' then case when mine.status = 'undoing'
                  then 'The undo was interrupted {MostInterruptions} times and was given up. Nothing was taken back.'
                  else 'The import was interrupted {MostInterruptions} times and was given up. Nothing was changed.' end else failure end
              from mine where i.restaurant_id = $1 and i.id = mine.id
              returning i.id, i.department, i.created_by, i.counted_at, i.size, i.content_type, i.dry_run, i.plan, i.attempt, mine.becomes, i.undone_by, mine.status as was),
            alive as (
              update inventory.import_progress p set updated_at = clock_timestamp(), percent = 0, seconds_left = null,
                interruptions = case when taken.was = 'pending' then 0 else p.interruptions + 1 end
              from taken where p.restaurant_id = $1 and p.import_id = taken.id)
            select department, created_by, counted_at, size, content_type, dry_run, plan, attempt, becomes, undone_by from taken
            where becomes in ('running', 'undoing')
            """, connection, transaction))
        {
            take.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = restaurantId });
            take.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
            await using var reader = await take.ExecuteReaderAsync(ct);
            task = await reader.ReadAsync(ct) ? Read(reader, importId, restaurantId) : null;
        }

        await transaction.CommitAsync(ct);
        return task;
    }

    /// <summary>Locks the import's row for the transaction. False when another worker has it or a later attempt took over.</summary>
    public static async Task<bool> HoldAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, CancellationToken ct)
    {
        await using var hold = new NpgsqlCommand(
            """
            select id from inventory.imports where restaurant_id = $1 and id = $2 and status = $4 and attempt = $3
            for no key update skip locked
            """, connection, transaction);
        hold.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.RestaurantId });
        hold.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.ImportId });
        hold.Parameters.Add(new NpgsqlParameter<int> { TypedValue = task.Attempt });
        hold.Parameters.Add(new NpgsqlParameter<string> { TypedValue = task.IsUndo ? "undoing" : "running" });
        return await hold.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>
    /// Takes the restaurant's lock until the transaction ends: two imports of one restaurant would each miss what the other creates; whoever posts to
    /// several items takes it first.
    /// </summary>
    public static async Task LockRestaurantAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1::text, 0))", connection, transaction)
        {
            CommandTimeout = 0,
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = task.RestaurantId } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Marks the import cancelled unless a worker holds it, which then does so itself, or it has ended.</summary>
    public static async Task<bool> CancelAsync(NpgsqlDataSource source, Guid restaurantId, Guid importId, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update inventory.imports set status = 'cancelled', finished_at = clock_timestamp()
            where restaurant_id = $1 and id in (
              select id from inventory.imports where restaurant_id = $1 and id = $2 and status in ('pending', 'running')
              for no key update skip locked)
            """)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = restaurantId }, new NpgsqlParameter<Guid> { TypedValue = importId } },
        });
        return await batch.ExecuteNonQueryAsync(ct) > 0;
    }

    private static ImportTask Read(NpgsqlDataReader row, Guid importId, Guid restaurantId)
    {
        var isUndo = row.GetString(8) == "undoing";
        var person = isUndo ? 9 : 1;
        return new ImportTask(
            importId, restaurantId, row.GetString(0), row.IsDBNull(person) ? null : row.GetGuid(person), row.GetFieldValue<DateTimeOffset>(2),
            row.GetInt64(3), row.GetString(4), row.GetBoolean(5), row.GetString(6), row.GetInt32(7)) { IsUndo = isUndo };
    }
}
