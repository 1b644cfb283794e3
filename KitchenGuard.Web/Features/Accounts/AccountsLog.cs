namespace KitchenGuard.Web.Features.Accounts;

internal static partial class AccountsLog
{
    [LoggerMessage(1001, LogLevel.Information, "User {UserId} signed in")]
    public static partial void SignedIn(ILogger logger, Guid userId);

    [LoggerMessage(1002, LogLevel.Warning, "A sign-in failed")]
    public static partial void SignInFailed(ILogger logger);

    [LoggerMessage(1003, LogLevel.Warning, "An account and address are locked out")]
    public static partial void LockedOut(ILogger logger);

    [LoggerMessage(1004, LogLevel.Information, "Restaurant {RestaurantId} registered with {Imports} imports")]
    public static partial void Registered(ILogger logger, Guid restaurantId, int imports);
}
