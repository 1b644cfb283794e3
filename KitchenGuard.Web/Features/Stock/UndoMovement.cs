using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>Reverses a movement by another one; both sides of a transfer.</summary>
public sealed class UndoMovement(NpgsqlDataSource source, CurrentUser user, ILogger<UndoMovement> logger)
{
    // Both sides of a transfer are inserted by one statement: their ids are neighbours, and the index by id finds them.
    internal const long Neighbourhood = 1000;

    /// <summary>Undoes the movement.</summary>
    /// <returns>The reversing movement, or NotFound, MayNotPost, UndoOfUndo, UndoTheImport, AlreadyUndone.</returns>
    public async Task<Result<PostedMovement>> RunAsync(Guid itemId, long movementId, CancellationToken ct)
    {
        var item = await StockedItem.FindAsync(source, user.RestaurantId, itemId, ct);
        if (item is null || !user.Sees(item.Department))
        {
            return StockErrors.NotFound;
        }

        if (!user.Moves(item.Department))
        {
            return StockErrors.MayNotPost;
        }

        // None is numbered so high, and its neighbours would be beyond all numbers.
        if (movementId > long.MaxValue - Neighbourhood)
        {
            return StockErrors.NotFound;
        }

        try
        {
            return await Deadlocks.RetryOnceAsync(() => UndoAsync(item, movementId, ct));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return StockErrors.AlreadyUndone;
        }
    }

    private async Task<Result<PostedMovement>> UndoAsync(StockedItem item, long movementId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var find = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                TenantSetting.Enter(user.RestaurantId),
                new NpgsqlBatchCommand(
                    $"""
                    select m.kind, (
                      select array_agg(o.department) from inventory.stock_movements o
                      where o.restaurant_id = $1 and o.transfer_id = m.transfer_id and o.id between $3 - {Neighbourhood} and $3 + {Neighbourhood})
                    from inventory.stock_movements m where m.restaurant_id = $1 and m.item_id = $2 and m.id = $3
                    """)
                {
                    Parameters = { Parameter.Of(user.RestaurantId), Parameter.Of(item.Id), Parameter.Of(movementId) },
                },
            },
        })
        {
            await using var found = await find.ExecuteReaderAsync(ct);
            await found.NextResultAsync(ct);
            Error? refusal = !await found.ReadAsync(ct) ? StockErrors.NotFound : found.GetString(0) switch
            {
                "undo" => StockErrors.UndoOfUndo,
                "import" => StockErrors.UndoTheImport,
                // The other side of a transfer goes back as well.
                _ => !found.IsDBNull(1) && found.GetFieldValue<string[]>(1).Any(word => !(DepartmentNames.TryParse(word, out var side) && user.Moves(side)))
                    ? StockErrors.MayNotPost : null,
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(LedgerSql.Lock(user.RestaurantId));
        batch.BatchCommands.Add(LedgerSql.Hold(user.RestaurantId, item.Id));
        batch.BatchCommands.Add(Reverse(movementId));
        batch.BatchCommands.Add(LedgerSql.OnHand(user.RestaurantId, item.Id));
        PostedMovement posted;
        await using (var rows = await batch.ExecuteReaderAsync(ct))
        {
            await rows.NextResultAsync(ct);
            await rows.NextResultAsync(ct);
            (long Id, decimal Quantity) undo = default;
            while (await rows.ReadAsync(ct))
            {
                undo = rows.GetInt64(1) == movementId ? (rows.GetInt64(0), ItemRows.Trim(rows.GetDecimal(2))) : undo;
            }

            await rows.NextResultAsync(ct);
            await rows.ReadAsync(ct);
            var onHand = ItemRows.Trim(rows.GetDecimal(0));
            posted = new PostedMovement(
                undo.Id, item.Id, MovementKind.Undo, undo.Quantity, item.Unit, onHand, PostMovement.Warning(onHand, undo.Quantity, item.Unit));
        }

        await transaction.CommitAsync(ct);
        StockLog.MovementUndone(logger, movementId, posted.Id);
        return posted;
    }

    // It happened when the undone movement did, so that a day's figures come out as if neither had been.
    private NpgsqlBatchCommand Reverse(long movementId) => new(
        $"""
        insert into inventory.stock_movements (
          restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor, unit_cost, storage_area_id, lot_id,
          occurred_at, user_id, reverses_id, transfer_id)
        select m.restaurant_id, m.item_id, m.department, 'undo', -m.quantity, -m.quantity, i.unit, 1, m.unit_cost, m.storage_area_id, m.lot_id,
          m.occurred_at, $2, m.id, m.transfer_id
        from inventory.stock_movements m
        join inventory.items i on i.restaurant_id = m.restaurant_id and i.id = m.item_id
        where m.restaurant_id = $1 and m.kind <> 'undo' and (m.id = $3 or (
          m.id between $3 - {Neighbourhood} and $3 + {Neighbourhood} and m.transfer_id = (
            select o.transfer_id from inventory.stock_movements o where o.restaurant_id = $1 and o.id = $3)))
        returning id, reverses_id, quantity
        """)
    {
        Parameters = { Parameter.Of(user.RestaurantId), Parameter.Of((Guid?)user.Id), Parameter.Of(movementId) },
    };
}
