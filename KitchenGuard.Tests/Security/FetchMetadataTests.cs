using System.Net;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Security;

/// <summary>What a browser says of where a request comes from.</summary>
public sealed class FetchMetadataTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, null, 200)]
    [InlineData("same-origin", "cors", "empty", 200)]
    [InlineData("same-origin", "navigate", "document", 200)]
    [InlineData("none", "navigate", "document", 200)]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("same-site", "navigate", "document", 200)]
    [InlineData("cross-site", "cors", "empty", 403)]
    [InlineData("same-site", "cors", "empty", 403)]
    [InlineData("cross-site", "no-cors", "image", 403)]
    [InlineData("cross-site", "navigate", "iframe", 403)]
    [InlineData("cross-site", "navigate", "object", 403)]
    [InlineData("whatever", "cors", "empty", 403)]
    public async Task Another_site_may_lead_here_and_no_more(string? site, string? mode, string? dest, int status)
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kitchen");
        Say(request, site, mode, dest);
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData(null, 302)]
    [InlineData("same-origin", 302)]
    [InlineData("same-site", 403)]
    [InlineData("cross-site", 403)]
    public async Task No_other_site_posts_a_form_even_with_its_token(string? site, int status)
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        var page = await client.GetStringAsync(new Uri("/kitchen/new", UriKind.Relative), Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kitchen/new")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value,
                ["Input.Name"] = "Salt", ["Input.Unit"] = "kg",
            }),
        };
        Say(request, site, "navigate", "document");
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 302, (await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct)).Contains("Salt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_API_is_opened_by_no_cookie_and_asks_for_none_of_it()
    {
        using var client = app.Api(await app.RegisterAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me");
        Say(request, "cross-site", "cors", "empty");
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", HeaderTests.Header(answer, "Access-Control-Allow-Origin"));
    }

    private static void Say(HttpRequestMessage request, string? site, string? mode, string? dest)
    {
        foreach (var (name, value) in new[] { ("Site", site), ("Mode", mode), ("Dest", dest) }.Where(h => site is not null && h.Item2 is not null))
        {
            request.Headers.Add("Sec-Fetch-" + name, value);
        }
    }
}
