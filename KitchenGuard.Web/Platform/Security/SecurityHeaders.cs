namespace KitchenGuard.Web.Platform;

/// <summary>The headers every answer carries.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style, no eval, nothing from elsewhere, no nonce.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
        "form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    // Hangfire's dashboard and Scalar ship inline script and style. They are for operators and developers, and have no user content
    // but job arguments, which are ids.
    private const string ToolPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Adds the headers to every answer, errors included; after the exception handler.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            var isTool = http.Request.Path.StartsWithSegments("/operations/jobs") || http.Request.Path.StartsWithSegments("/scalar");
            headers.ContentSecurityPolicy = isTool ? ToolPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (http.User.Identity is { IsAuthenticated: true } && headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
