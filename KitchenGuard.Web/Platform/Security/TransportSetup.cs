using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace KitchenGuard.Web.Platform;

/// <summary>How requests get here: over TLS, by the names of this installation, through known proxies only.</summary>
public static partial class TransportSetup
{
    /// <summary>Reads <c>Proxy:Known</c>, <c>App:BaseUrl</c> and <c>AllowedHosts</c>.</summary>
    /// <exception cref="StartupException">They are not what they should be.</exception>
    public static void AddTransport(this WebApplicationBuilder builder)
    {
        var (configuration, environment) = (builder.Configuration, builder.Environment);
        var known = ReadKnownProxies(configuration["Proxy:Known"]);
        var address = ReadAddress(configuration["App:BaseUrl"], environment);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            known.ForEach(forwarded.KnownIPNetworks.Add);
            // As far back as the proxies are known; the first that is not is the caller.
            forwarded.ForwardLimit = null;
        });
        if (address is not null && !environment.IsDevelopment() && string.IsNullOrWhiteSpace(configuration["AllowedHosts"]))
        {
            builder.Services.PostConfigure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [address.Host, "localhost", "127.0.0.1", "[::1]"]);
        }

        builder.Services.PostConfigure<HostFilteringOptions>(hosts => hosts.IncludeFailureMessage = false);
        builder.AddDevelopmentHttps();
    }

    /// <summary>
    /// Believes known proxies, and outside Development answers over TLS only: a page asked for over plain http is sent to <c>App:BaseUrl</c>,
    /// anything else refused. Health may be asked plainly, and the API from this very machine.
    /// </summary>
    public static IApplicationBuilder UseTransport(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (app.Environment.IsDevelopment())
        {
            return app;
        }

        var (baseUrl, logger) = (app.Configuration["App:BaseUrl"]?.Trim().TrimEnd('/'), app.Logger);
        return app.Use((context, next) => context.Request.IsHttps || MayBePlain(context) ? next(context) : AnswerPlainAsync(context, baseUrl, logger));
    }

    private static bool MayBePlain(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.Request.Path.StartsWithSegments("/api/health")
        || (context.Request.Path.StartsWithSegments("/api") && context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller));

    private static Task AnswerPlainAsync(HttpContext context, string? baseUrl, ILogger logger)
    {
        var (request, response) = (context.Request, context.Response);
        // A proxy that ends TLS and is not known: sent to https it would come back the same way, for ever.
        var isForwarded = request.Headers.ContainsKey("X-Forwarded-Proto");
        if (isForwarded)
        {
            UnknownProxy(logger, context.Connection.RemoteIpAddress);
        }

        var isPage = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/api");
        if (isPage && !isForwarded && !string.IsNullOrEmpty(baseUrl))
        {
            response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            response.Headers.Location = baseUrl + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
            return Task.CompletedTask;
        }

        return TypedResults.Problem("KitchenGuard answers over https only.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
    }

    private static List<System.Net.IPNetwork> ReadKnownProxies(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one =>
            System.Net.IPNetwork.TryParse(one, out var network) ? network
            : IPAddress.TryParse(one, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new StartupException("Proxy:Known is not a list: set Proxy__Known to the addresses or networks of the proxies, by comma, such as 10.0.0.7, 10.1.0.0/16."))];

    private static Uri? ReadAddress(string? text, IHostEnvironment environment) =>
        !Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) ? null
        : address.Scheme == Uri.UriSchemeHttps || environment.IsDevelopment() ? address
        : throw new StartupException("App:BaseUrl begins with https: outside Development, since KitchenGuard answers over https only.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request over plain http with X-Forwarded-Proto from {Address}, which Proxy:Known does not name")]
    private static partial void UnknownProxy(ILogger logger, IPAddress? address);
}
