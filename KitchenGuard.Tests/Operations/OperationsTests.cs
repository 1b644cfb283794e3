using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Imports;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace KitchenGuard.Tests.Operations;

/// <summary>The application with a clock that the test moves.</summary>
public sealed class OperationsApp(PostgresServer server) : ImportSteps(server)
{
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}

/// <summary>Operators see what they need, do what they say why, and leave a trace of both.</summary>
public sealed class OperationsTests(OperationsApp app) : IClassFixture<OperationsApp>
{
    private const string Reason = "Reported as stolen, ticket 4711.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Users_are_found_by_address_name_and_user_name_and_the_look_is_kept(int by)
    {
        var (somebody, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        await ChangeAsync(somebody, set => set.SetProperty(u => u.FullName, $"Wendy 100%_{somebody.UserId:N}").SetProperty(u => u.UserName, $"wendy{somebody.UserId:N}"));
        using var api = app.Api(someone);
        var words = by switch { 0 => somebody.Email.ToUpperInvariant(), 1 => $"100%_{somebody.UserId:N}", _ => $"WENDY{somebody.UserId:N}" };
        var found = await api.GetFromJsonAsync<JsonElement>($"/api/operations/users?q={Uri.EscapeDataString(words)}", Ct);
        Assert.Equal(somebody.UserId, Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Empty((await api.GetFromJsonAsync<JsonElement>($"/api/operations/users?q={Uri.EscapeDataString(words.Replace('_', '%'))}x", Ct)).GetProperty("items").EnumerateArray());
        Assert.Equal("users.listed", (await LogAsync(api, $"operator={someone.UserId}"))[1].GetProperty("action").GetString());
        Assert.Equal(words, (await LogAsync(api, $"operator={someone.UserId}"))[1].GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Lists_go_on_where_the_page_before_ended_by_page_and_api()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        var made = new List<Guid>();
        for (var i = 0; i < 35; i++)
        {
            made.Add((await app.JoinAsync(owner, Role.Viewer, $"paged{owner.UserId:N}")).UserId);
        }

        using var api = app.Api(someone);
        var first = await api.GetFromJsonAsync<JsonElement>($"/api/operations/users?q=paged{owner.UserId:N}", Ct);
        var second = await api.GetFromJsonAsync<JsonElement>($"/api/operations/users?q=paged{owner.UserId:N}&cursor={first.GetProperty("next").GetString()}", Ct);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(
            made.OrderDescending(), first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(u => u.GetProperty("id").GetGuid()));
        using var pages = await app.PagesAsync(someone);
        var page = await pages.GetStringAsync(new Uri($"/operations/users?q=paged{owner.UserId:N}", UriKind.Relative), Ct);
        Assert.Contains($"before={first.GetProperty("next").GetString()}", page, StringComparison.Ordinal);
        Assert.Contains("Nobody matches", await pages.GetStringAsync(new Uri("/operations/users?q=nobody-at-all", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains("No restaurant matches", await pages.GetStringAsync(new Uri("/operations/restaurants?q=nothing-at-all", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains(owner.Email, await pages.GetStringAsync(new Uri($"/operations/restaurants?q={owner.Email}", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_page_tells_where_they_belong_and_are_signed_in_and_nothing_secret()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorAsync());
        using var phone = app.Anonymous();
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36");
        await KitchenGuardApp.PostFormAsync(phone, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        using var pages = await app.PagesAsync(someone);
        var page = await pages.GetStringAsync(new Uri($"/operations/users/{owner.UserId}", UriKind.Relative), Ct);
        Assert.Contains("Chrome on Android", page, StringComparison.Ordinal);
        Assert.Contains($"Restaurant of {owner.Email}", page, StringComparison.Ordinal);
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var user = await db.Users.SingleAsync(u => u.Id == owner.UserId, Ct);
        Assert.DoesNotContain(user.PasswordHash!, page, StringComparison.Ordinal);
        Assert.DoesNotContain(user.SecurityStamp!, page, StringComparison.Ordinal);
        var entry = await db.OperatorEntries.SingleAsync(e => e.SubjectId == owner.UserId, Ct);
        Assert.Equal(("user.seen", someone.UserId, $"Test Owner <{owner.Email}>", app.Clock.GetUtcNow().UtcTicks / 10), (entry.Action, entry.UserId, entry.Subject, entry.At.UtcTicks / 10));
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync(new Uri($"/operations/users/{Guid.CreateVersion7()}", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_restaurants_page_counts_and_names_neither_items_nor_costs()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        await app.ImportAsync(owner, "name,quantity,unit cost\nSecret truffle,5,317.5\nRice,25,2\n");
        await app.SendAsync(owner, "name,quantity\nPepper,1\n", department: "bar");
        using var api = app.Api(someone);
        var place = await api.GetFromJsonAsync<JsonElement>($"/api/operations/restaurants/{owner.RestaurantId}", Ct);
        Assert.Equal((2, 0, 2), (place.GetProperty("kitchenItems").GetInt32(), place.GetProperty("barItems").GetInt32(), place.GetProperty("movements").GetInt32()));
        Assert.Equal(["bar pending", "kitchen completed"], place.GetProperty("imports").EnumerateArray().Select(i => $"{i.GetProperty("department").GetString()} {i.GetProperty("status").GetString()}"));
        Assert.Equal([owner.UserId], place.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("userId").GetGuid()));
        using var pages = await app.PagesAsync(someone);
        var page = await pages.GetStringAsync(new Uri($"/operations/restaurants/{owner.RestaurantId}", UriKind.Relative), Ct);
        foreach (var body in new[] { page, place.GetRawText() })
        {
            Assert.DoesNotContain("truffle", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("317", body, StringComparison.Ordinal);
        }

        var seen = await LogAsync(api, $"subject={owner.RestaurantId}");
        Assert.Equal(["restaurant.seen", "restaurant.seen"], seen.Select(e => e.GetProperty("action").GetString()));
        var figures = await api.GetFromJsonAsync<JsonElement>("/api/operations", Ct);
        Assert.True(figures.GetProperty("restaurants").GetInt32() >= 2 && figures.GetProperty("users").GetInt32() >= 2 && figures.GetProperty("waiting").GetInt32() >= 1);
    }

    [Fact]
    public async Task The_log_is_filtered_by_what_who_whom_and_day()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        using var api = app.Api(someone);
        await api.GetStringAsync(new Uri($"/api/operations/users/{owner.UserId}", UriKind.Relative), Ct);
        await api.PostAsJsonAsync($"/api/operations/users/{owner.UserId}/lock", new { reason = Reason }, Ct);
        Assert.Equal(["user.locked", "user.seen"], (await LogAsync(api, $"subject={owner.UserId}")).Select(e => e.GetProperty("action").GetString()));
        var locked = Assert.Single(await LogAsync(api, $"operator={someone.UserId}&action=user.locked"));
        Assert.Equal((Reason, owner.UserId), (locked.GetProperty("reason").GetString(), locked.GetProperty("subjectId").GetGuid()));
        var today = app.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(2, (await LogAsync(api, $"subject={owner.UserId}&from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}")).Count);
        Assert.Empty(await LogAsync(api, $"subject={owner.UserId}&to={today.AddDays(-1):yyyy-MM-dd}"));
        Assert.Empty(await LogAsync(api, $"operator={owner.UserId}"));
        Assert.Equal(2, (await LogAsync(api, $"subject={owner.UserId}&from=0001-01-01&to=9999-12-31")).Count);
        using var pages = await app.PagesAsync(someone);
        Assert.Contains(Reason, await pages.GetStringAsync(new Uri($"/operations/log?subject={owner.UserId}", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains("Nothing of that kind happened", await pages.GetStringAsync(new Uri("/operations/log?to=2001-01-01", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> LogAsync(HttpClient api, string query) =>
        [.. (await api.GetFromJsonAsync<JsonElement>($"/api/operations/log?{query}", Ct)).GetProperty("items").EnumerateArray()];

    private async Task ChangeAsync(Owner somebody, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<User>> change)
    {
        using var scope = app.Services.CreateScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == somebody.UserId).ExecuteUpdateAsync(change, Ct));
    }
}
