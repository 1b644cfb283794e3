using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Accounts;

public sealed class SignInTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_given_for_the_right_password_and_says_who_it_is()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(600, body.GetProperty("expiresIn").GetInt32());
        client.DefaultRequestHeaders.Authorization = new("Bearer", body.GetProperty("accessToken").GetString());
        var me = await client.GetFromJsonAsync<JsonElement>("/api/auth/me", Ct);
        Assert.Equal(owner.UserId, me.GetProperty("user").GetProperty("id").GetGuid());
        Assert.Equal("owner", me.GetProperty("restaurant").GetProperty("role").GetString());
        Assert.NotEqual(JsonValueKind.Null, me.GetProperty("user").GetProperty("lastLoginAt").ValueKind);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_user_get_the_same_answer()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var wrong = await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = "not this one" }, Ct);
        var unknown = await client.PostAsJsonAsync("/api/auth/login", new { login = "nobody@restaurant.example", password = "not this one" }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(await wrong.Content.ReadAsStringAsync(Ct), await unknown.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task The_sixth_try_in_a_row_is_refused_even_with_the_right_password()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = "wrong" }, Ct);
        }

        var answer = await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task Tries_count_for_the_account_however_its_name_is_written()
    {
        using var client = app.Anonymous();
        const string password = "violet rocket onion";
        var made = await client.PostAsJsonAsync("/api/auth/register", new { email = "kks@restaurant.example", username = "kitchenkeeper", password, fullName = "Kim", restaurant = new { name = "K" } }, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        foreach (var login in new[] { "kks@restaurant.example", "KKS@restaurant.example", "kitchenkeeper", "\u212Aitchenkeeper", " kitchenKeeper " })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/auth/login", new { login, password = "wrong" }, Ct)).StatusCode);
        }

        foreach (var login in new[] { "kks@restaurant.example", "kitchenkeeper", "\u212A\u212As@restaurant.example" })
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, (await client.PostAsJsonAsync("/api/auth/login", new { login, password }, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task Parallel_guesses_cannot_pass_the_limit_together()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = "wrong" }, Ct)));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(15, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task The_login_page_signs_in_and_a_cookie_opens_no_api()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(new Uri("/", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        using var client = app.Api(await app.RegisterAsync());
        var answer = await client.GetAsync(new Uri("/imports", UriKind.Relative), Ct);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.NotFound });
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            Assert.StartsWith("/login", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString());
        }
    }

    [Fact]
    public async Task The_jobs_dashboard_does_not_exist_for_an_owner()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/operations/jobs", UriKind.Relative), Ct)).StatusCode);
    }
}
