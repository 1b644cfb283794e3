using KitchenGuard.Web.Features.Accounts.Registration;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>What an owner or manager sets for the restaurant, by page and API.</summary>
public record SettingsInput : RestaurantInput
{
    /// <summary>Kitchen and bar staff also look at the other list.</summary>
    public bool StaffSeeBothDepartments { get; init; }

    /// <summary>Kitchen and bar staff see costs and values.</summary>
    public bool StaffSeeCosts { get; init; }

    /// <summary>Viewers see costs and values.</summary>
    public bool ViewersSeeCosts { get; init; }

    /// <summary>Whoever changes the currency knows that amounts keep their numbers.</summary>
    public bool ConfirmCurrency { get; init; }
}
