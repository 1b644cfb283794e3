using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>/api/restaurant: the one that the token acts for.</summary>
public static class RestaurantApi
{
    /// <summary>Maps its settings.</summary>
    public static void MapRestaurantApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/restaurant", "Restaurant").RequireAuthorization(Rights.Managing);
        api.MapGet("", GetAsync).WithName("GetRestaurant").WithSummary("The restaurant and what it opens to its members.");
        api.MapPut("", PutAsync).WithName("ChangeRestaurant").WithSummary("Set them all. Another currency converts nothing and wants confirmCurrency.");
        api.MapPut("/second-factor", RequireAsync).WithName("RequireSecondFactor").WithSummary("Say whether nobody gets in without a second factor.")
            .RequireAuthorization(Rights.Owning).RequireProof();
    }

    private static async Task<Ok<RestaurantDetailsAnswer>> GetAsync(KitchenGuardDbContext db, CurrentUser user, CancellationToken ct)
    {
        var id = user.RestaurantId;
        return TypedResults.Ok(RestaurantDetailsAnswer.From(await db.Restaurants.AsNoTracking().SingleAsync(r => r.Id == id, ct)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RequireAsync(RequireSecondFactorInput input, RequireSecondFactor require, CancellationToken ct) =>
        (await require.RunAsync(input.Required, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<RestaurantDetailsAnswer>, ProblemHttpResult>> PutAsync(SettingsInput input, ChangeRestaurant change, CancellationToken ct)
    {
        var changed = await change.RunAsync(input, ct);
        return changed.Error is { } error ? error.ToProblem() : TypedResults.Ok(RestaurantDetailsAnswer.From(changed.Value));
    }
}

/// <summary>A restaurant as its owners and managers set it, and when it is to be deleted.</summary>
public sealed record RestaurantDetailsAnswer(
    Guid Id, string Name, string? Address, string? Phone, string TimeZone, string Currency, string Locale,
    bool StaffSeeBothDepartments, bool StaffSeeCosts, bool ViewersSeeCosts, bool RequiresSecondFactor, DateTimeOffset? DeleteAfter)
{
    internal static RestaurantDetailsAnswer From(Restaurant restaurant) => new(
        restaurant.Id, restaurant.Name, restaurant.Address, restaurant.Phone, restaurant.TimeZone, restaurant.Currency, restaurant.Locale,
        restaurant.StaffSeeBothDepartments, restaurant.StaffSeeCosts, restaurant.ViewersSeeCosts, restaurant.RequiresSecondFactor, restaurant.DeleteAfter);
}
