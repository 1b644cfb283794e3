using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Security;

/// <summary>The application as it is in Production, asked over https; <c>/throws</c> fails unexpectedly.</summary>
public class ProductionApp(PostgresServer server) : TwoRestaurantsApp(server)
{
    /// <summary>What no answer may say.</summary>
    public const string Detail = "a detail of the inside";

    /// <summary>The proxies that this installation stands behind.</summary>
    public const string Proxies = "10.0.0.7, 10.1.0.0/16";

    /// <inheritdoc />
    protected override Uri ClientAddress => new("https://localhost");

    /// <summary>One request as a server sees it, from wherever it comes.</summary>
    public Task<HttpContext> AskAsync(string url, string? from, params (string Name, string Value)[] headers) => Factory.Server.SendAsync(context =>
    {
        var uri = new Uri(url);
        (context.Request.Method, context.Request.Scheme, context.Request.Path) = ("GET", uri.Scheme, uri.AbsolutePath);
        (context.Request.Host, context.Request.QueryString) = (new HostString(uri.Authority), new QueryString(uri.Query));
        context.Connection.RemoteIpAddress = from is null ? null : System.Net.IPAddress.Parse(from);
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }
    });

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseEnvironment("Production").UseSetting("DataProtection:AllowUnencrypted", "true").UseSetting("Proxy:Known", Proxies);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Throwing>());
    }

    private sealed class Throwing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map("/throws", branch => branch.Run(_ => throw new InvalidOperationException(Detail)));
        };
    }
}
