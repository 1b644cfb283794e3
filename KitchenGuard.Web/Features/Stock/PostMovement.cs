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

            if (input.RequestKey is { } key && await ReplayAsync(item, entry.Value, input, key, ct) is { } before)
            {
                return before;
            }

            // Unit, case size or list membership changed after they were read.
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
    private async Task<Result<PostedMovement>?> ReplayAsync(
        StockedItem item, MovementEntry entry, MovementInput input, Guid key, CancellationToken ct)
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

        var isSame = rows.GetGuid(1) == item.Id && rows.GetDecimal(4) == entry.Entered
            && string.Equals(rows.GetString(2), input.Kind.ToString(), StringComparison.OrdinalIgnoreCase);
        return isSame
            ? new PostedMovement(
                rows.GetInt64(0), item.Id, input.Kind!.Value, ItemRows.Trim(rows.GetDecimal(3)), item.Unit, ItemRows.Trim(rows.GetDecimal(5)), null)
            : (Result<PostedMovement>)StockErrors.KeyReused;
    }

    internal static string? Warning(decimal onHand, decimal quantity, string unit) =>
        onHand < 0 && quantity < 0 ? StockErrors.BelowZero(onHand, unit) : null;
}
