using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Accounts;

/// <summary>A script's session: tokens that follow each other, and their end.</summary>
public sealed class RefreshTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refresh_token_works_once_and_a_second_use_ends_the_session()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var signedIn = await LoginAsync(client, owner);
        var renewed = await RefreshAsync(client, signedIn.GetProperty("refreshToken").GetString());
        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        Assert.Contains("no-store", renewed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var next = await renewed.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(HttpStatusCode.OK, await MeAsync(client, next));

        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(client, signedIn.GetProperty("refreshToken").GetString())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(client, next));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(client, next.GetProperty("refreshToken").GetString())).StatusCode);
    }

    [Fact]
    public async Task Of_twenty_uses_of_a_refresh_token_at_once_at_most_one_wins_and_the_session_ends()
    {
        using var client = app.Anonymous();
        var token = (await LoginAsync(client, await app.RegisterAsync())).GetProperty("refreshToken").GetString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefreshAsync(client, token)));
        // Whoever comes second ends the session, perhaps before the first has its answer.
        var won = answers.Where(a => a.StatusCode == HttpStatusCode.OK).ToList();
        Assert.True(won.Count <= 1, $"{won.Count} won.");
        Assert.All(answers.Except(won), a => Assert.Equal(HttpStatusCode.Unauthorized, a.StatusCode));
        foreach (var winner in won)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(client, await winner.Content.ReadFromJsonAsync<JsonElement>(Ct)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_refresh_token_gets_none(string? token)
    {
        using var client = app.Anonymous();
        Assert.True((await RefreshAsync(client, token)).StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Logging_a_script_out_ends_its_access_and_refresh_tokens()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var tokens = await LoginAsync(client, owner);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(request, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(client, tokens));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(client, tokens.GetProperty("refreshToken").GetString())).StatusCode);
    }

    [Fact]
    public async Task A_script_sees_its_sessions_and_ends_them()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var (first, second) = (await LoginAsync(client, owner), await LoginAsync(client, owner));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", first.GetProperty("accessToken").GetString());
        var sessions = await client.GetFromJsonAsync<JsonElement>("/api/auth/sessions", Ct);
        Assert.Equal(3, sessions.GetArrayLength());
        Assert.True(sessions[0].GetProperty("isThis").GetBoolean());
        Assert.Equal("api", sessions[0].GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(new Uri("/api/auth/sessions", UriKind.Relative), Ct)).StatusCode);
        client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.OK, await MeAsync(client, first));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(client, second));
    }

    private static async Task<JsonElement> LoginAsync(HttpClient client, Owner owner)
    {
        var answer = await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient client, string? token) => client.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = token }, Ct);

    private static async Task<HttpStatusCode> MeAsync(HttpClient client, JsonElement tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        return (await client.SendAsync(request, Ct)).StatusCode;
    }
}
