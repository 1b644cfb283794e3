using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace KitchenGuard.Web.Platform;

/// <summary>Logs to standard output: readable in Development, one compact JSON object a line elsewhere.</summary>
public static class ObservabilitySetup
{
    /// <summary>Replaces the host's logging by Serilog. Ids only: no bodies, query strings, names, addresses or tokens.</summary>
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((services, logger) =>
        {
            var level = builder.Configuration.GetValue("Serilog:ConsoleLevel", LogEventLevel.Verbose);
            logger.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                .ReadFrom.Configuration(builder.Configuration)
                .ReadFrom.Services(services)
                .Enrich.FromLogContext();
            if (builder.Environment.IsDevelopment())
            {
                logger.WriteTo.Console(
                    level,
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                    formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                logger.WriteTo.Console(new RenderedCompactJsonFormatter(), level);
            }
        });
    }

    /// <summary>One line a request: method, path without query, status, time, user and restaurant as ids.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : IsQuiet(context.Request.Path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
        options.EnrichDiagnosticContext = (diagnostics, context) =>
        {
            if (context.User.FindFirst(Tenancy.KitchenGuardClaims.RestaurantId) is { } restaurant)
            {
                diagnostics.Set("RestaurantId", restaurant.Value);
            }
        };
    });

    private static bool IsQuiet(PathString path) =>
        path.StartsWithSegments("/health") || path.StartsWithSegments("/api/health") || path.StartsWithSegments("/lib") ||
        path.StartsWithSegments("/css") || path.StartsWithSegments("/js") || path.StartsWithSegments("/operations/jobs");
}
