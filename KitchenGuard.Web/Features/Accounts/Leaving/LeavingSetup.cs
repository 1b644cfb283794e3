using KitchenGuard.Web.Features.Accounts.Exporting;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Leaving: deletion of restaurants and accounts, and all data to take along.</summary>
public static class LeavingSetup
{
    /// <summary>The one page for whoever is about to leave.</summary>
    internal const string KeepPage = "/account/leaving";

    internal static void AddLeaving(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<LeavingMails>().AddScoped<ExportRestaurant>()
            .AddScoped<CloseRestaurant>().AddScoped<ReopenRestaurant>().AddScoped<EraseRestaurant>().AddScoped<RemindOwners>()
            .AddScoped<CloseAccount>().AddScoped<KeepAccount>().AddScoped<EraseAccount>().AddSingleton<SweepLeaving>().AddScoped<SweepAccounts>();
        if (builder.Configuration.GetValue("Jobs:Workers", 3) > 0)
        {
            builder.Services.AddHostedService<AccountsSweeper>();
        }
    }

    /// <summary>Leads whoever is about to leave from every other page to the one where they can stay; after authentication.</summary>
    public static IApplicationBuilder UseLeavingGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.HasClaim(claim => claim.Type == KitchenGuardClaims.Leaving)
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            && page.ViewEnginePath is not ("/Accounts/Leaving/Keep" or "/Accounts/Logout" or "/Errors/Index"))
        {
            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                context.Response.Headers["HX-Redirect"] = KeepPage;
            }
            else
            {
                context.Response.Redirect(KeepPage);
            }

            return Task.CompletedTask;
        }

        return next(context);
    });
}
