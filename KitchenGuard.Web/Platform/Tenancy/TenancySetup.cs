using System.Security.Claims;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Platform;

/// <summary>Takes the restaurant from the signed-in identity and enters it.</summary>
public static class TenancySetup
{
    /// <summary>Registers <see cref="CurrentUser"/>.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services) =>
        services.AddHttpContextAccessor().AddScoped<CurrentUser>();

    /// <summary>Enters the restaurant of the identity; after authentication.</summary>
    public static IApplicationBuilder UseTenant(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Guid.TryParse(context.User.FindFirstValue(KitchenGuardClaims.RestaurantId), out var restaurantId))
        {
            context.RequestServices.GetRequiredService<Tenant>().Enter(restaurantId);
        }

        return next(context);
    });
}
