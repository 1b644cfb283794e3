using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Every expected failure of deleting accounts and restaurants.</summary>
public static class LeavingErrors
{
    public static readonly InvalidError OtherName = new("other_name", "That is not the restaurant's name. Type it as it stands above.", "name");

    public static ConflictError LastOwner(IEnumerable<string> restaurants) => new(
        "last_owner", $"You are the only owner of {string.Join(", ", restaurants)}. Make somebody else the owner first, or delete the restaurant.");

    public static ForbiddenError AccountLeaving(DateTimeOffset day) => new(
        "account_leaving", $"This account will be deleted on {Grace.Day(day)}. Sign in with keepAccount to keep it.");
}

internal static partial class LeavingLog
{
    [LoggerMessage(1030, LogLevel.Information, "Restaurant {RestaurantId} will be deleted")]
    public static partial void RestaurantClosed(ILogger logger, Guid restaurantId);

    [LoggerMessage(1031, LogLevel.Information, "Restaurant {RestaurantId} is kept")]
    public static partial void RestaurantReopened(ILogger logger, Guid restaurantId);

    [LoggerMessage(1032, LogLevel.Information, "The owners of restaurant {RestaurantId} were reminded")]
    public static partial void OwnersReminded(ILogger logger, Guid restaurantId);

    [LoggerMessage(1033, LogLevel.Information, "Restaurant {RestaurantId} was deleted")]
    public static partial void RestaurantErased(ILogger logger, Guid restaurantId);

    [LoggerMessage(1034, LogLevel.Information, "User {UserId} will be deleted")]
    public static partial void AccountClosed(ILogger logger, Guid userId);

    [LoggerMessage(1035, LogLevel.Information, "User {UserId} is kept")]
    public static partial void AccountKept(ILogger logger, Guid userId);

    [LoggerMessage(1036, LogLevel.Information, "User {UserId} was deleted")]
    public static partial void AccountErased(ILogger logger, Guid userId);

    [LoggerMessage(1037, LogLevel.Warning, "User {UserId} is the only owner of a restaurant by now and was not deleted")]
    public static partial void AccountStays(ILogger logger, Guid userId);

    [LoggerMessage(1038, LogLevel.Error, "The deletion of {Id} failed; it is tried again")]
    public static partial void EraseFailed(ILogger logger, Exception exception, Guid id);

    [LoggerMessage(1039, LogLevel.Error, "Looking for what is to be deleted failed; it is tried again")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
