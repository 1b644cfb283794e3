using Microsoft.AspNetCore.Diagnostics;

namespace KitchenGuard.Web.Platform;

/// <summary>What a browser says of where a request comes from (Sec-Fetch-…), which no script can forge.</summary>
public static class FetchMetadata
{
    /// <summary>
    /// Refuses with 403 what another site or subdomain makes a browser ask, but for following a link here. What says nothing is no browser of
    /// today and is let through: antiforgery holds for it as for all. The API takes no cookie, so nobody's browser opens it.
    /// </summary>
    public static IApplicationBuilder UseFetchMetadata(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The error page answers to the request that was refused.
        if (MayCome(context.Request) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool MayCome(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        || request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/health")
        || (HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"].ToString() is "document" or "empty");
}
