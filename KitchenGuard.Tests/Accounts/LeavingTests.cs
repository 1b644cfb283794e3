using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;
using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Leaving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace KitchenGuard.Tests.Accounts;

/// <summary>The application with a clock that the test moves and no workers: the sweeper's job runs where the test says.</summary>
public class LeavingApp(PostgresServer server) : TwoRestaurantsApp(server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>Runs the sweeper's job once.</summary>
    public Task SweepAsync() => Services.GetRequiredService<SweepLeaving>().RunAsync(Ct);

    /// <summary>
    /// Lets a restaurant's day come for the database as well, which has a clock of its own and holds the grace by it: only the superuser gets around.
    /// </summary>
    public Task<List<string>> DayComesAsync(Guid restaurant) => AsSuperuserAsync(
        $"set session_replication_role = replica; update auth.restaurants set delete_after = now() - interval '1 second' where id = '{restaurant}'; reset session_replication_role");

    /// <summary>How many rows of a restaurant there are, in all tables that have restaurants' rows.</summary>
    public async Task<long> RowsAsync(Guid restaurant)
    {
        var tables = await AsSuperuserAsync(
            """
            select table_schema || '.' || table_name || ' where restaurant_id' from information_schema.columns
            where column_name = 'restaurant_id' and table_schema in ('auth', 'inventory')
              and (table_schema, table_name) in (select schemaname, tablename from pg_tables)
            """);
        Assert.True(tables.Count >= 19);
        return (await AsSuperuserAsync(string.Join(" union all ", tables.Append("auth.restaurants where id").Select(t => $"select count(*) from {t} = '{restaurant}'")))).Sum(long.Parse);
    }

    /// <summary>The rows of a query as text, by the superuser.</summary>
    public async Task<List<string>> AsSuperuserAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}

/// <summary>Deletion of a restaurant: who still gets in, who is told, and what is left after its day.</summary>
public sealed class LeavingTests(LeavingApp app) : IClassFixture<LeavingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_once_only_owners_get_in_and_scripts_and_devices_stop()
    {
        var (owner, its) = await app.ArrangeAsync("ours");
        var (other, cook) = (await app.JoinAsync(owner, Role.Owner), await app.JoinAsync(owner, Role.KitchenStaff));
        using var pages = await app.PagesAsync(owner);
        using var second = await app.PagesAsync(other);
        using var kitchen = await app.PagesAsync(cook);
        using var tablet = await app.DeviceAsync(owner, "Kitchen", owner);
        using var script = app.Api(owner);
        using var cooks = app.Api(cook);
        Assert.All(await StatusesAsync("/dashboard", pages, second, kitchen), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(HttpStatusCode.OK, (await tablet.GetAsync(Path("/kitchen"), Ct)).StatusCode);

        var closed = await CloseAsync(pages, owner);
        Assert.Equal("/settings/delete", closed.Headers.Location?.ToString());
        Assert.All(await StatusesAsync("/dashboard", pages, second), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Contains("Only owners get in.", await second.GetStringAsync(Path("/kitchen"), Ct), StringComparison.Ordinal);
        Assert.Equal("/restaurants", (await kitchen.GetAsync(Path("/kitchen"), Ct)).Headers.Location?.ToString());
        var told = await kitchen.GetStringAsync(Path("/restaurants"), Ct);
        Assert.Contains("Its owner is having it deleted", told, StringComparison.Ordinal);
        Assert.Contains($"Restaurant of {owner.Email}", told, StringComparison.Ordinal);
        Assert.All(await StatusesAsync("/account/delete", kitchen), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.All(await StatusesAsync("/account", kitchen), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal("/device", (await tablet.GetAsync(Path("/kitchen"), Ct)).Headers.Location?.ToString());
        Assert.Equal("/login", (await tablet.GetAsync(Path("/device"), Ct)).Headers.Location?.ToString());
        Assert.All(await StatusesAsync("/api/auth/me", script, cooks), s => Assert.Equal(HttpStatusCode.Unauthorized, s));
        using var anonymous = app.Anonymous();
        var login = await anonymous.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, login.StatusCode);

        Assert.Equal("/dashboard", (await KitchenGuardApp.PostFormAsync(second, "/settings/delete?handler=Keep", [], "/settings/delete")).Headers.Location?.ToString());
        Assert.All(await StatusesAsync("/dashboard", pages, second, kitchen), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(HttpStatusCode.OK, (await tablet.GetAsync(Path("/device"), Ct)).StatusCode);
        Assert.DoesNotContain("Only owners get in.", await second.GetStringAsync(Path("/kitchen"), Ct), StringComparison.Ordinal);
        Assert.Equal(["restaurant.closed", "restaurant.reopened"], await app.AsSuperuserAsync(
            $"select action from auth.audit_entries where restaurant_id = '{its.Restaurant}' and action like 'restaurant.%' order by id"));
    }

    [Fact]
    public async Task Wants_the_restaurants_name_and_an_owner()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        var refused = await KitchenGuardApp.PostFormAsync(pages, "/settings/delete", new() { ["Input.Name"] = "Another" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("That is not the restaurant&#x27;s name.", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var manager = app.Api(await app.JoinAsync(owner, Role.Manager));
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsJsonAsync("/api/restaurant/deletion", new { name = $"Restaurant of {owner.Email}" }, Ct)).StatusCode);
        Assert.Equal("", Assert.Single(await app.AsSuperuserAsync($"select coalesce(delete_after::text, '') from auth.restaurants where id = '{owner.RestaurantId}'")));
    }

    [Fact]
    public async Task By_the_API_the_script_that_asks_goes_on_and_takes_it_back()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var closed = await api.PostAsJsonAsync("/api/restaurant/deletion", new { name = $" restaurant OF {owner.Email} " }, Ct);
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        var day = (await closed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("deleteAfter").GetDateTimeOffset();
        Assert.Equal(app.Clock.GetUtcNow() + TimeSpan.FromDays(30), day, TimeSpan.FromMilliseconds(1));
        var again = await api.PostAsJsonAsync("/api/restaurant/deletion", new { name = $"Restaurant of {owner.Email}" }, Ct);
        Assert.Equal(day, (await again.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("deleteAfter").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        Assert.Single(await app.MailsAsync(owner.Email));
        Assert.Equal(day, (await api.GetFromJsonAsync<JsonElement>("/api/restaurant", Ct)).GetProperty("deleteAfter").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(Path("/api/restaurant/deletion"), Ct)).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await api.GetFromJsonAsync<JsonElement>("/api/restaurant", Ct)).GetProperty("deleteAfter").ValueKind);
    }

    [Fact]
    public async Task Everybody_is_told_by_mail_and_owners_once_more_three_days_before()
    {
        var owner = await app.RegisterAsync();
        var (other, cook) = (await app.JoinAsync(owner, Role.Owner), await app.JoinAsync(owner, Role.KitchenStaff));
        using var pages = await app.PagesAsync(owner);
        await CloseAsync(pages, owner);
        Assert.Contains("/settings/delete", Assert.Single(await app.MailsAsync(owner.Email)), StringComparison.Ordinal);
        Assert.Contains("/settings/delete", Assert.Single(await app.MailsAsync(other.Email)), StringComparison.Ordinal);
        Assert.Contains("You do not get in any more.", Assert.Single(await app.MailsAsync(cook.Email)), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(27) - TimeSpan.FromMinutes(1));
        await app.SweepAsync();
        Assert.Single(await app.MailsAsync(owner.Email));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SweepAsync()));
        Assert.Contains("This cannot be undone then.", (await app.MailsAsync(owner.Email))[1], StringComparison.Ordinal);
        Assert.Equal((2, 2, 1), ((await app.MailsAsync(owner.Email)).Count, (await app.MailsAsync(other.Email)).Count, (await app.MailsAsync(cook.Email)).Count));
    }

    [Fact]
    public async Task After_its_day_all_of_it_is_gone_and_nothing_of_anybody_else()
    {
        var (neighbour, theirs) = await app.NeighboursAsync();
        var (before, neighbours) = (await app.DigestAsync(neighbour.RestaurantId), await app.RowsAsync(neighbour.RestaurantId));
        var (owner, its) = await app.ArrangeAsync("ours");
        using var tablet = await app.DeviceAsync(owner, "Kitchen", owner);
        using var pages = await app.PagesAsync(owner);
        var rows = await app.RowsAsync(its.Restaurant);
        Assert.True(rows > 20, $"{rows}");
        await CloseAsync(pages, owner);
        app.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await app.SweepAsync();
        Assert.True(await app.RowsAsync(its.Restaurant) >= rows);

        await app.DayComesAsync(its.Restaurant);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SweepAsync()));
        await app.SweepAsync();
        Assert.Equal(0, await app.RowsAsync(its.Restaurant));
        Assert.Equal("1", Assert.Single(await app.AsSuperuserAsync(
            $"select count(*) from auth.operator_entries where action = 'restaurant.deleted' and subject_id = '{its.Restaurant}' and subject is null")));
        Assert.Equal((before, neighbours), (await app.DigestAsync(neighbour.RestaurantId), await app.RowsAsync(neighbour.RestaurantId)));
        Assert.Equal("0", Assert.Single(await app.AsSuperuserAsync($"select count(*) from auth.sessions where device_id is not null and user_id = '{owner.UserId}'")));
        using var again = await app.PagesAsync(owner);
        Assert.Contains("You belong to no restaurant", await again.GetStringAsync(Path("/restaurants"), Ct), StringComparison.Ordinal);
        Assert.NotEqual(theirs.Restaurant, its.Restaurant);
    }

    [Fact]
    public async Task An_instance_whose_clock_runs_ahead_deletes_nothing()
    {
        var (owner, its) = await app.ArrangeAsync("ours");
        using var pages = await app.PagesAsync(owner);
        await CloseAsync(pages, owner);
        var rows = await app.RowsAsync(its.Restaurant);
        app.Clock.Advance(TimeSpan.FromDays(40));
        await app.SweepAsync();
        // The reminder is all that it did.
        Assert.Equal(rows, await app.RowsAsync(its.Restaurant));
        Assert.Equal(2, (await app.MailsAsync(owner.Email)).Count);
    }

    [Fact]
    public async Task The_hour_comes_round_by_itself()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        await CloseAsync(pages, owner);
        using var sweeper = ActivatorUtilities.CreateInstance<AccountsSweeper>(app.Services);
        await sweeper.StartAsync(Ct);
        await app.DayComesAsync(owner.RestaurantId);
        using var patience = Patience.ForAnImport();
        while (await app.RowsAsync(owner.RestaurantId) > 0)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            patience.Token.ThrowIfCancellationRequested();
        }

        await sweeper.StopAsync(Ct);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static Task<HttpResponseMessage> CloseAsync(HttpClient pages, Owner owner) =>
        KitchenGuardApp.PostFormAsync(pages, "/settings/delete", new() { ["Input.Name"] = $"Restaurant of {owner.Email}" });

    private static async Task<List<HttpStatusCode>> StatusesAsync(string path, params HttpClient[] clients)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var client in clients)
        {
            statuses.Add((await client.GetAsync(Path(path), Ct)).StatusCode);
        }

        return statuses;
    }
}
