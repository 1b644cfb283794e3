using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace KitchenGuard.Tests.Accounts;

/// <summary>The application with a clock that the test moves, and a second instance beside it.</summary>
public sealed class SessionApp(PostgresServer server) : KitchenGuardApp(server)
{
    private WebApplicationFactory<Program>? _second;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public WebApplicationFactory<Program> Second => _second ??= Factory.WithWebHostBuilder(_ => { });

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
}

/// <summary>Sessions begin with a sign-in and end by being ended, by idleness or by age, on every instance.</summary>
public sealed class SessionTests(SessionApp app) : IClassFixture<SessionApp>
{
    private const string Desktop = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36";
    private const string Phone = "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Devices_are_listed_and_signed_out_one_by_one_or_all_but_this()
    {
        var owner = await app.RegisterAsync();
        using var desktop = await BrowserAsync(owner, Desktop);
        using var phone = await BrowserAsync(owner, Phone);
        using var tablet = await BrowserAsync(owner, Phone);
        var page = await desktop.GetStringAsync(new Uri("/account/sessions", UriKind.Relative), Ct);
        Assert.Contains("Chrome on Linux", page, StringComparison.Ordinal);
        Assert.Contains("Chrome on Android", page, StringComparison.Ordinal);

        var other = Regex.Match(page, "Chrome on Android.*?handler=End&(?:amp;)?id=([0-9a-f-]{36})", RegexOptions.Singleline).Groups[1].Value;
        var answer = await KitchenGuardApp.PostFormAsync(desktop, $"/account/sessions?handler=End&id={other}", [], "/account/sessions");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([true, false], new[] { await IsInAsync(phone), await IsInAsync(tablet) }.OrderDescending());
        Assert.True(await IsInAsync(desktop));

        await KitchenGuardApp.PostFormAsync(desktop, "/account/sessions?handler=Others", [], "/account/sessions");
        Assert.False(await IsInAsync(phone) || await IsInAsync(tablet));
        Assert.True(await IsInAsync(desktop));
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_dead_after_logout_on_this_instance_at_once_and_on_others_within_half_a_minute()
    {
        var owner = await app.RegisterAsync();
        using var browser = await BrowserAsync(owner, Desktop);
        using var thief = Copy(app.Factory, browser);
        using var elsewhere = Copy(app.Second, browser);
        Assert.True(await IsInAsync(thief) && await IsInAsync(elsewhere));
        await KitchenGuardApp.PostFormAsync(browser, "/logout", [], "/dashboard");
        Assert.False(await IsInAsync(thief));
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(await IsInAsync(elsewhere));
    }

    [Fact]
    public async Task A_sign_in_begins_a_session_of_its_own_and_ends_what_the_browser_had()
    {
        var owner = await app.RegisterAsync();
        using var browser = await BrowserAsync(owner, Desktop);
        using var before = Copy(app.Factory, browser);
        // The login page sends somebody who is signed in away; a script can post all the same.
        await KitchenGuardApp.PostFormAsync(browser, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password }, "/dashboard");
        Assert.True(await IsInAsync(browser));
        Assert.False(await IsInAsync(before));
    }

    public static TheoryData<Role, string, double> Idles => new()
    {
        { Role.Owner, Desktop, 0.5 }, { Role.Manager, Desktop, 0.5 }, { Role.Owner, Phone, 14 }, { Role.KitchenStaff, Desktop, 14 }, { Role.BarStaff, Phone, 14 }, { Role.Viewer, Desktop, 14 },
    };

    [Theory]
    [MemberData(nameof(Idles))]
    public async Task An_idle_session_ends_and_polling_does_not_keep_it(Role role, string agent, double days)
    {
        var owner = await app.RegisterAsync();
        var somebody = role == Role.Owner ? owner : await app.JoinAsync(owner, role);
        using var browser = await BrowserAsync(somebody, agent);
        app.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(2));
        Assert.True(await IsInAsync(browser));
        app.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(2));
        Assert.True(await IsInAsync(browser, "/dashboard?poll=1"));
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.False(await IsInAsync(browser, "/dashboard?poll=1"));
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task No_session_lasts_longer_than_ninety_days()
    {
        using var browser = await BrowserAsync(await app.RegisterAsync(), Phone);
        for (var day = 0; day < 89; day += 10)
        {
            Assert.True(await IsInAsync(browser));
            app.Clock.Advance(TimeSpan.FromDays(day == 80 ? 9.9 : 10));
        }

        Assert.True(await IsInAsync(browser));
        app.Clock.Advance(TimeSpan.FromHours(3));
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task Whoever_an_operator_locks_is_out_everywhere()
    {
        var owner = await app.RegisterAsync();
        using var browser = await BrowserAsync(owner, Desktop);
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == owner.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, DateTimeOffset.MaxValue), Ct);
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(await IsInAsync(browser));
        using var client = app.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_sign_in_goes_to_the_restaurant_of_the_last_time()
    {
        var (first, second) = (await app.RegisterAsync(), await app.RegisterAsync());
        using (var scope = app.Inside(second.RestaurantId))
        {
            var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
            db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = second.RestaurantId, UserId = first.UserId, Role = Role.Viewer, CreatedAt = app.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        }

        using var browser = await BrowserAsync(first, Desktop);
        await KitchenGuardApp.PostFormAsync(browser, "/restaurants", new() { ["id"] = second.RestaurantId.ToString() });
        using var later = await BrowserAsync(first, Phone);
        Assert.Contains($"Restaurant of {second.Email}", await later.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    private async Task<HttpClient> BrowserAsync(Owner owner, string agent)
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        var answer = await KitchenGuardApp.PostFormAsync(client, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        client.DefaultRequestHeaders.Add("X-Test-Cookie", string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        return client;
    }

    [Fact]
    public async Task What_is_over_for_a_month_is_forgotten()
    {
        var (owner, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        using var ended = await BrowserAsync(owner, Desktop);
        await KitchenGuardApp.PostFormAsync(ended, "/logout", [], "/dashboard");
        using var api = app.Anonymous();
        await api.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.PostAsJsonAsync("/api/auth/login", new { login = other.Email, password = "not this one" }, Ct)).StatusCode);
        var before = await CountAsync(owner);
        await SweepAsync();
        Assert.Equal(before, await CountAsync(owner));
        app.Clock.Advance(TimeSpan.FromDays(29));
        await api.PostAsJsonAsync("/api/auth/login", new { login = other.Email, password = other.Password }, Ct);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();
        // The browser's own was ended a month ago; the scripts' lived for a month after they were last used.
        Assert.Equal(before - 1, await CountAsync(owner));
        app.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync();
        Assert.Equal(0, await CountAsync(owner));
        Assert.NotEqual(0, await CountAsync(other));
    }

    private async Task SweepAsync()
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<SweepAccounts>().RunAsync(Ct);
    }

    private async Task<int> CountAsync(Owner owner)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Sessions.CountAsync(s => s.UserId == owner.UserId, Ct);
    }

    private static HttpClient Copy(WebApplicationFactory<Program> instance, HttpClient browser)
    {
        var client = instance.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", browser.DefaultRequestHeaders.GetValues("X-Test-Cookie"));
        return client;
    }

    private static async Task<bool> IsInAsync(HttpClient client, string url = "/dashboard")
    {
        var answer = await client.GetAsync(new Uri(url, UriKind.Relative), Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
