using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

/// <summary>A person changes their password and address, and proves that an address is theirs.</summary>
public sealed class ProfileTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string New = "violet rocket onion";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_password_is_changed_by_who_knows_it_and_all_other_sessions_end()
    {
        var owner = await app.RegisterAsync();
        using var here = await app.PagesAsync(owner);
        using var there = await app.PagesAsync(owner);
        using var script = app.Api(owner);
        foreach (var (present, password, said) in new[]
        {
            ("not this one", New, "not your present password"), (owner.Password, "short", "10 to 128"), (owner.Password, owner.Email, "name or e-mail"), ("", New, "Enter your present"),
        })
        {
            var refused = await ChangeAsync(here, present, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(said, await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.Equal("/account", (await ChangeAsync(here, owner.Password, New)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(new Uri("/account", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(new Uri("/account", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(owner.Email, owner.Password));
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(owner.Email, New));
        Assert.Contains("was changed just now", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_no_restaurant_has_still_has_an_account()
    {
        var nowhere = await app.AccountAsync("profile@nowhere.example");
        using var here = await app.PagesAsync(nowhere);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(new Uri("/account/sessions", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal("/account", (await ChangeAsync(here, nowhere.Password, New)).Headers.Location?.ToString());
        Assert.Contains(nowhere.Email, await here.GetStringAsync(new Uri("/account", UriKind.Relative), Ct), StringComparison.Ordinal);
        using var again = await app.PagesAsync(nowhere with { Password = New });
    }

    [Fact]
    public async Task A_script_changes_the_password_and_goes_on_with_new_tokens()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PutAsJsonAsync("/api/auth/password", new { present = "wrong", password = New }, Ct)).StatusCode);
        var changed = await api.PutAsJsonAsync("/api/auth/password", new { present = owner.Password, password = New }, Ct);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await changed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("accessToken").GetString());
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Guessing_the_present_password_ends_after_five_tries()
    {
        using var api = app.Api(await app.RegisterAsync());
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PutAsJsonAsync("/api/auth/password", new { present = $"guess {i}", password = New }, Ct)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await api.PutAsJsonAsync("/api/auth/password", new { present = "guess", password = New }, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_own_address_is_confirmed_by_its_link_once()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        Assert.Contains("Not confirmed yet", await pages.GetStringAsync(new Uri("/account", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal("/account", (await AskAsync(pages, owner.Email)).Headers.Location?.ToString());
        var first = await app.LinkToAsync(owner.Email);
        await AskAsync(pages, owner.Email);
        var second = await app.LinkToAsync(owner.Email);
        using var anybody = app.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri(first, UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(new Uri(second, UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(new Uri(second, UriKind.Relative), Ct)).StatusCode);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => anybody.PostAsJsonAsync("/api/auth/email/confirm", new { token = second[(second.IndexOf('=', StringComparison.Ordinal) + 1)..] }, Ct)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
        Assert.Contains("Confirmed", await pages.GetStringAsync(new Uri("/account", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_is_taken_by_the_link_that_went_there_and_the_old_one_is_told()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        await AskAsync(pages, "elsewhere@restaurant.example");
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(owner.Email, owner.Password));
        Assert.Contains("asked that its address be elsewhere@restaurant.example", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        var link = await app.LinkToAsync("elsewhere@restaurant.example");
        Assert.Equal("/account", (await KitchenGuardApp.PostFormAsync(pages, link, [])).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await LoginAsync("elsewhere@restaurant.example", owner.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(owner.Email, owner.Password));
        Assert.Contains("elsewhere@restaurant.example from now on", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        using var scope = app.Inside(owner.RestaurantId);
        Assert.True(await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().AuditEntries.AnyAsync(e => e.UserId == owner.UserId && e.Action == "email.changed", Ct));
    }

    [Fact]
    public async Task The_own_address_is_proved_by_a_mail_to_just_that_however_it_is_asked_for()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        var written = owner.Email.Replace("k", "\u212A", StringComparison.Ordinal).ToUpperInvariant().Replace("RESTAURANT", "restaurant", StringComparison.Ordinal);
        await AskAsync(pages, written);
        Assert.Contains("/account/email?token=", await app.LinkToAsync(owner.Email), StringComparison.Ordinal);
        Assert.Empty(written == owner.Email ? [] : await app.MailsAsync(written));
    }

    [Fact]
    public async Task An_address_of_another_account_is_not_taken_and_nothing_tells_whose_it_is()
    {
        var (owner, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        using var pages = await app.PagesAsync(owner);
        var free = await AskAsync(pages, "free@restaurant.example");
        var taken = await AskAsync(pages, other.Email);
        Assert.Equal(free.StatusCode, taken.StatusCode);
        Assert.Equal(free.Headers.Location, taken.Headers.Location);
        var mail = (await app.MailsAsync(other.Email))[^1];
        Assert.Contains("belongs to yours", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", mail, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> LoginAsync(string email, string password)
    {
        using var client = app.Anonymous();
        return (await client.PostAsJsonAsync("/api/auth/login", new { login = email, password }, Ct)).StatusCode;
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient pages, string present, string password) =>
        KitchenGuardApp.PostFormAsync(pages, "/account?handler=Password", new() { ["Password.Present"] = present, ["Password.Password"] = password }, "/account");

    private static Task<HttpResponseMessage> AskAsync(HttpClient pages, string email) =>
        KitchenGuardApp.PostFormAsync(pages, "/account?handler=Email", new() { ["Email.Email"] = email }, "/account");
}
