using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>Every route by every role: the table of DESIGN.md §2, played through. Which role reaches what is said by <see cref="Need"/> alone.</summary>
public sealed partial class AccessTests(TwoRestaurantsApp app) : IClassFixture<TwoRestaurantsApp>
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    public static TheoryData<string> Names => [.. KnownRoutes.All.Select(r => r.Name)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_answered_to_those_who_may_and_changes_nothing_for_others(string name)
    {
        var route = KnownRoutes.All.Single(r => r.Name == name);
        var shared = await TeamAsync();
        foreach (var role in Roles.OrderBy(role => Reaches(role, route.Need)))
        {
            var may = Reaches(role, route.Need);
            var team = may && !route.IsGet ? await TeamAsync() : shared;
            using var client = await app.ClientAsync(team.Members[role], route.IsApi);
            var before = may ? "" : await app.DigestAsync(team.Its.Restaurant);
            var (status, body) = await AskAsync(client, route, team.Its);
            Assert.True(may ? status == route.Owner : route.Need == Need.Operate ? status == 404 : status is 403 or 404, $"{name} answered {status} to {role}: {body}");
            Assert.Equal(before, may ? "" : await app.DigestAsync(team.Its.Restaurant));
            Assert.True(role is Role.Owner or Role.Manager || !ShowsCost(body), $"{name} shows a cost to {role}.");
            if (route.IsGet && !route.IsApi)
            {
                client.DefaultRequestHeaders.Add("HX-Request", "true");
                client.DefaultRequestHeaders.Add("HX-Request-Type", "partial");
                (status, body) = await AskAsync(client, route, team.Its);
                Assert.True(may ? status < 400 : status is 403 or 404, $"{name} answered {status} to {role} by a fragment.");
                Assert.True(role is Role.Owner or Role.Manager || !ShowsCost(body), $"{name} shows a cost to {role} in a fragment.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nobody_signed_in_gets_nothing_and_changes_nothing(string name)
    {
        var route = KnownRoutes.All.Single(r => r.Name == name);
        var team = await TeamAsync();
        var before = await app.DigestAsync(team.Its.Restaurant);
        using var client = app.Anonymous();
        var (status, _) = await AskAsync(client, route, team.Its);
        Assert.Equal(route.Need == Need.Operate ? 404 : route.IsApi ? 401 : 302, status);
        Assert.Equal(before, await app.DigestAsync(team.Its.Restaurant));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_shared_device_is_for_its_lists_stock_and_nothing_else(string name)
    {
        var route = KnownRoutes.All.Single(r => r.Name == name);
        foreach (var role in new[] { Role.Owner, Role.KitchenStaff })
        {
            var team = await TeamAsync();
            using var client = await app.DeviceAsync(team.Members[Role.Owner], "Kitchen", team.Members[role]);
            var page = await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct);
            client.DefaultRequestHeaders.Add("RequestVerificationToken", Regex.Match(page, "name=\"csrf\" content=\"([^\"]+)\"").Groups[1].Value);
            var may = !route.IsApi && route.Need switch
            {
                Need.Place => true,
                Need.Look => true,
                Need.Keep => name.Contains("/movements", StringComparison.Ordinal),
                _ => false,
            };
            var before = may ? "" : await app.DigestAsync(team.Its.Restaurant);
            var (status, body) = await AskAsync(client, route, team.Its);
            Assert.True(may ? status == route.Owner : route.Need == Need.Operate ? status == 404 : status is 401 or 403 or 404, $"{name} answered {status} to {role} on a shared device: {body}");
            Assert.Equal(before, may ? "" : await app.DigestAsync(team.Its.Restaurant));
            Assert.False(ShowsCost(body), $"{name} shows a cost on a shared device.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operator_reaches_the_operations_and_of_restaurants_what_somebody_without_one_reaches(string name)
    {
        var route = KnownRoutes.All.Single(r => r.Name == name);
        var team = await TeamAsync();
        var before = await app.DigestAsync(team.Its.Restaurant);
        if (route.Need == Need.Operate)
        {
            using var client = await app.ClientAsync(await app.OperatorWithTokenOnceAsync(), route.IsApi);
            var (status, body) = await AskAsync(client, route, team.Its);
            Assert.True(status == route.Owner, $"{name} answered {status} to an operator: {body}");
            Assert.False(ShowsCost(body) || body.Contains("Salt ours", StringComparison.Ordinal), $"{name} shows an operator what is in stock, or its cost.");
        }
        else
        {
            using var client = await app.ClientAsync(await app.OperatorOnceAsync(), route.IsApi);
            using var nobody = await app.ClientAsync(await app.NowhereOnceAsync(), route.IsApi);
            var (status, body) = await AskAsync(client, route, team.Its);
            Assert.True(route.IsApi ? status == 401 : status is 302 or 404 || route.Need == Need.Account, $"{name} answered {status} to an operator: {body}");
            Assert.Equal((await AskAsync(nobody, route, team.Its)).Status, status);
        }

        Assert.Equal(before, await app.DigestAsync(team.Its.Restaurant));
    }

    public static TheoryData<string> Posts => [.. KnownRoutes.Posts.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task What_anybody_may_send_is_answered_alike_whoever_sends_it_and_changes_no_restaurant(string name)
    {
        var post = KnownRoutes.Posts.Single(r => r.Name == name);
        var team = await TeamAsync();
        using (var anonymous = await app.AnonymousWithFormsAsync())
        {
            Assert.Equal(post.Status, await SendAsync(anonymous));
        }

        foreach (var somebody in team.Members.Values.Append(await app.OperatorOnceAsync()).Append(await app.NowhereOnceAsync()))
        {
            using var client = await app.ClientAsync(somebody, isApi: false);
            var status = await SendAsync(client);
            Assert.True((post.SignedIn ?? post.Status) == status, $"{name} answered {status} to {somebody.Email}.");
        }

        using var device = await app.DeviceAsync(team.Members[Role.Owner], "Kitchen", team.Members[Role.KitchenStaff]);
        var page = await device.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct);
        device.DefaultRequestHeaders.Add("RequestVerificationToken", Regex.Match(page, "name=\"csrf\" content=\"([^\"]+)\"").Groups[1].Value);
        var afterwards = await app.DigestAsync(team.Its.Restaurant);
        Assert.Equal(post.OnDevice ?? post.SignedIn ?? post.Status, await SendAsync(device));
        Assert.Equal(afterwards, await app.DigestAsync(team.Its.Restaurant));

        async Task<int> SendAsync(HttpClient client)
        {
            using var request = post.Call();
            using var answer = await client.SendAsync(request, Ct);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public void Everything_that_anybody_may_send_is_sent() =>
        Listed.Is(KnownRoutes.Anonymous.Where(n => !n.StartsWith("GET ", StringComparison.Ordinal) && !n.StartsWith("ANY /health", StringComparison.Ordinal)), KnownRoutes.Posts.Select(p => p.Name));

    [Theory]
    [InlineData("/api/inventory/kitchen")]
    [InlineData("/api/inventory/kitchen/export")]
    [InlineData("/kitchen")]
    [InlineData("/kitchen?handler=Totals")]
    [InlineData("/dashboard")]
    public async Task Whoever_sees_costs_sees_them_here(string url)
    {
        var team = await TeamAsync();
        using var client = await app.ClientAsync(team.Members[Role.Manager], url.StartsWith("/api/", StringComparison.Ordinal));
        Assert.True(ShowsCost(await client.GetStringAsync(new Uri(url, UriKind.Relative), Ct)), url);
    }

    [Theory]
    [InlineData(Role.KitchenStaff)]
    [InlineData(Role.Viewer)]
    public async Task Sorting_by_cost_is_for_those_who_see_costs(Role role)
    {
        var team = await TeamAsync();
        using var client = app.Api(team.Members[role]);
        foreach (var sort in new[] { "unitCost", "-value" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync(new Uri($"/api/inventory/kitchen?sort={sort}", UriKind.Relative), Ct)).StatusCode);
        }
    }

    [Theory]
    [InlineData("staffSeeCosts", true, false)]
    [InlineData("viewersSeeCosts", false, true)]
    public async Task A_setting_opens_costs_to_staff_or_to_viewers(string setting, bool staff, bool viewers)
    {
        var team = await TeamAsync();
        await SetAsync(team, setting);
        foreach (var (role, sees) in new[] { (Role.KitchenStaff, staff), (Role.Viewer, viewers) })
        {
            using var api = app.Api(team.Members[role]);
            using var pages = await app.PagesAsync(team.Members[role]);
            Assert.Equal(sees, ShowsCost(await api.GetStringAsync(new Uri("/api/inventory/kitchen", UriKind.Relative), Ct)));
            Assert.Equal(sees, ShowsCost(await pages.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct)));
            Assert.Equal(sees, ShowsCost(await pages.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct)));
            Assert.Equal(sees, ShowsCost(await pages.GetStringAsync(new Uri($"/items/{team.Its.Item}", UriKind.Relative), Ct)));
        }
    }

    [Fact]
    public async Task A_setting_lets_staff_look_at_the_other_list_and_change_nothing_there()
    {
        var team = await TeamAsync();
        using var pages = await app.PagesAsync(team.Members[Role.BarStaff]);
        using var api = app.Api(team.Members[Role.BarStaff]);
        Assert.DoesNotContain("Salt ours", await pages.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct));
        Assert.DoesNotContain("href=\"/kitchen", await pages.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct));
        await SetAsync(team, "staffSeeBothDepartments");
        Assert.Contains("Salt ours", await pages.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct));
        Assert.Contains("Salt ours", await api.GetStringAsync(new Uri("/api/inventory/kitchen?q=ours", UriKind.Relative), Ct));
        var before = await app.DigestAsync(team.Its.Restaurant);
        foreach (var route in KnownRoutes.All.Where(r => r.Need == Need.Keep))
        {
            using var client = await app.ClientAsync(team.Members[Role.BarStaff], route.IsApi);
            var (status, _) = await AskAsync(client, route, team.Its);
            Assert.True(status is 403 or 404, $"{route.Name} answered {status}.");
        }

        Assert.Equal(before, await app.DigestAsync(team.Its.Restaurant));
    }

    [Fact]
    public async Task Staff_do_not_undo_what_the_other_department_gave_or_took()
    {
        var team = await TeamAsync();
        using var owner = app.Api(team.Members[Role.Owner]);
        var moved = await owner.PostAsJsonAsync($"/api/items/{team.Its.Item}/movements", new { kind = "transfer", quantity = 1, to = new { department = "bar" } }, Ct);
        var id = (await moved.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetInt64();
        var before = await app.DigestAsync(team.Its.Restaurant);
        using var cook = app.Api(team.Members[Role.KitchenStaff]);
        Assert.Equal(HttpStatusCode.Forbidden, (await cook.PostAsync(new Uri($"/api/items/{team.Its.Item}/movements/{id}/undo", UriKind.Relative), null, Ct)).StatusCode);
        Assert.Equal(before, await app.DigestAsync(team.Its.Restaurant));
    }

    private static bool Reaches(Role role, Need need) => need switch
    {
        Need.Nothing or Need.Account or Need.Place => true,
        Need.Look => role != Role.BarStaff,
        Need.Keep => role is Role.Owner or Role.Manager or Role.KitchenStaff,
        Need.Manage => role is Role.Owner or Role.Manager,
        Need.Own => role == Role.Owner,
        _ => false,
    };

    // What one costs, rounded or not, and what seven are worth.
    private static bool ShowsCost(string body) => Cost().IsMatch(body);

    // Not the seconds of a moment.
    [GeneratedRegex(@"(?<!\d|\d[.:])(31\.4|219\.9)")]
    private static partial Regex Cost();

    private static async Task<(int Status, string Body)> AskAsync(HttpClient client, KnownRoute route, Belongings its)
    {
        using var request = route.Call(its);
        using var answer = await client.SendAsync(request, Ct);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task SetAsync(Team team, string setting)
    {
        using var owner = app.Api(team.Members[Role.Owner]);
        var body = new Dictionary<string, object> { ["name"] = "Ours", ["timeZone"] = "Europe/Dublin", ["currency"] = "EUR", ["locale"] = "en-GB", [setting] = true };
        Assert.Equal(HttpStatusCode.OK, (await owner.PutAsJsonAsync("/api/restaurant", body, Ct)).StatusCode);
    }

    private async Task<Team> TeamAsync()
    {
        var (owner, its) = await app.ArrangeAsync("ours");
        var members = new Dictionary<Role, Owner> { [Role.Owner] = owner };
        foreach (var role in Roles.Where(role => role != Role.Owner))
        {
            members[role] = await app.JoinAsync(owner, role);
        }

        return new Team(members, its);
    }

    private sealed record Team(Dictionary<Role, Owner> Members, Belongings Its);
}
