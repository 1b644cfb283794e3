using KitchenGuard.Data.Accounts;

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

    [LoggerMessage(1005, LogLevel.Information, "Invitation {InvitationId} made out for a {Role}")]
    public static partial void MemberInvited(ILogger logger, Guid invitationId, Role role);

    [LoggerMessage(1006, LogLevel.Information, "User {UserId} joined restaurant {RestaurantId} as {Role}")]
    public static partial void MemberJoined(ILogger logger, Guid userId, Guid restaurantId, Role role);

    [LoggerMessage(1007, LogLevel.Information, "User {UserId} is now {Role}")]
    public static partial void RoleChanged(ILogger logger, Guid userId, Role role);

    [LoggerMessage(1008, LogLevel.Information, "User {UserId} was removed from the restaurant")]
    public static partial void MemberRemoved(ILogger logger, Guid userId);

    [LoggerMessage(1010, LogLevel.Information, "A password reset was asked for")]
    public static partial void ResetRequested(ILogger logger);

    [LoggerMessage(1011, LogLevel.Information, "User {UserId} set a new password by mail")]
    public static partial void PasswordReset(ILogger logger, Guid userId);

    [LoggerMessage(1012, LogLevel.Information, "Restaurant {RestaurantId} changed its settings")]
    public static partial void RestaurantChanged(ILogger logger, Guid restaurantId);

    [LoggerMessage(1013, LogLevel.Warning, "A refresh token was used twice; session {SessionId} is ended")]
    public static partial void RefreshTokenReused(ILogger logger, Guid sessionId);

    [LoggerMessage(1014, LogLevel.Error, "The authenticator secret of user {UserId} cannot be read: the data protection keys are others than they were")]
    public static partial void SecretUnreadable(ILogger logger, Guid userId);

    [LoggerMessage(1015, LogLevel.Warning, "A passkey was refused: {Reason}")]
    public static partial void PasskeyRefused(ILogger logger, string reason);

    [LoggerMessage(1009, LogLevel.Information, "User {UserId} handed the restaurant over to {NewOwnerId}")]
    public static partial void OwnershipTransferred(ILogger logger, Guid userId, Guid newOwnerId);
}
