using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KitchenGuard.Web.Platform.Security;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace KitchenGuard.Web.Platform;

/// <summary>Razor Pages under Features, in the restaurant's locale.</summary>
public static class PagesSetup
{
    /// <summary>Registers pages, antiforgery and texts.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Names have accents and other scripts; sent as they are, not as entities.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<AntiforgeryOptions>()
            .Configure<IHostEnvironment>((antiforgery, environment) => antiforgery.Cookie.Harden(environment, "kg-af", SameSiteMode.Strict));
        services.AddOptions<CookieTempDataProviderOptions>()
            .Configure<IHostEnvironment>((tempData, environment) => tempData.Cookie.Harden(environment, "kg-toast"));
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, RestaurantForms>();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            .AddMvcOptions(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new Forms.DecimalBinderProvider());
                mvc.Filters.Add(new RequestBodyFilter());
                mvc.Filters.Add(new KnownHandlerFilter());
            })
            .AddDataAnnotationsLocalization(texts => texts.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)));
        return services;
    }

    /// <summary>Shows numbers and dates in the restaurant's locale; texts stay English until resource files come. After authentication.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var locale = context.User.FindFirstValue(KitchenGuardClaims.Locale);
        if (locale is not null && !context.Request.Path.StartsWithSegments("/api"))
        {
            CultureInfo.CurrentCulture = CultureOf(locale);
        }

        return next(context);
    });

    /// <summary>Answers of failed requests, expected or not: a page for people, problem details for /api.</summary>
    public static IApplicationBuilder UseFailures(this IApplicationBuilder app) => app
        .UseWhen(IsApi, api => api.UseExceptionHandler(ApiSetup.Faults(null)).UseStatusCodePages())
        .UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler(ApiSetup.Faults("/error")).UseStatusCodePagesWithReExecute("/error", "?status={0}"));

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>The culture of a restaurant's locale; English where the machine does not know it.</summary>
    public static CultureInfo CultureOf(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en-GB");
        }
    }
}
