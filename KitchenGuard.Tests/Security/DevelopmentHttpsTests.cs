using System.Net.Security;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Security;

/// <summary>Development that also listens for phones.</summary>
public sealed class PhoneServer(PostgresServer server) : KitchenGuardServer(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("Https", "https://127.0.0.1:0");
    }
}

/// <summary>A certificate for phones, made by Development itself.</summary>
public sealed class DevelopmentHttpsTests(PhoneServer app) : IClassFixture<PhoneServer>
{
    [Fact]
    public async Task Development_listens_on_https_beside_http_when_told_to()
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Assert.Equal(["http", "https"], addresses.Select(a => new Uri(a).Scheme).Order());
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
                certificate!.MatchesHostname("localhost") && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None,
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(addresses.Single(a => a.StartsWith("https:", StringComparison.Ordinal))) };
        using var answer = await client.GetAsync(new Uri("/login", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("", HeaderTests.Header(answer, "Strict-Transport-Security"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie));
    }

    [Fact]
    public void The_certificate_is_kept_while_it_holds()
    {
        using var folder = new TemporaryFolder();
        using var first = DevelopmentHttps.ReadOrMake(folder.Path);
        using var second = DevelopmentHttps.ReadOrMake(folder.Path);
        Assert.Equal(first.Thumbprint, second.Thumbprint);
        Assert.True(second.HasPrivateKey && second.MatchesHostname("localhost") && second.MatchesHostname("127.0.0.1"));
        Assert.Equal(first.ExportCertificatePem(), File.ReadAllText(Path.Combine(folder.Path, "https.crt")));
    }
}
