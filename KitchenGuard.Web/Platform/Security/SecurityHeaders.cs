using Microsoft.AspNetCore.StaticAssets;

namespace KitchenGuard.Web.Platform;

/// <summary>The headers every answer carries.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style, no eval, nothing from elsewhere, no nonce.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
        "form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Of files that people take away: whatever an upload holds, no browser runs it in our name.</summary>
    public const string AttachmentPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>A year, for the subdomains too.</summary>
    public const string StrictTransport = "max-age=31536000; includeSubDomains";

    // Hangfire's dashboard and Scalar ship inline script and style. They are for operators and developers, and have no user content
    // but job arguments, which are ids.
    private const string ToolPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Adds the headers to every answer, errors, files and refusals included; first of all.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        var isDevelopment = app.Environment.IsDevelopment();
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() => Write(context, isDevelopment));
            return next(context);
        });
    }

    private static Task Write(HttpContext http, bool isDevelopment)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(http);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // RFC 6797 forbids it on plain http, where nobody may believe it.
        if (!isDevelopment && http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = StrictTransport;
        }

        var isFile = http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (http.User.Identity is { IsAuthenticated: true } && !isFile && !headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    private static string PolicyOf(HttpContext http) =>
        http.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ? AttachmentPolicy
        : http.Request.Path.StartsWithSegments("/operations/jobs") || http.Request.Path.StartsWithSegments("/scalar") ? ToolPolicy
        : Policy;
}
