using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>
/// Posts a movement of one item. Deltas are inserts: two people moving the same item never conflict. Only a count looks at the stock.
/// </summary>
public sealed class PostMovement(
    NpgsqlDataSource source, TransferItem transfer, CurrentUser user, TimeProvider clock, ILogger<PostMovement> logger)
{
    private const int Tries = 4;

    /// <summary>Posts the movement.</summary>
    /// <returns>What it did, or an error of <see cref="StockErrors"/>.</returns>
    public async Task<Result<PostedMovement>> RunAsync(Guid itemId, MovementInput input, CancellationToken ct)
    {
        if (MovementEntry.Check(input, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        for (var attempt = 1; attempt <= Tries; attempt++)
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

            if (input.RequestKey is { } key && await ReplayAsync(item, input, key, ct) is { } before)
            {
                return before;
            }

            if (item.IsArchived)
            {
                return StockErrors.Archived;
            }

            var entry = MovementEntry.Read(item, input);
            if (entry.Error is { } error)
            {
                return error;
            }

            var posted = input.Kind == MovementKind.Transfer
                ? await transfer.RunAsync(item, entry.Value, input, ct)
                : await PostAsync(item, entry.Value, input, ct);
            if (posted is not null)
            {
                return posted.Value;
            }

            // Unit, case size or list membership changed after they were read, or the same was posted under its key.
        }

        return StockErrors.Busy;
    }

    private async Task<Result<PostedMovement>?> PostAsync(StockedItem item, MovementEntry entry, MovementInput input, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        LedgerSql.Post(batch.BatchCommands, user, item, entry, input, clock.GetUtcNow());
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        await rows.NextResultAsync(ct);
        if (!await rows.ReadAsync(ct))
        {
            return null;
        }

        var (id, quantity) = (rows.GetInt64(0), ItemRows.Trim(rows.GetDecimal(1)));
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        var onHand = ItemRows.Trim(rows.GetDecimal(0));
        StockLog.MovementPosted(logger, id, input.Kind!.Value, item.Id);
        return new PostedMovement(id, item.Id, input.Kind.Value, quantity, item.Unit, onHand, Warning(onHand, quantity, item.Unit));
    }

    // Sent twice: the first answer once more. Null when nothing was posted under the key.
    private async Task<Result<PostedMovement>?> ReplayAsync(StockedItem item, MovementInput input, Guid key, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(LedgerSql.ByKey(user.RestaurantId, key));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        if (!await rows.ReadAsync(ct))
        {
            return null;
        }

        if (rows.IsDBNull(1) || rows.GetGuid(1) != input.HashFor(item.Id))
        {
            return StockErrors.KeyReused;
        }

        var (quantity, onHand) = (ItemRows.Trim(rows.GetDecimal(2)), ItemRows.Trim(rows.GetDecimal(3)));
        Guid? transferId = rows.IsDBNull(4) ? null : rows.GetGuid(4);
        var other = rows.IsDBNull(5) ? null
            : new PostedOther(rows.GetGuid(5), rows.GetInt64(6), ItemRows.Trim(rows.GetDecimal(7)), rows.GetString(8), TransferTargets.WasMadeBy(transferId, rows.GetGuid(5)));
        return new PostedMovement(rows.GetInt64(0), item.Id, input.Kind!.Value, quantity, item.Unit, onHand, Warning(onHand, quantity, item.Unit), transferId, other);
    }

    internal static string? Warning(decimal onHand, decimal quantity, string unit) =>
        onHand < 0 && quantity < 0 ? StockErrors.BelowZero(onHand, unit) : null;
}
