using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>What the operators' log tells of. They are stored, so they stay.</summary>
public static class OperatorActions
{
    public const string UsersListed = "users.listed";
    public const string UserSeen = "user.seen";
    public const string UserLocked = "user.locked";
    public const string UserUnlocked = "user.unlocked";
    public const string ResetForced = "user.reset_forced";
    public const string SessionsEnded = "user.sessions_ended";
    public const string RestaurantsListed = "restaurants.listed";
    public const string RestaurantSeen = "restaurant.seen";

    /// <summary>All, in the order of a menu.</summary>
    public static IReadOnlyList<string> All { get; } =
        [UserLocked, UserUnlocked, ResetForced, SessionsEnded, UserSeen, RestaurantSeen, UsersListed, RestaurantsListed];

    /// <summary>What people call it, such as "Locked a user".</summary>
    internal static LocalizedString Of(this IStringLocalizer texts, string action) => action switch
    {
        UsersListed => texts["Listed users"],
        UserSeen => texts["Looked at a user"],
        UserLocked => texts["Locked a user"],
        UserUnlocked => texts["Unlocked a user"],
        ResetForced => texts["Demanded a new password"],
        SessionsEnded => texts["Ended sessions"],
        RestaurantsListed => texts["Listed restaurants"],
        RestaurantSeen => texts["Looked at a restaurant"],
        _ => texts[action],
    };
}
