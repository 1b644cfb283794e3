using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Accounts;

/// <summary>What Production writes while people sign up and in: what happened, by ids, and nothing about them.</summary>
public sealed partial class LogTests(ProcessApp app) : IClassFixture<ProcessApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Information")]
    [InlineData("Debug")]
    public async Task Nothing_personal_is_logged(string level)
    {
        await app.StartAsync(("Serilog__MinimumLevel__Default", level));
        var id = Guid.CreateVersion7().ToString("N");
        var (email, name, password, wrong) = ($"Log.{id}@secretmail.example", $"Secretname {id}", $"secretpassword {Guid.CreateVersion7():N}", $"wrongpassword {id}");
        var (user, phone, address, place) = ($"secretuser.{id[..20]}", "+353 1 5550199", $"Secretstreet {id}", $"Secretplace {id}");
        using var client = app.Browser();
        var input = new { email, username = user, password, fullName = name, phone, restaurant = new { name = place, address, phone } };

        var registered = await client.PostAsJsonAsync("/api/auth/register", input, Ct);
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        var body = await registered.Content.ReadFromJsonAsync<JsonElement>(Ct);
        var token = body.GetProperty("accessToken").GetString()!;
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsJsonAsync("/api/auth/register", input, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync("/api/auth/register", input with { email = "secretmail.example", username = "" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await LoginAsync(user, password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await LoginAsync(email, password)).StatusCode);
        for (var i = 0; i < 6; i++)
        {
            await LoginAsync(email, wrong);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await LoginAsync(email, password)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync("unknown." + email, wrong)).StatusCode);
        using var broken = new StringContent($"{{\"login\": \"{email}\", \"password\": \"{password}\", nonsense", null, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("/api/auth/login", UriKind.Relative), broken, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsJsonAsync("/api/auth/forgot-password", new { email }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsJsonAsync("/api/auth/forgot-password", new { email = "nobody." + email }, Ct)).StatusCode);
        using (var invite = new HttpRequestMessage(HttpMethod.Post, "/api/invitations") { Content = JsonContent.Create(new { email = "invited." + email, role = "viewer" }) })
        {
            invite.Headers.Authorization = new("Bearer", token);
            Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(invite, Ct)).StatusCode);
        }

        foreach (var page in new[] { "/join", "/reset-password" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"{page}?token={id}", UriKind.Relative), Ct)).StatusCode);
        }

        foreach (var bearer in new[] { token, token[..^3] + "abc" })
        {
            using var me = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me") { Headers = { Authorization = new("Bearer", bearer) } };
            await client.SendAsync(me, Ct);
        }

        await PostPageAsync("/login", new() { ["Input.Login"] = email + ".page", ["Input.Password"] = wrong });
        await PostPageAsync("/register", new()
        {
            ["Input.FullName"] = name, ["Input.Email"] = "page." + email, ["Input.Password"] = password, ["Input.Phone"] = phone, ["Input.UserName"] = user[..30],
        });
        await client.GetAsync(new Uri($"/login?returnUrl=/x?mail={email}", UriKind.Relative), Ct);
        var userId = body.GetProperty("user").GetProperty("id").GetString()!;
        var restaurantId = body.GetProperty("restaurant").GetProperty("id").GetString()!;
        app.Kill(out var output);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Contains(lines, line => line.Contains($"User {userId} signed in", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains($"Restaurant {restaurantId} registered", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("A sign-in failed", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("locked out", StringComparison.Ordinal));
        string[] secrets =
        [
            id, "secretmail", "secretname", "secretpassword", "wrongpassword", "secretuser", "secretstreet", "secretplace", "5550199", token, token.Split('.')[1], token.Split('.')[2],
            new NpgsqlConnectionStringBuilder(app.AppConnectionString).Password!, Convert.ToBase64String(new byte[32]),
        ];
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        Task<HttpResponseMessage> LoginAsync(string login, string with) => client.PostAsJsonAsync("/api/auth/login", new { login, password = with }, Ct);

        async Task PostPageAsync(string url, Dictionary<string, string> fields)
        {
            var page = await client.GetStringAsync(new Uri(url, UriKind.Relative), Ct);
            fields["__RequestVerificationToken"] = Antiforgery().Match(page).Groups[1].Value;
            using var form = new FormUrlEncodedContent(fields);
            using var answer = await client.PostAsync(new Uri(url, UriKind.Relative), form, Ct);
            Assert.NotEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
