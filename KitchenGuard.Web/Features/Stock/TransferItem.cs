using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>Moves stock to another storage area, or to the other department's item of the same identity, made there when it is missing.</summary>
public sealed class TransferItem(NpgsqlDataSource source, Places places, CurrentUser user, TimeProvider clock, ILogger<TransferItem> logger)
{
    /// <summary>Posts both sides.</summary>
    /// <returns>What it did; null when something was posted under its key meanwhile.</returns>
    internal async Task<Result<PostedMovement>?> RunAsync(StockedItem item, MovementEntry entry, MovementInput input, CancellationToken ct)
    {
        try
        {
            return input.To!.Department is { } department
                ? await Deadlocks.RetryOnceAsync(() => ToDepartmentAsync(item, entry, input, department, ct))
                : await ToAreaAsync(item, entry, input, ct);
        }
        catch (PostgresException exception) when (input.RequestKey is not null && exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
    }

    private async Task<Result<PostedMovement>> ToAreaAsync(StockedItem item, MovementEntry entry, MovementInput input, CancellationToken ct)
    {
        var areaId = await places.StorageAreaAsync(ItemEntry.Line(input.To!.StorageArea), ct);
        if (areaId == item.StorageAreaId)
        {
            return StockErrors.SamePlace;
        }

        var transferId = Guid.CreateVersion7();
        var (from, to) = (Side(item.Id, -entry.Quantity, entry, item.StorageAreaId), Side(item.Id, entry.Quantity, entry, areaId));
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(LedgerSql.Hold(user.RestaurantId, item.Id));
        batch.BatchCommands.Add(LedgerSql.Transfer(user, input, from, to, transferId, clock.GetUtcNow()));
        batch.BatchCommands.Add(LedgerSql.OnHand(user.RestaurantId, item.Id));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        await rows.NextResultAsync(ct);
        var posted = await ReadAsync(rows, item.Id, ct);
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        StockLog.ItemTransferred(logger, item.Id, transferId);
        return new PostedMovement(
            posted.From, item.Id, MovementKind.Transfer, -entry.Quantity, item.Unit, ItemRows.Trim(rows.GetDecimal(0)), null, transferId);
    }

    private async Task<Result<PostedMovement>> ToDepartmentAsync(
        StockedItem item, MovementEntry entry, MovementInput input, Department department, CancellationToken ct)
    {
        if (department == item.Department)
        {
            return StockErrors.SamePlace;
        }

        if (!user.Moves(department))
        {
            return StockErrors.MayNotPost;
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (target, isNew) = await TransferTargets.FindOrCreateAsync(connection, user, item.Id, department, clock.GetUtcNow(), ct);
        if (!Unit.FromCode(item.Unit).TryConvert(entry.Quantity, Unit.FromCode(target.Unit), out var quantity) || decimal.Round(quantity, 6) == 0)
        {
            return StockErrors.TargetUnit(target.Name, item.Unit, target.Unit);
        }

        Unit.FromCode(item.Unit).TryConvert(1, Unit.FromCode(target.Unit), out var factor);
        var transferId = TransferTargets.TransferId(target, isNew);
        var to = new TransferSide(
            target.Id, decimal.Round(quantity, 6), entry.Quantity, item.Unit, decimal.Round(factor, 12), target.StorageAreaId);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(LedgerSql.Transfer(
            user, input, Side(item.Id, -entry.Quantity, entry, item.StorageAreaId), to, transferId, clock.GetUtcNow()));
        batch.BatchCommands.Add(LedgerSql.OnHand(user.RestaurantId, item.Id));
        batch.BatchCommands.Add(LedgerSql.OnHand(user.RestaurantId, target.Id));
        (long From, long To) posted;
        decimal here, there;
        await using (var rows = await batch.ExecuteReaderAsync(ct))
        {
            posted = await ReadAsync(rows, item.Id, ct);
            await rows.NextResultAsync(ct);
            await rows.ReadAsync(ct);
            here = ItemRows.Trim(rows.GetDecimal(0));
            await rows.NextResultAsync(ct);
            await rows.ReadAsync(ct);
            there = ItemRows.Trim(rows.GetDecimal(0));
        }

        await transaction.CommitAsync(ct);
        StockLog.ItemTransferred(logger, item.Id, transferId);
        return new PostedMovement(
            posted.From, item.Id, MovementKind.Transfer, -entry.Quantity, item.Unit, here, PostMovement.Warning(here, -entry.Quantity, item.Unit),
            transferId, new PostedOther(target.Id, posted.To, there, target.Unit, isNew));
    }

    private static TransferSide Side(Guid itemId, decimal quantity, MovementEntry entry, Guid areaId) =>
        new(itemId, quantity, entry.Entered, entry.Unit, entry.Factor, areaId);

    private static async Task<(long From, long To)> ReadAsync(NpgsqlDataReader rows, Guid fromItem, CancellationToken ct)
    {
        (long From, long To) posted = default;
        while (await rows.ReadAsync(ct))
        {
            posted = rows.GetGuid(1) == fromItem && rows.GetDecimal(2) < 0 ? (rows.GetInt64(0), posted.To) : (posted.From, rows.GetInt64(0));
        }

        return posted;
    }
}
