using Hangfire;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Platform.Jobs;

/// <summary>What only operators see. For anyone else it does not exist.</summary>
public static class Operations
{
    /// <summary>The policy of every operators' endpoint.</summary>
    public const string Policy = "Operator";

    /// <summary>Answers 404 under /operations and /api/operations to everyone who is not an operator; after authentication, before authorization.</summary>
    public static IApplicationBuilder UseOperationsGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isOperations = context.Request.Path.StartsWithSegments("/operations") || context.Request.Path.StartsWithSegments("/api/operations");
        if (isOperations && !context.User.HasClaim(c => c.Type == KitchenGuardClaims.Operator))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>Maps Hangfire's dashboard at /operations/jobs; operators may requeue there.</summary>
    public static void MapOperations(this IEndpointRouteBuilder app) =>
        app.MapHangfireDashboard("/operations/jobs", new DashboardOptions
        {
            // The endpoint's policy decides; Hangfire's own filter would take every request through a local proxy for local.
            Authorization = [],
            DashboardTitle = "KitchenGuard jobs",
            DisplayStorageConnectionString = false,
            AppPath = "/operations",
        }).RequireAuthorization(Policy);
}
