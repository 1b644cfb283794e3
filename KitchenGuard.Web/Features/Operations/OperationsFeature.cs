using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Operations.Log;
using KitchenGuard.Web.Features.Operations.Reading;
using KitchenGuard.Web.Features.Operations.Restaurants;
using KitchenGuard.Web.Features.Operations.Users;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>What the people who run the installation see and do.</summary>
public static class OperationsFeature
{
    /// <summary>Registers it.</summary>
    /// <exception cref="StartupException">There are operators, and nothing that they could read with.</exception>
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        var isGiven = !string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("KitchenGuard"));
        if (isGiven && !new OperatorList(builder.Configuration).IsEmpty && string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("KitchenGuardOperator")))
        {
            throw new StartupException(
                "ConnectionStrings:KitchenGuardOperator is missing, and Operators names somebody: set ConnectionStrings__KitchenGuardOperator to the PostgreSQL connection string of the role kg_operator.");
        }

        builder.Services.AddOperatorContext<OperatorDbContext>().AddScoped<OperatorLog>()
            .AddScoped<UserList>().AddScoped<UserFiles>().AddScoped<RestaurantList>().AddScoped<RestaurantFiles>().AddScoped<LogList>()
            .AddScoped<Intervention>().AddScoped<LockUser>().AddScoped<UnlockUser>().AddScoped<ForceReset>().AddScoped<EndUserSessions>()
            .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Operations", Platform.Jobs.Operations.Policy));
    }
}
