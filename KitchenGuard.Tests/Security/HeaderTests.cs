using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Tests.Security;

/// <summary>Every GET of the application, pages and API, with what its owner gets, and what goes wrong: no answer lacks a header.</summary>
public sealed class HeaderTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private static readonly string[] Files = ["/favicon.svg", "/css/site.css", "/js/site.js", "/manifest.webmanifest", "/sw.js", "/offline.html"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_in_Production_carries_them()
    {
        var (seen, policies) = (new List<HttpStatusCode>(), new HashSet<string>());
        foreach (var (what, answer) in await CrawlAsync())
        {
            Assert.Equal(SecurityHeaders.StrictTransport, Header(answer, "Strict-Transport-Security"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
            Assert.Contains("microphone=()", Header(answer, "Permissions-Policy"));
            var policy = Header(answer, "Content-Security-Policy");
            Assert.True(policy.StartsWith("default-src 'none'; ", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal), what);
            Assert.True(!policy.Contains("unsafe", StringComparison.Ordinal) || what.Contains("/scalar", StringComparison.Ordinal), $"{what}: {policy}");
            Assert.Equal("", Header(answer, "Server") + Header(answer, "X-Powered-By") + Header(answer, "Access-Control-Allow-Origin"));
            Assert.True(answer.Content.Headers.ContentType is null or { CharSet: "utf-8" } || !IsText(answer.Content.Headers.ContentType.MediaType!, what), $"{what}: {answer.Content.Headers.ContentType}");
            seen.Add(answer.StatusCode);
            policies.Add(policy);
        }

        HttpStatusCode[] kinds =
        [
            HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden,
            HttpStatusCode.NotFound, HttpStatusCode.InternalServerError,
        ];
        Assert.Empty(kinds.Except(seen));
        Assert.True(seen.Count > 80, $"Only {seen.Count} answers.");
        // Scalar's, the tool for developers, is the one that is not strict. That scripts of our own origin "can be problematic" is all that is said of the others.
        var findings = await CspEvaluator.EvaluateAsync([.. policies.Where(policy => !policy.Contains("unsafe", StringComparison.Ordinal))]);
        Assert.True(findings.Count >= 2, "There is a policy for pages and one for attachments.");
        Assert.All(findings.SelectMany(found => found), finding => Assert.StartsWith("MEDIUM_MAYBE script-src: 'self'", finding));
    }

    [Fact]
    public async Task What_somebody_signed_in_sees_is_kept_by_no_browser_but_files_are()
    {
        var (pages, files) = (0, 0);
        foreach (var (what, answer) in (await CrawlAsync()).Where(a => a.What.StartsWith("owner", StringComparison.Ordinal)))
        {
            var isFile = Files.Any(file => what.EndsWith(file, StringComparison.Ordinal));
            Assert.True(isFile != Header(answer, "Cache-Control").Contains("no-store", StringComparison.Ordinal), $"{what}: {Header(answer, "Cache-Control")}");
            (pages, files) = (pages + (isFile ? 0 : 1), files + (isFile ? 1 : 0));
        }

        Assert.True(pages > 50 && files == Files.Length, $"{pages} pages and {files} files.");
    }

    [Fact]
    public async Task What_is_no_page_and_no_answer_to_a_script_is_taken_away_as_a_file_that_nothing_runs_in()
    {
        var attachments = 0;
        foreach (var (what, answer) in (await CrawlAsync()).Where(a => a.Answer.StatusCode == HttpStatusCode.OK && !Files.Any(file => a.What.EndsWith(file, StringComparison.Ordinal))))
        {
            var type = answer.Content.Headers.ContentType?.MediaType;
            var isAttachment = answer.Content.Headers.ContentDisposition?.DispositionType == "attachment";
            if (type is "text/html" or "application/json" || what.Contains("/scalar", StringComparison.Ordinal) || what.Contains("/health", StringComparison.Ordinal))
            {
                Assert.False(isAttachment, what);
                continue;
            }

            Assert.True(isAttachment, $"{what} answers {type} in place.");
            Assert.Equal(SecurityHeaders.AttachmentPolicy, Header(answer, "Content-Security-Policy"));
            attachments++;
        }

        Assert.True(attachments >= 7, $"Only {attachments} attachments.");
    }

    [Fact]
    public async Task An_unexpected_failure_says_nothing_of_the_inside()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        using var answer = await client.GetAsync(new Uri("/throws", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("<h1", body);
        Assert.DoesNotContain(ProductionApp.Detail, body);
        Assert.DoesNotContain("InvalidOperationException", body);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task No_origin_is_let_in(string origin)
    {
        using var client = app.Api(await app.RegisterAsync());
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            using var request = new HttpRequestMessage(method, "/api/auth/me") { Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "GET" } } };
            using var answer = await client.SendAsync(request, Ct);
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Signing_out_empties_the_browser()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        using var answer = await KitchenGuardApp.PostFormAsync(client, "/logout", [], "/dashboard");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", Header(answer, "Clear-Site-Data"));
    }

    // JSON is UTF-8 without saying so; our own files say it inside; health is a word of ASCII.
    private static bool IsText(string type, string what) => type.StartsWith("text/", StringComparison.Ordinal) && !what.Contains("/scalar", StringComparison.Ordinal) && !what.Contains("/health", StringComparison.Ordinal) && !Files.Any(file => what.EndsWith(file, StringComparison.Ordinal));

    private async Task<List<(string What, HttpResponseMessage Answer)>> CrawlAsync()
    {
        var answers = new List<(string, HttpResponseMessage)>();
        var (owner, its) = await app.ArrangeAsync($"headers{Guid.CreateVersion7():N}");
        using var anonymous = app.Anonymous();
        using var pages = await app.PagesAsync(owner);
        using var api = app.Api(owner);
        async Task AskAsync(string who, HttpClient client, HttpRequestMessage request) =>
            answers.Add(($"{who} {request.Method} {request.RequestUri}", await client.SendAsync(request, Ct)));

        foreach (var route in KnownRoutes.All.Where(r => r.IsGet))
        {
            await AskAsync("owner", route.IsApi ? api : pages, route.Call(its));
            await AskAsync("owner", route.IsApi ? api : pages, route.Call(Belongings.Unknown));
            await AskAsync("nobody", anonymous, route.Call(its));
        }

        foreach (var url in KnownRoutes.Anonymous.Where(r => r.StartsWith("GET ", StringComparison.Ordinal) && !r.Contains('{', StringComparison.Ordinal) && r != "GET /dev/mail"))
        {
            await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Get, url[4..]));
        }

        foreach (var url in Files)
        {
            await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Get, url));
            await AskAsync("owner", pages, new HttpRequestMessage(HttpMethod.Get, url));
        }

        foreach (var url in new[] { "/nothing-there", "/api/nothing-there", "/throws", "/css/nothing.css" })
        {
            await AskAsync("owner", url.StartsWith("/api", StringComparison.Ordinal) ? api : pages, new HttpRequestMessage(HttpMethod.Get, url));
        }

        await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Post, "/login") { Content = new FormUrlEncodedContent([]) });
        await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = JsonContent.Create("nonsense") });
        await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"));
        await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Get, "/scalar/"));
        await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Get, "/health/live"));
        await AskAsync("nobody", anonymous, new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { { "Sec-Fetch-Site", "cross-site" } } });
        return answers;
    }

    internal static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}

/// <summary>Development has no TLS to insist on.</summary>
public sealed class DevelopmentHeaderTests(KitchenGuardServer app) : IClassFixture<KitchenGuardServer>
{
    [Fact]
    public async Task Development_has_all_but_the_insistence_on_TLS_and_no_server_says_its_name()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        foreach (var url in new[] { "/login", "/css/site.css", "/nothing-there", "/api/auth/me" })
        {
            using var answer = await client.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(SecurityHeaders.Policy, HeaderTests.Header(answer, "Content-Security-Policy"));
            Assert.Equal("nosniff", HeaderTests.Header(answer, "X-Content-Type-Options"));
            Assert.Equal("", HeaderTests.Header(answer, "Strict-Transport-Security"));
            Assert.Equal("", HeaderTests.Header(answer, "Server"));
        }
    }
}
