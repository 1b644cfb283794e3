using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

/// <summary>A tablet that everybody uses: names, PINs that are worth nothing elsewhere, and the person beside every movement.</summary>
public sealed class SharedDeviceTests(SessionApp app) : IClassFixture<SessionApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_leaves_its_restaurant_by_it()
    {
        var (owner, cook) = await TeamAsync();
        var other = await app.RegisterAsync();
        using (var inviting = app.Api(other))
        {
            Assert.Equal(HttpStatusCode.Created, (await inviting.PostAsJsonAsync("/api/invitations", new { email = cook.Email, role = "manager" }, Ct)).StatusCode);
        }

        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        foreach (var (page, fields) in new (string, Dictionary<string, string>)[]
        {
            ("/register/restaurant", new() { ["Input.Name"] = "Way Out", ["Input.TimeZone"] = "Europe/Paris", ["Input.Currency"] = "EUR", ["Input.Locale"] = "fr-FR" }),
            ("/register/files", []),
            (await app.LinkToAsync(cook.Email), []),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await device.GetAsync(new Uri(page, UriKind.Relative), Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await KitchenGuardApp.PostFormAsync(device, page, fields, "/kitchen")).StatusCode);
        }

        foreach (var page in new[] { "/members", "/settings", "/account", "/account/second-factor", "/restaurants" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await device.GetAsync(new Uri(page, UriKind.Relative), Ct)).StatusCode);
        }

        using var scope = app.Inside(other.RestaurantId);
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Members.CountAsync(Ct));
    }

    [Fact]
    public async Task Shows_the_names_of_its_lists_people_and_signs_in_by_pin()
    {
        var (owner, cook) = await TeamAsync();
        var barkeeper = await app.JoinAsync(owner, Role.BarStaff, "bar");
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        await LeaveAsync(device);
        var names = await device.GetStringAsync(new Uri("/device", UriKind.Relative), Ct);
        Assert.Contains(cook.UserId.ToString(), names, StringComparison.Ordinal);
        Assert.Contains(owner.UserId.ToString(), names, StringComparison.Ordinal);
        Assert.DoesNotContain(barkeeper.UserId.ToString(), names, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await device.GetAsync(new Uri($"/device/{barkeeper.UserId}", UriKind.Relative), Ct)).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PinAsync(device, cook, "1111")).StatusCode);
        var right = await PinAsync(device, cook, "2580");
        Assert.Equal("/kitchen", right.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Every_movement_carries_the_person()
    {
        var (owner, cook) = await TeamAsync();
        using var pages = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(pages, "/kitchen/new", new() { ["Input.Name"] = "Butter", ["Input.Unit"] = "kg", ["Input.Quantity"] = "6" });
        using var scope = app.Inside(owner.RestaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var item = await db.Items.Select(i => i.Id).SingleAsync(Ct);
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        var posted = await KitchenGuardApp.PostFormAsync(device, $"/items/{item}/movements/new", new() { ["kind"] = "use", ["quantity"] = "2" });
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Equal(cook.UserId, await db.Movements.OrderByDescending(m => m.Id).Select(m => m.UserId).FirstAsync(Ct));
    }

    [Fact]
    public async Task Goes_back_to_the_names_after_two_minutes()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        app.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        app.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        app.Clock.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal("/device", (await device.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Five_wrong_tries_make_a_pin_void_also_all_at_once()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        await LeaveAsync(device);
        var page = $"/device/{cook.UserId}";
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PinAsync(device, cook, "1112")));
        Assert.All(tries, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PinAsync(device, cook, "2580")).StatusCode);
        using (var scope = app.Inside(owner.RestaurantId))
        {
            Assert.Equal(5, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().DevicePins.Select(p => p.Failures).SingleAsync(Ct));
        }

        Assert.Contains("Your password", await device.GetStringAsync(new Uri(page, UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(device, cook, "not my password", "8520")).StatusCode);
        Assert.Equal("/kitchen", (await SetAsync(device, cook, cook.Password, "8520")).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("123")]
    [InlineData("1234567")]
    [InlineData("12a4")]
    [InlineData("١٢٣٤")]
    [InlineData("1234")]
    [InlineData("7777")]
    [InlineData("987654")]
    [InlineData("1212")]
    [InlineData("112233")]
    public async Task Pins_are_four_to_six_digits_and_no_run(string pin)
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", owner);
        await LeaveAsync(device);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(device, cook, cook.Password, pin)).StatusCode);
    }

    [Fact]
    public async Task A_pin_is_worth_nothing_on_another_device_or_none()
    {
        var (owner, cook) = await TeamAsync();
        using var first = await app.DeviceAsync(owner, "Kitchen", cook);
        using var second = await app.DeviceAsync(owner, "Kitchen", owner);
        await LeaveAsync(second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PinAsync(second, cook, "2580")).StatusCode);
        using var none = app.Anonymous();
        Assert.Equal("/login", (await none.GetAsync(new Uri("/device", UriKind.Relative), Ct)).Headers.Location?.ToString());
        var login = await none.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = "2580" }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, login.StatusCode);
    }

    [Fact]
    public async Task Another_password_voids_the_pins()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        using var api = app.Api(cook);
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsJsonAsync("/api/auth/password", new { present = cook.Password, password = "violet rocket onion" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PinAsync(device, cook, "2580")).StatusCode);
        Assert.Contains("Your password", await device.GetStringAsync(new Uri($"/device/{cook.UserId}", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal("/kitchen", (await SetAsync(device, cook, "violet rocket onion", "2580")).Headers.Location?.ToString());
        await LeaveAsync(device);
        Assert.Equal("/kitchen", (await PinAsync(device, cook, "2580")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_member_taken_out_and_back_sets_a_new_pin()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        using var api = app.Api(owner);
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(new Uri($"/api/members/{await app.MemberIdAsync(cook)}", UriKind.Relative), Ct)).StatusCode);
        using var scope = app.Inside(owner.RestaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        Assert.False(await db.DevicePins.AnyAsync(Ct));
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = owner.RestaurantId, UserId = cook.UserId, Role = Role.KitchenStaff, CreatedAt = app.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PinAsync(device, cook, "2580")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_for_a_new_pin_stands_in_the_log()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", owner);
        await LeaveAsync(device);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(device, cook, "not my password", "8520")).StatusCode);
        using var scope = app.Inside(owner.RestaurantId);
        Assert.True(await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().AuditEntries.AnyAsync(e => e.UserId == cook.UserId && e.Action == "session.refused", Ct));
    }

    [Fact]
    public async Task Out_of_service_it_opens_nothing_any_more()
    {
        var (owner, cook) = await TeamAsync();
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        using var manager = await app.PagesAsync(owner);
        Guid id;
        using (var scope = app.Inside(owner.RestaurantId))
        {
            id = await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().SharedDevices.Select(d => d.Id).SingleAsync(Ct);
        }

        await KitchenGuardApp.PostFormAsync(manager, $"/devices?handler=Revoke&id={id}", [], "/devices");
        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal("/login", (await device.GetAsync(new Uri("/device", UriKind.Relative), Ct)).Headers.Location?.ToString());
    }

    private async Task<(Owner Owner, Owner Cook)> TeamAsync()
    {
        var owner = await app.RegisterAsync();
        return (owner, await app.JoinAsync(owner, Role.KitchenStaff));
    }

    private static Task<HttpResponseMessage> LeaveAsync(HttpClient device) => KitchenGuardApp.PostFormAsync(device, "/logout", [], "/kitchen");

    private static Task<HttpResponseMessage> PinAsync(HttpClient device, Owner person, string pin) =>
        KitchenGuardApp.PostFormAsync(device, $"/device/{person.UserId}", new() { ["pin"] = pin });

    private static Task<HttpResponseMessage> SetAsync(HttpClient device, Owner person, string password, string pin) =>
        KitchenGuardApp.PostFormAsync(device, $"/device/{person.UserId}?handler=Set", new() { ["password"] = password, ["pin"] = pin }, $"/device/{person.UserId}");
}
