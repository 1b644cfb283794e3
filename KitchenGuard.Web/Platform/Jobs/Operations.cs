using Hangfire;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Platform.Jobs;

/// <summary>What only operators see. For anyone else it does not exist.</summary>
public static class Operations
{
    /// <summary>The policy of every operators' endpoint.</summary>
    public const string Policy = "Operator";

    /// <summary>What an operator without a second factor hears.</summary>
    private static readonly ForbiddenError FactorMissing =
        new("second_factor_missing", "Operators sign in with a second factor. Set one up with a browser, then sign in again.");

    /// <summary>
    /// Answers 404 under /operations and /api/operations to everyone who is not an operator, and leads an operator who has shown no second factor in this
    /// session to where that is done; after authentication, before authorization.
    /// </summary>
    public static IApplicationBuilder UseOperationsGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isApi = context.Request.Path.StartsWithSegments("/api/operations");
        if (!isApi && !context.Request.Path.StartsWithSegments("/operations"))
        {
            return next(context);
        }

        if (!context.User.HasClaim(c => c.Type == KitchenGuardClaims.Operator))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!context.User.HasClaim(c => c.Type == KitchenGuardClaims.SecondFactor))
        {
            if (isApi)
            {
                return FactorMissing.ToProblem().ExecuteAsync(context);
            }

            context.Response.Redirect("/account/second-factor" + QueryString.Create("returnUrl", context.Request.Path));
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
