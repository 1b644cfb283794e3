using Microsoft.AspNetCore.Http;

namespace KitchenGuard.Tests.Security;

/// <summary>Production answers over TLS, under its own names, and believes the proxies it was told of.</summary>
public sealed class TransportTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private const string Caller = "203.0.113.9";

    [Theory]
    [InlineData("/login", "https://stock.example/login")]
    [InlineData("/login?returnUrl=%2Fkitchen", "https://stock.example/login?returnUrl=%2Fkitchen")]
    [InlineData("//evil.example/x", "https://stock.example//evil.example/x")]
    [InlineData("/css/site.css", "https://stock.example/css/site.css")]
    public async Task A_page_asked_for_over_plain_http_is_sent_to_the_configured_address(string url, string location)
    {
        var answer = await app.AskAsync("http://stock.example" + url, Caller);
        Assert.Equal(StatusCodes.Status307TemporaryRedirect, answer.Response.StatusCode);
        Assert.Equal(location, answer.Response.Headers.Location);
        Assert.Equal(0, answer.Response.Headers.StrictTransportSecurity.Count);
    }

    [Theory]
    [InlineData("POST", "/login")]
    [InlineData("GET", "/api/auth/me")]
    [InlineData("POST", "/api/auth/login")]
    public async Task Anything_else_over_plain_http_is_refused(string method, string path)
    {
        var answer = await app.Factory.Server.SendAsync(context =>
        {
            (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) = (method, "http", new HostString("stock.example"), path);
            context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(Caller);
        }, TestContext.Current.CancellationToken);
        Assert.Equal(StatusCodes.Status400BadRequest, answer.Response.StatusCode);
        Assert.Equal(0, answer.Response.Headers.SetCookie.Count);
    }

    [Theory]
    [InlineData("/health/live", Caller, 200)]
    [InlineData("/health/ready", Caller, 200)]
    [InlineData("/api/health", Caller, 200)]
    [InlineData("/api/auth/me", "127.0.0.1", 401)]
    [InlineData("/login", "127.0.0.1", 307)]
    public async Task Health_may_be_asked_plainly_and_the_API_from_this_machine(string path, string from, int status) =>
        Assert.Equal(status, (await app.AskAsync("http://stock.example" + path, from)).Response.StatusCode);

    [Theory]
    [InlineData("10.0.0.7", "https", 200)]
    [InlineData("10.1.2.3", "https", 200)]
    [InlineData("10.0.0.7", "http", 307)]
    [InlineData("10.0.0.8", "https", 400)]
    [InlineData("127.0.0.1", "https", 400)]
    [InlineData(Caller, "https", 400)]
    public async Task TLS_that_ended_before_counts_when_a_known_proxy_says_so(string from, string scheme, int status)
    {
        var answer = await app.AskAsync("http://stock.example/login", from, ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", Caller));
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Equal(status == 200, answer.Response.Headers.StrictTransportSecurity.Count > 0);
    }

    [Theory]
    [InlineData("10.0.0.7", Caller, Caller)]
    [InlineData("10.0.0.7", "198.51.100.1, 203.0.113.9", Caller)]
    [InlineData("10.0.0.7", "198.51.100.1, 203.0.113.9, 10.1.9.9", Caller)]
    [InlineData(Caller, "198.51.100.1", Caller)]
    [InlineData("127.0.0.1", "198.51.100.1", "127.0.0.1")]
    public async Task Who_calls_is_what_known_proxies_say_and_nobody_else(string from, string forwarded, string caller) =>
        Assert.Equal(caller, (await app.AskAsync("https://stock.example/login", from, ("X-Forwarded-For", forwarded))).Connection.RemoteIpAddress!.ToString());

    [Theory]
    [InlineData("stock.example", 200)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:5080", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("stock.example.evil.example", 400)]
    [InlineData("sub.stock.example", 400)]
    public async Task Answers_to_its_own_names_only(string host, int status) =>
        Assert.Equal(status, (await app.AskAsync($"https://{host}/login", Caller)).Response.StatusCode);

    [Fact]
    public async Task The_forwarded_host_counts_for_nothing()
    {
        var answer = await app.AskAsync("https://stock.example/dashboard", "10.0.0.7", ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", Caller));
        Assert.StartsWith("https://stock.example/login", answer.Response.Headers.Location.ToString());
    }
}
