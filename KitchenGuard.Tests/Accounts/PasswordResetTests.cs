using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

public sealed class PasswordResetTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string New = "violet rocket onion";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_mailed_link_and_ends_all_sessions_and_tokens()
    {
        var owner = await app.RegisterAsync();
        using var signedIn = await app.PagesAsync(owner);
        using var token = app.Api(owner);
        Assert.Equal(HttpStatusCode.OK, (await token.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        using var client = app.Anonymous();
        Assert.Equal("/forgot-password?sent=true", (await AskAsync(client, owner.Email)).Headers.Location?.ToString());
        var link = await app.LinkToAsync(owner.Email);
        Assert.StartsWith("/reset-password?token=", link);
        using (var scope = app.Services.CreateScope())
        {
            var stored = await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().PasswordResetTokens.SingleAsync(t => t.UserId == owner.UserId, Ct);
            Assert.Equal(SHA256.HashData(WebEncoders.Base64UrlDecode(link["/reset-password?token=".Length..])), stored.TokenHash);
        }

        foreach (var (password, said) in new[] { ("short", "10 to 128"), ("1234567890", "neighbouring keys"), (owner.Email, "name or e-mail") })
        {
            var refused = await SetAsync(client, link, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(said, await refused.Content.ReadAsStringAsync(Ct));
        }

        Assert.Equal("/login", (await SetAsync(client, link, New)).Headers.Location?.ToString());
        Assert.Equal("/login", (await signedIn.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(owner.Email, owner.Password));
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(owner.Email, New));
        Assert.Contains("was changed just now", (await app.MailsAsync(owner.Email))[^1]);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(link, UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task What_somebody_prepared_before_is_void_afterwards()
    {
        var (owner, thief) = (await app.RegisterAsync(), $"thief{Guid.CreateVersion7():N}@elsewhere.example");
        using var pages = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(pages, "/account?handler=Email", new() { ["Email.Email"] = thief }, "/account");
        var waiting = (await app.LinkToAsync(thief)).Split('=')[^1];
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
            db.RecoveryCodes.Add(new RecoveryCode { Id = Guid.CreateVersion7(), UserId = owner.UserId, CodeHash = "none" });
            await db.SaveChangesAsync(Ct);
            await db.Users.Where(u => u.Id == owner.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true), Ct);
        }

        using var client = app.Anonymous();
        await AskAsync(client, owner.Email);
        var token = (await app.LinkToAsync(owner.Email))["/reset-password?token=".Length..];
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/api/auth/reset-password", new { token, password = New }, Ct)).StatusCode);
        Assert.NotEqual(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/api/auth/email/confirm", new { token = waiting }, Ct)).StatusCode);
        // Nobody had proved that the address is theirs: only the password counts now.
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = New }, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_token_sets_one_password_however_many_try_at_once()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        await AskAsync(client, owner.Email);
        var token = (await app.LinkToAsync(owner.Email))["/reset-password?token=".Length..];
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            client.PostAsJsonAsync("/api/auth/reset-password", new { token, password = $"{New} {n}" }, Ct)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.NoContent));
        Assert.Equal(19, answers.Count(a => a.StatusCode == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_later_link_voids_the_earlier_and_half_an_hour_voids_both()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        await AskAsync(client, owner.Email);
        var first = await app.LinkToAsync(owner.Email);
        await AskAsync(client, owner.Email);
        var second = await app.LinkToAsync(owner.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(first, UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(second, UriKind.Relative), Ct)).StatusCode);
        using (var scope = app.Services.CreateScope())
        {
            var tokens = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().PasswordResetTokens.Where(t => t.UserId == owner.UserId);
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            Assert.InRange((await tokens.MaxAsync(t => t.ExpiresAt, Ct)) - now, TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
            await tokens.ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, t => t.ExpiresAt.AddMinutes(-30)), Ct);
        }

        var bodies = new List<string>();
        foreach (var token in new[] { first, second, "/reset-password?token=" + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)), "/reset-password?token=x" })
        {
            var answer = await client.PostAsJsonAsync("/api/auth/reset-password", new { token = token["/reset-password?token=".Length..], password = New }, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            bodies.Add(await answer.Content.ReadAsStringAsync(Ct));
        }

        Assert.Single(bodies.Distinct());
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(owner.Email, owner.Password));
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_as_many_rows_and_no_mail()
    {
        var owner = await app.RegisterAsync();
        var unknown = $"nobody{Guid.CreateVersion7():N}@restaurant.example";
        using var client = app.Anonymous();
        var before = await CountAsync();
        var known = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email = owner.Email }, Ct);
        var between = await CountAsync();
        var other = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email = unknown }, Ct);
        var after = await CountAsync();
        Assert.Equal(HttpStatusCode.Accepted, known.StatusCode);
        Assert.Equal((known.StatusCode, await known.Content.ReadAsStringAsync(Ct)), (other.StatusCode, await other.Content.ReadAsStringAsync(Ct)));
        Assert.Equal((1, 1), (between - before, after - between));
        Assert.Empty(await app.MailsAsync(unknown));
        Assert.Equal((await AskAsync(client, owner.Email)).Headers.Location, (await AskAsync(client, unknown)).Headers.Location);
    }

    [Fact]
    public async Task Mails_to_one_address_are_few_and_the_answer_does_not_tell()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsJsonAsync("/api/auth/forgot-password", new { email = owner.Email }, Ct)).StatusCode);
        }

        Assert.Equal(3, (await app.MailsAsync(owner.Email)).Count);
    }

    [Fact]
    public async Task The_link_leads_where_the_setting_says_whatever_host_the_request_names()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/forgot-password")
        {
            Headers = { Host = "evil.example", }, Content = JsonContent.Create(new { email = owner.Email }),
        };
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        Assert.Equal(HttpStatusCode.Accepted, (await client.SendAsync(request, Ct)).StatusCode);
        var mail = Assert.Single(await app.MailsAsync(owner.Email));
        Assert.Contains(KitchenGuardApp.BaseUrl + "/reset-password?token=", mail);
        Assert.DoesNotContain("evil", mail);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string email) =>
        KitchenGuardApp.PostFormAsync(client, "/forgot-password", new() { ["Input.Email"] = email });

    private static Task<HttpResponseMessage> SetAsync(HttpClient client, string link, string password) =>
        KitchenGuardApp.PostFormAsync(client, link, new() { ["Input.Password"] = password });

    private async Task<HttpStatusCode> LoginAsync(string login, string password)
    {
        using var client = app.Anonymous();
        return (await client.PostAsJsonAsync("/api/auth/login", new { login, password }, Ct)).StatusCode;
    }

    private async Task<int> CountAsync()
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().PasswordResetTokens.CountAsync(Ct);
    }
}
