using KitchenGuard.Tests.Browser;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Security;

/// <summary>The application with a page that nobody should have built.</summary>
public sealed class FaultyPageApp(PostgresServer server) : KitchenGuardServer(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, FaultyPage>());
    }

    private sealed class FaultyPage : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/faulty", branch => branch.Run(context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy;
                var script = context.Request.Query.ContainsKey("script") ? "<script>document.title = 'ran'</script>" : "";
                return context.Response.WriteAsync($"<!doctype html><html lang=en><title>Faulty</title><main><h1>Faulty</h1><img src=/favicon.svg></main>{script}</html>");
            }));
            next(app);
        };
    }
}

/// <summary>That what looks for faults in pages finds one.</summary>
public sealed class PlantedFaultTests(FaultyPageApp app, Chromium chromium) : IClassFixture<FaultyPageApp>
{
    [Fact]
    public async Task Axe_finds_the_picture_without_a_text()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        await visit.Page.GotoAsync("/faulty");
        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visit.AssertAccessibleAsync);
        Assert.Contains("image-alt", found.Message);
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_visit_finds_the_script_that_the_policy_stopped()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        await visit.Page.GotoAsync("/faulty?script");
        Assert.Equal("Faulty", await visit.Page.TitleAsync());
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visit.AssertCleanAsync);
    }

    [Fact]
    public async Task The_evaluator_of_policies_finds_the_unsafe_one()
    {
        var found = Assert.Single(await CspEvaluator.EvaluateAsync(SecurityHeaders.Policy.Replace("script-src 'self'", "script-src 'self' 'unsafe-inline'", StringComparison.Ordinal)));
        Assert.Contains(found, finding => finding.StartsWith("HIGH script-src", StringComparison.Ordinal));
    }
}
