using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Registration;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>Changes a restaurant's name, place and what it opens to its members. All of them notice at their next request.</summary>
public sealed class ChangeRestaurant(KitchenGuardDbContext db, CurrentUser user, LiveSessions sessions, Audit audit, ILogger<ChangeRestaurant> logger)
{
    private static readonly InvalidError CurrencyStays = new(
        "currency_not_converted", "Another currency converts nothing: a cost of 12.50 stays 12.50. Confirm that this is what you want.", "currency");

    /// <summary>Changes it.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="ct">Cancels; nothing is changed.</param>
    /// <returns>The restaurant, or what is to be confirmed about the currency.</returns>
    public async Task<Result<Restaurant>> RunAsync(SettingsInput input, CancellationToken ct)
    {
        var restaurantId = user.RestaurantId;
        var restaurant = await db.Restaurants.SingleAsync(r => r.Id == restaurantId, ct);
        if (input.Currency != restaurant.Currency && !input.ConfirmCurrency)
        {
            return CurrencyStays;
        }

        var before = Settings(restaurant);
        restaurant.Name = input.Name!.Trim();
        restaurant.Address = Blank.ToNull(input.Address);
        restaurant.Phone = Blank.ToNull(input.Phone);
        restaurant.TimeZone = input.TimeZone!;
        restaurant.Currency = input.Currency!;
        restaurant.Locale = input.Locale!;
        restaurant.StaffSeeBothDepartments = input.StaffSeeBothDepartments;
        restaurant.StaffSeeCosts = input.StaffSeeCosts;
        restaurant.ViewersSeeCosts = input.ViewersSeeCosts;
        if (Audit.Difference(before, Settings(restaurant)) is ({ } was, var now))
        {
            audit.Add(AuditActions.SettingsChanged, restaurant.Name, restaurantId, was, now);
        }

        await db.SaveChangesAsync(ct);
        foreach (var member in await db.Members.Select(m => m.UserId).ToListAsync(ct))
        {
            sessions.Forget(member);
        }

        AccountsLog.RestaurantChanged(logger, restaurantId);
        return restaurant;
    }

    private static object Settings(Restaurant r) =>
        new { r.Name, r.Address, r.Phone, r.TimeZone, r.Currency, r.Locale, r.StaffSeeBothDepartments, r.StaffSeeCosts, r.ViewersSeeCosts };
}
