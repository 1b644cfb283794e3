using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace KitchenGuard.Tests.Accounts;

/// <summary>Who needs a second factor: everybody in a restaurant that says so, and operators.</summary>
public sealed class SecondFactorPolicyTests(SessionApp app) : IClassFixture<SessionApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_asks_it_of_all_only_after_having_one()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        var refused = await SwitchAsync(pages, true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Set up a second factor of your own first", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await app.ShowFactorAsync(owner);
        Assert.Equal("/settings", (await SwitchAsync(pages, true)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal("/settings", (await SwitchAsync(pages, false)).Headers.Location?.ToString());
        using var manager = await app.PagesAsync(await app.JoinAsync(owner, Role.Manager));
        Assert.Equal(HttpStatusCode.Forbidden, (await SwitchAsync(manager, false)).StatusCode);
        Assert.DoesNotContain("Everybody needs a second factor", await manager.GetStringAsync(new Uri("/settings", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_none_is_led_to_the_set_up_and_works_on_afterwards()
    {
        var (owner, cook) = await TeamAsync();
        using var open = await app.PagesAsync(cook);
        using var script = app.Api(cook);
        using var login = app.Anonymous();
        var tokens = await (await login.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password }, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(HttpStatusCode.OK, (await open.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        await RequireAsync(owner);

        // At the next request, whatever it is; and the same for who signs in now.
        using var fresh = await app.PagesAsync(cook);
        foreach (var pages in new[] { open, fresh })
        {
            foreach (var url in new[] { "/kitchen", "/dashboard", "/kitchen/new" })
            {
                var led = await pages.GetAsync(new Uri(url, UriKind.Relative), Ct);
                Assert.StartsWith("/account/second-factor?returnUrl=", led.Headers.Location?.ToString(), StringComparison.Ordinal);
            }

            using var fragment = new HttpRequestMessage(HttpMethod.Get, "/kitchen") { Headers = { { "HX-Request", "true" }, { "HX-Request-Type", "partial" } } };
            var answer = await pages.SendAsync(fragment, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.StartsWith("/account/second-factor", answer.Headers.GetValues("HX-Redirect").Single(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await script.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        var renewed = await login.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, renewed.StatusCode);
        var refused = await login.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("second_factor_missing", (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());

        var page = await fresh.GetStringAsync(new Uri("/account/second-factor?returnUrl=%2Fkitchen", UriKind.Relative), Ct);
        Assert.Contains("asks everybody for a second factor", page, StringComparison.Ordinal);
        Assert.Contains("/logout", page, StringComparison.Ordinal);
        foreach (var url in new[] { "/account", "/account/sessions", "/restaurants" })
        {
            Assert.Equal(HttpStatusCode.OK, (await fresh.GetAsync(new Uri(url, UriKind.Relative), Ct)).StatusCode);
        }

        var start = await KitchenGuardApp.PostFormAsync(fresh, "/account/second-factor?handler=Start&returnUrl=%2Fkitchen", [], "/account/second-factor");
        var key = await KeyAsync(fresh, start.Headers.Location!);
        var confirmed = await KitchenGuardApp.PostFormAsync(fresh, start.Headers.Location!.ToString(), new() { ["Input.Code"] = Code(app.Clock, key) });
        Assert.Contains("href=\"/kitchen\"", await confirmed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await fresh.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);

        // The session from before shows it at the page that asks, not by signing in anew.
        var asked = (await open.GetAsync(new Uri("/account/second-factor?returnUrl=%2Fkitchen", UriKind.Relative), Ct)).Headers.Location!.ToString();
        Assert.StartsWith("/account/prove", asked, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var proved = await KitchenGuardApp.PostFormAsync(open, asked, new() { ["Input.Password"] = cook.Password, ["Input.Code"] = Code(app.Clock, key) });
        Assert.Equal("/kitchen", proved.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await open.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);

        var last = await KitchenGuardApp.PostFormAsync(fresh, "/account/second-factor?handler=RemoveApp", [], "/account/second-factor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, last.StatusCode);
        Assert.Contains("This is your last second factor", await last.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_another_instance_it_counts_within_half_a_minute()
    {
        var (owner, cook) = await TeamAsync();
        using var elsewhere = app.Second.CreateClient();
        elsewhere.DefaultRequestHeaders.Authorization = new("Bearer", cook.AccessToken);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(new Uri("/api/inventory/kitchen", UriKind.Relative), Ct)).StatusCode);
        await RequireAsync(owner);
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync(new Uri("/api/inventory/kitchen", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_pin_on_a_shared_device_works_as_before_and_the_other_restaurant_stays_open()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        var other = await app.RegisterAsync();
        using (var scope = app.Inside(other.RestaurantId))
        {
            var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
            db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = other.RestaurantId, UserId = cook.UserId, Role = Role.Viewer, CreatedAt = app.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        }

        using var pages = await app.PagesAsync(cook);
        await RequireAsync(owner);
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        Assert.StartsWith("/account/second-factor", (await pages.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).Headers.Location?.ToString(), StringComparison.Ordinal);
        await KitchenGuardApp.PostFormAsync(pages, "/restaurants", new() { ["id"] = other.RestaurantId.ToString() });
        Assert.Contains($"Restaurant of {other.Email}", await pages.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct), StringComparison.Ordinal);
        await KitchenGuardApp.PostFormAsync(pages, "/restaurants", new() { ["id"] = owner.RestaurantId.ToString() });
        Assert.StartsWith("/account/second-factor", (await pages.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_shown_with_whether_they_have_one()
    {
        var (owner, cook) = await TeamAsync();
        await app.ShowFactorAsync(cook);
        using var api = app.Api(owner);
        var members = (await api.GetFromJsonAsync<JsonElement>("/api/members", Ct)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([false, true], members.Select(m => m.GetProperty("hasSecondFactor").GetBoolean()));
    }

    [Fact]
    public async Task An_operator_sees_nothing_of_the_operations_without_one()
    {
        var someone = await app.OperatorAsync();
        using var pages = app.Anonymous();
        await KitchenGuardApp.PostFormAsync(pages, "/login", new() { ["Input.Login"] = someone.Email, ["Input.Password"] = someone.Password });
        foreach (var url in new[] { "/operations", "/operations/jobs", "/operations/users" })
        {
            var led = await pages.GetAsync(new Uri(url, UriKind.Relative), Ct);
            Assert.Equal("/account/second-factor?returnUrl=" + Uri.EscapeDataString(url), led.Headers.Location?.ToString());
            Assert.Contains("only for people with a second factor", await pages.GetStringAsync(led.Headers.Location, Ct), StringComparison.Ordinal);
        }

        await app.ShowFactorAsync(someone);
        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync(new Uri("/operations/jobs", UriKind.Relative), Ct)).StatusCode);
        using var other = await app.PagesAsync(await app.RegisterAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri("/operations/jobs", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task An_operators_script_needs_one_too()
    {
        var someone = await app.OperatorWithTokenAsync();
        using var login = app.Anonymous();
        var tokens = await (await login.PostAsJsonAsync("/api/auth/login", new { login = someone.Email, password = someone.Password }, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        using var without = app.Api(someone with { AccessToken = tokens.GetProperty("accessToken").GetString()! });
        var refused = await without.GetAsync(new Uri("/api/operations/users", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("second_factor_missing", (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        using var with = app.Api(someone);
        Assert.Equal(HttpStatusCode.OK, (await with.GetAsync(new Uri("/api/operations/users", UriKind.Relative), Ct)).StatusCode);
    }

    private async Task<(Owner Owner, Owner Cook)> TeamAsync()
    {
        var owner = await app.RegisterAsync();
        return (owner, await app.JoinAsync(owner, Role.KitchenStaff));
    }

    private async Task RequireAsync(Owner owner)
    {
        await app.ShowFactorAsync(owner);
        using var api = app.Api(owner);
        Assert.Equal(HttpStatusCode.NoContent, (await api.PutAsJsonAsync("/api/restaurant/second-factor", new { required = true }, Ct)).StatusCode);
    }

    private static Task<HttpResponseMessage> SwitchAsync(HttpClient pages, bool required) =>
        KitchenGuardApp.PostFormAsync(pages, "/settings?handler=SecondFactor", new() { ["required"] = required ? "true" : "false" }, "/settings");

    private static async Task<string> KeyAsync(HttpClient pages, Uri page) => System.Text.RegularExpressions.Regex.Match(
        await pages.GetStringAsync(page, Ct), "<p class=\"key\"><code>([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    private static string Code(TimeProvider clock, string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(clock.GetUtcNow().UtcDateTime);
}
