using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Inventory;

internal static partial class InventoryLog
{
    [LoggerMessage(2001, LogLevel.Information, "Item {ItemId} created in {Department}")]
    public static partial void ItemCreated(ILogger logger, Guid itemId, Department department);

    [LoggerMessage(2002, LogLevel.Information, "Item {ItemId} changed to version {Version}")]
    public static partial void ItemUpdated(ILogger logger, Guid itemId, long version);

    [LoggerMessage(2003, LogLevel.Information, "Item {ItemId} archived: {Archived}")]
    public static partial void ItemArchived(ILogger logger, Guid itemId, bool archived);

    [LoggerMessage(2004, LogLevel.Information, "{Count} items of {Department} changed at once")]
    public static partial void ItemsChanged(ILogger logger, int count, Department department);

    [LoggerMessage(2005, LogLevel.Information, "{Department} exported")]
    public static partial void Exported(ILogger logger, Department department);

    [LoggerMessage(2006, LogLevel.Warning, "The search's index could not be sorted in; the next minute tries again")]
    public static partial void SearchIndexNotSettled(ILogger logger, Exception exception);
}
