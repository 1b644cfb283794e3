using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

public sealed class RestaurantsTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_of_two_restaurants_goes_from_one_to_the_other()
    {
        var (home, away) = await OfTwoAsync(Role.Viewer);
        using var client = await app.PagesAsync(home);
        var page = await client.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct);
        Assert.Contains($"value=\"{away.RestaurantId}\"", page);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/members", UriKind.Relative), Ct)).StatusCode);

        Assert.Equal("/dashboard", (await SwitchAsync(client, away.RestaurantId)).Headers.Location?.ToString());
        Assert.Contains($"Restaurant of {away.Email}", await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/members", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SwitchAsync(client, Guid.CreateVersion7())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SwitchAsync(client, (await app.RegisterAsync()).RestaurantId)).StatusCode);
        Assert.Contains($"Restaurant of {away.Email}", await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task A_form_left_open_in_another_tab_writes_nothing_into_the_restaurant_gone_to()
    {
        var (home, away) = await OfTwoAsync(Role.Manager);
        using var client = await app.PagesAsync(home);
        var open = await client.GetStringAsync(new Uri("/kitchen/new", UriKind.Relative), Ct);
        var token = System.Text.RegularExpressions.Regex.Match(open, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        await SwitchAsync(client, away.RestaurantId);
        Assert.Equal(HttpStatusCode.BadRequest, await AddAsync());
        await SwitchAsync(client, home.RestaurantId);
        Assert.Equal(HttpStatusCode.Redirect, await AddAsync());

        async Task<HttpStatusCode> AddAsync()
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Name"] = "Salt", ["Input.Unit"] = "kg", ["__RequestVerificationToken"] = token });
            return (await client.PostAsync(new Uri("/kitchen/new", UriKind.Relative), form, Ct)).StatusCode;
        }
    }

    [Fact]
    public async Task A_script_says_at_login_where_it_acts()
    {
        var (home, away) = await OfTwoAsync(Role.KitchenStaff);
        using var client = app.Anonymous();
        Assert.Equal(home.RestaurantId, (await LoginAsync(null)).GetProperty("restaurant").GetProperty("id").GetGuid());
        var there = await LoginAsync(away.RestaurantId);
        Assert.Equal("kitchenStaff", there.GetProperty("restaurant").GetProperty("role").GetString());
        client.DefaultRequestHeaders.Authorization = new("Bearer", there.GetProperty("accessToken").GetString());
        var me = await client.GetFromJsonAsync<JsonElement>("/api/auth/me", Ct);
        Assert.Equal(away.RestaurantId, me.GetProperty("restaurant").GetProperty("id").GetGuid());
        Assert.Equal(2, me.GetProperty("restaurants").GetArrayLength());
        var foreign = await client.PostAsJsonAsync("/api/auth/login", new { login = home.Email, password = home.Password, restaurantId = (await app.RegisterAsync()).RestaurantId }, Ct);
        var missing = await client.PostAsJsonAsync("/api/auth/login", new { login = home.Email, password = home.Password, restaurantId = Guid.CreateVersion7() }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Equal(await missing.Content.ReadAsStringAsync(Ct), await foreign.Content.ReadAsStringAsync(Ct));

        async Task<JsonElement> LoginAsync(Guid? restaurantId)
        {
            var answer = await client.PostAsJsonAsync("/api/auth/login", new { login = home.Email, password = home.Password, restaurantId }, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }
    }

    [Fact]
    public async Task Somebody_signed_in_opens_a_further_restaurant_without_saying_again_who_they_are()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        Assert.Equal("/register/restaurant", (await client.GetAsync(new Uri("/register", UriKind.Relative), Ct)).Headers.Location?.ToString());
        Assert.Contains("Step 1 of 2", await client.GetStringAsync(new Uri("/register/restaurant", UriKind.Relative), Ct));
        var kept = await KitchenGuardApp.PostFormAsync(client, "/register/restaurant", new()
        {
            ["Input.Name"] = "Chez Deux", ["Input.TimeZone"] = "Europe/Paris", ["Input.Currency"] = "EUR", ["Input.Locale"] = "fr-FR",
        });
        Assert.Equal("/register/files", kept.Headers.Location?.ToString());
        Assert.Equal("/dashboard", (await KitchenGuardApp.PostFormAsync(client, "/register/files", [])).Headers.Location?.ToString());
        Assert.Contains("Chez Deux", await client.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct));
        var mine = await client.GetStringAsync(new Uri("/restaurants", UriKind.Relative), Ct);
        Assert.Contains($"Restaurant of {owner.Email}", mine);
        Assert.Contains("Chez Deux", mine);
    }

    [Fact]
    public async Task Who_belongs_to_no_restaurant_any_more_is_told_so_and_can_still_be_invited()
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using var api = app.Api(owner);
        await api.DeleteAsync(new Uri($"/api/members/{await app.MemberIdAsync(cook)}", UriKind.Relative), Ct);
        using var client = await app.PagesAsync(cook);
        Assert.Equal("/restaurants", (await client.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).Headers.Location?.ToString());
        Assert.Contains("You belong to no restaurant", await client.GetStringAsync(new Uri("/restaurants", UriKind.Relative), Ct));
        using var anonymous = app.Anonymous();
        var login = await anonymous.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, login.StatusCode);
        Assert.Contains("no_restaurant", await login.Content.ReadAsStringAsync(Ct));

        await api.PostAsJsonAsync("/api/invitations", new { email = cook.Email, role = "barStaff" }, Ct);
        Assert.Equal("/dashboard", (await KitchenGuardApp.PostFormAsync(client, await app.LinkToAsync(cook.Email), [])).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/bar", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Another_currency_wants_to_be_confirmed_and_converts_nothing()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        var fields = new Dictionary<string, string>
        {
            ["Input.Name"] = "Renamed", ["Input.TimeZone"] = "Asia/Tokyo", ["Input.Currency"] = "JPY", ["Input.Locale"] = "ja-JP", ["Input.Phone"] = "+81 3 1234",
        };
        var asked = await KitchenGuardApp.PostFormAsync(client, "/settings", new(fields));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Input.ConfirmCurrency", await asked.Content.ReadAsStringAsync(Ct));
        fields["Input.ConfirmCurrency"] = "true";
        Assert.Equal("/settings", (await KitchenGuardApp.PostFormAsync(client, "/settings", new(fields))).Headers.Location?.ToString());
        var page = await client.GetStringAsync(new Uri("/settings", UriKind.Relative), Ct);
        Assert.Contains("Renamed", page);
        using var api = app.Api(owner);
        var stored = await api.GetFromJsonAsync<JsonElement>("/api/restaurant", Ct);
        Assert.Equal(("JPY", "Asia/Tokyo", false), (stored.GetProperty("currency").GetString(), stored.GetProperty("timeZone").GetString(), stored.GetProperty("staffSeeCosts").GetBoolean()));
    }

    /// <summary>Somebody who owns a restaurant and is a member of another, whose owner comes second.</summary>
    private async Task<(Owner Home, Owner Away)> OfTwoAsync(Role role)
    {
        var (home, away) = (await app.RegisterAsync(), await app.RegisterAsync());
        using var scope = app.Inside(away.RestaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = away.RestaurantId, UserId = home.UserId, Role = role, CreatedAt = now });
        await db.SaveChangesAsync(Ct);
        return (home, away);
    }

    private static Task<HttpResponseMessage> SwitchAsync(HttpClient client, Guid restaurant) =>
        KitchenGuardApp.PostFormAsync(client, "/restaurants", new() { ["id"] = $"{restaurant}" });
}
