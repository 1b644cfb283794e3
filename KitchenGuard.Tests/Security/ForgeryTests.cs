using System.Net;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Tests.Security;

/// <summary>No form of ours can be sent from elsewhere, and nobody is led away by one.</summary>
public sealed partial class ForgeryTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Every_post_of_a_page_needs_its_token(bool isSignedIn, bool isHtmx)
    {
        using var client = isSignedIn ? await app.PagesAsync(await app.RegisterAsync()) : app.Anonymous();
        var asked = 0;
        foreach (var route in (await RouteTable.ReadAsync(app.Services)).Where(IsUnsafePage))
        {
            var isOpen = route.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
            using var request = new HttpRequestMessage(HttpMethod.Post, Fill(route.Name[5..])) { Content = new FormUrlEncodedContent([]) };
            if (isHtmx)
            {
                request.Headers.Add("HX-Request", "true");
                request.Headers.Add("HX-Request-Type", "partial");
            }

            using var answer = await client.SendAsync(request, Ct);
            var expected = route.Name.StartsWith("POST /operations", StringComparison.Ordinal) ? HttpStatusCode.NotFound
                : isSignedIn || isOpen ? HttpStatusCode.BadRequest : isHtmx ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect;
            Assert.True(expected == answer.StatusCode, $"{route.Name} answered {(int)answer.StatusCode}.");
            asked++;
        }

        Assert.True(asked > 40, $"Only {asked} handlers were asked.");
    }

    [Fact]
    public async Task Operators_posts_need_theirs()
    {
        using var client = await app.PagesAsync(await app.OperatorAsync());
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Reason", "Sent from elsewhere.")]);
        using var answer = await client.PostAsync(new Uri($"/operations/users/{Guid.CreateVersion7()}/lock", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("HTTPS://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("~//evil.example")]
    [InlineData("evil.example")]
    [InlineData("@evil.example")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var url = "/login?returnUrl=" + Uri.EscapeDataString(returnUrl);
        using var signedIn = await KitchenGuardApp.PostFormAsync(client, url, new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard"), (signedIn.StatusCode, signedIn.Headers.Location!.OriginalString));
        using var again = await client.GetAsync(new Uri(url, UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard"), (again.StatusCode, again.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("/kitchen?q=salt")]
    [InlineData("/%2Fevil.example")]
    public async Task Signing_in_leads_back_to_where_one_was(string returnUrl)
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        using var signedIn = await KitchenGuardApp.PostFormAsync(
            client, "/login?returnUrl=" + Uri.EscapeDataString(returnUrl), new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        Assert.Equal(returnUrl, signedIn.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/kitchen", "/login?returnUrl=%2Fkitchen")]
    [InlineData("https://evil.example//evil.example", "/login?returnUrl=%2F%2Fevil.example")]
    [InlineData("nonsense", "/login?returnUrl=%2F")]
    public async Task A_fragment_without_a_session_leads_to_the_login_page_of_this_host(string current, string location)
    {
        using var client = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kitchen") { Headers = { { "HX-Request", "true" }, { "HX-Current-URL", current } } };
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(location, HeaderTests.Header(answer, "HX-Redirect"));
    }

    // The error page answers to posts that failed, which may be for want of a token.
    private static bool IsUnsafePage(Route route) =>
        route.Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && route.Name.StartsWith("POST ", StringComparison.Ordinal) && route.Name != "POST /error";

    private static string Fill(string template) => Parameter().Replace(
        template, m => m.Groups[1].Value switch { "department" => "kitchen", "line" => "1", _ => Guid.CreateVersion7().ToString() });

    [GeneratedRegex(@"\{\**(\w+)[^/]*?\}(?=/|$|\?|\.)")]
    private static partial Regex Parameter();
}
