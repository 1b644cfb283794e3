using KitchenGuard.Data.Stock;

namespace KitchenGuard.Web.Features.Stock;

internal static partial class StockLog
{
    [LoggerMessage(3001, LogLevel.Information, "Movement {MovementId} posted: {Kind} of item {ItemId}")]
    public static partial void MovementPosted(ILogger logger, long movementId, MovementKind kind, Guid itemId);

    [LoggerMessage(3002, LogLevel.Information, "Movement {MovementId} undone by {UndoId}")]
    public static partial void MovementUndone(ILogger logger, long movementId, long undoId);

    [LoggerMessage(3003, LogLevel.Information, "Item {ItemId} transferred: {TransferId}")]
    public static partial void ItemTransferred(ILogger logger, Guid itemId, Guid transferId);
}
