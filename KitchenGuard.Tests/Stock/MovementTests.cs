using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Inventory;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Stock;

public sealed class MovementTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_knows_its_sign_and_the_ledger_carries_the_balance()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Beef", unit = "kg", quantity = 10, unitCost = 8 });
        Assert.Equal(15m, await PostAsync(api, id, new { kind = "receive", quantity = 5, unitCost = 7.5 }));
        Assert.Equal(12.5m, await PostAsync(api, id, new { kind = "use", quantity = 2500, unit = "g" }));
        Assert.Equal(12m, await PostAsync(api, id, new { kind = "waste", quantity = 0.5, reason = "spoiled", note = "fridge off" }));
        Assert.Equal(11m, await PostAsync(api, id, new { kind = "correction", quantity = -1 }));
        Assert.Equal(9m, await PostAsync(api, id, new { kind = "count", quantity = 9 }));
        Assert.Equal(9m, await PostAsync(api, id, new { kind = "count", quantity = 9 }));

        var first = await api.GetFromJsonAsync<JsonElement>($"/api/items/{id}/movements?limit=4", Ct);
        var rest = await api.GetFromJsonAsync<JsonElement>($"/api/items/{id}/movements?limit=4&cursor={first.GetProperty("next").GetString()}", Ct);
        var lines = first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal(["count", "count", "correction", "waste", "use", "receive", "count"], lines.Select(l => l.GetProperty("kind").GetString()));
        Assert.Equal([0m, -2m, -1m, -0.5m, -2.5m, 5m, 10m], lines.Select(l => l.GetProperty("quantity").GetDecimal()));
        Assert.Equal([9m, 9m, 11m, 12m, 12.5m, 15m, 10m], lines.Select(l => l.GetProperty("balance").GetDecimal()));
        Assert.Equal((2500m, "g"), (lines[4].GetProperty("enteredQuantity").GetDecimal(), lines[4].GetProperty("enteredUnit").GetString()));
        Assert.Equal((7.5m, 8m), (lines[5].GetProperty("unitCost").GetDecimal(), lines[4].GetProperty("unitCost").GetDecimal()));
        Assert.Equal("Test Owner", lines[0].GetProperty("by").GetString());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("""{"kind":"receive","quantity":0}""", "quantity_not_above_zero")]
    [InlineData("""{"kind":"use","quantity":-1}""", "quantity_not_above_zero")]
    [InlineData("""{"kind":"use","quantity":0.0000001}""", "quantity_not_above_zero")]
    [InlineData("""{"kind":"count","quantity":-1}""", "count_below_zero")]
    [InlineData("""{"kind":"correction","quantity":0}""", "nothing_to_correct")]
    [InlineData("""{"kind":"import","quantity":1}""", "kind_not_postable")]
    [InlineData("""{"kind":"undo","quantity":1}""", "kind_not_postable")]
    [InlineData("""{"kind":"transfer","quantity":1}""", "no_target")]
    [InlineData("""{"kind":"transfer","quantity":1,"to":{"department":"bar","storageArea":"x"}}""", "no_target")]
    [InlineData("""{"kind":"transfer","quantity":1,"to":{"department":"kitchen"}}""", "same_place")]
    [InlineData("""{"kind":"transfer","quantity":1,"to":{"storageArea":"main"}}""", "same_place")]
    [InlineData("""{"kind":"use","quantity":1,"to":{"department":"bar"}}""", "target_not_taken")]
    [InlineData("""{"kind":"use","quantity":1,"unit":"l"}""", "unit_not_convertible")]
    [InlineData("""{"kind":"use","quantity":1,"unit":"tubs"}""", "unit_not_convertible")]
    [InlineData("""{"kind":"use","quantity":1,"unit":"case"}""", "no_case_size")]
    [InlineData("""{"kind":"use","quantity":1,"occurredAt":"2999-01-01T00:00:00Z"}""", "in_the_future")]
    public async Task What_makes_no_sense_is_refused_and_moves_nothing(string json, string code)
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await ItemApiTests.CreateAsync(api, new { name = "Rice", unit = "kg", quantity = 1 });
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var answer = await api.PostAsync(new Uri($"/api/items/{id}/movements", UriKind.Relative), body, Ct);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        Assert.Equal(1m, (await api.GetFromJsonAsync<JsonElement>(url, Ct)).GetProperty("quantity").GetDecimal());
    }

    [Theory]
    [InlineData("9223372036854775807 79228162514264337593543950335")]
    [InlineData("9223372036854775807 -79228162514264337593543950335")]
    [InlineData("-1 0")]
    [InlineData("1")]
    public async Task A_cursor_that_no_ledger_gave_is_refused(string inside)
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Rice", unit = "kg", quantity = 1 });
        await PostAsync(api, id, new { kind = "use", quantity = 3 });
        var cursor = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(System.Text.Encoding.ASCII.GetBytes(inside));
        var answer = await api.GetAsync(new Uri($"/api/items/{id}/movements?cursor={cursor}", UriKind.Relative), Ct);
        Assert.Equal("bad_cursor", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        using var pages = await app.PagesAsync(owner);
        Assert.Equal(HttpStatusCode.Redirect, (await pages.GetAsync(new Uri($"/items/{id}?cursor={cursor}", UriKind.Relative), Ct)).StatusCode);
    }

    [Theory]
    [InlineData("receive,use")]
    [InlineData("receive, receive")]
    [InlineData("1")]
    [InlineData(" use")]
    [InlineData("")]
    public async Task A_kind_is_exactly_one_word(string kind)
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var (url, id) = await ItemApiTests.CreateAsync(api, new { name = "Rice", unit = "kg", quantity = 1 });
        Assert.Equal(HttpStatusCode.BadRequest, (await api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind, quantity = 1 }, Ct)).StatusCode);
        using var pages = await app.PagesAsync(owner);
        var page = $"/items/{id}/movements/new";
        var answer = await KitchenGuardApp.PostFormAsync(pages, page, new() { ["kind"] = kind, ["quantity"] = "1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose what happened.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KitchenGuardApp.PostFormAsync(pages, page, new() { ["kind"] = "99", ["quantity"] = "1" })).StatusCode);
        Assert.Equal(1m, (await api.GetFromJsonAsync<JsonElement>(url, Ct)).GetProperty("quantity").GetDecimal());
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "RECEIVE", quantity = 1 }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Cases_and_fractions_are_converted_once_half_to_even()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Beer", unit = "bottle", caseSize = 24 }, "bar");
        Assert.Equal(36m, await PostAsync(api, id, new { kind = "receive", quantity = 1.5, unit = "case" }));
        var tooMuch = await api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "receive", quantity = 99_999_999_999, unit = "case" }, Ct);
        Assert.Equal("quantity_too_large", (await tooMuch.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        var (_, oil) = await ItemApiTests.CreateAsync(api, new { name = "Oil", unit = "l" });
        Assert.Equal(0.000002m, await PostAsync(api, oil, new { kind = "receive", quantity = 0.0025, unit = "ml" }));
        Assert.Equal(0.000006m, await PostAsync(api, oil, new { kind = "receive", quantity = 0.0035, unit = "ml" }));
    }

    [Fact]
    public async Task Below_zero_is_taken_with_a_warning()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Eggs", quantity = 2 });
        var answer = await api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "use", quantity = 3 }, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var posted = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(-1m, posted.GetProperty("onHand").GetDecimal());
        Assert.Contains("below zero", posted.GetProperty("warning").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_movements_at_once_add_up_and_counts_among_them_stay_exact()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await ItemApiTests.CreateAsync(api, new { name = "Rolls", quantity = 100 });
        var posts = Enumerable.Range(0, 100).Select(n => api.PostAsJsonAsync(
            $"/api/items/{id}/movements", n % 10 == 0 ? new { kind = "count", quantity = 50 } : new { kind = n % 2 == 0 ? "use" : "receive", quantity = 1 }, Ct));
        Assert.All(await Task.WhenAll(posts), a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var ledger = await api.GetFromJsonAsync<JsonElement>($"/api/items/{id}/movements?limit=200", Ct);
        var lines = ledger.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(101, lines.Count);
        Assert.All(lines.SkipLast(1).Where(l => l.GetProperty("kind").GetString() == "count"), l => Assert.Equal(50m, l.GetProperty("balance").GetDecimal()));
        Assert.Equal(lines.Sum(l => l.GetProperty("quantity").GetDecimal()), (await api.GetFromJsonAsync<JsonElement>(url, Ct)).GetProperty("quantity").GetDecimal());
    }

    [Fact]
    public async Task A_count_of_an_earlier_moment_keeps_what_moved_since()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Wine", quantity = 10 });
        var counted = DateTimeOffset.Parse(
            (await LastAsync(api, id)).GetProperty("occurredAt").GetString()!, System.Globalization.CultureInfo.InvariantCulture).AddMilliseconds(1);
        await PostAsync(api, id, new { kind = "use", quantity = 3, occurredAt = counted.AddMilliseconds(5) });
        Assert.Equal(5m, await PostAsync(api, id, new { kind = "count", quantity = 8, occurredAt = counted }));
    }

    [Fact]
    public async Task Undo_reverses_once()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Ham", quantity = 5 });
        await PostAsync(api, id, new { kind = "use", quantity = 2 });
        var movement = (await LastAsync(api, id)).GetProperty("id").GetInt64();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.PostAsync($"/api/items/{id}/movements/{movement}/undo", null, Ct)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        var undo = await LastAsync(api, id);
        Assert.Equal(("undo", 2m, 5m, movement), (undo.GetProperty("kind").GetString(), undo.GetProperty("quantity").GetDecimal(),
            undo.GetProperty("balance").GetDecimal(), undo.GetProperty("reversesId").GetInt64()));
        var again = await api.PostAsync($"/api/items/{id}/movements/{undo.GetProperty("id").GetInt64()}/undo", null, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"/api/items/{id}/movements/999999999/undo", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_transfer_finds_or_makes_the_other_departments_item_and_undo_takes_back_both_sides()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Lemons", unit = "kg", quantity = 10, category = "Fruit" });
        var first = await SendAsync(api, id, new { kind = "transfer", quantity = 2, to = new { department = "bar" } });
        Assert.True(first.GetProperty("to").GetProperty("created").GetBoolean());
        var bar = first.GetProperty("to").GetProperty("itemId").GetGuid();
        Assert.Equal((8m, 2m), (first.GetProperty("onHand").GetDecimal(), first.GetProperty("to").GetProperty("onHand").GetDecimal()));
        var second = await SendAsync(api, id, new { kind = "transfer", quantity = 500, unit = "g", to = new { department = "bar" } });
        Assert.Equal(bar, second.GetProperty("to").GetProperty("itemId").GetGuid());
        Assert.Equal((7.5m, 2.5m), (second.GetProperty("onHand").GetDecimal(), second.GetProperty("to").GetProperty("onHand").GetDecimal()));

        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync($"/api/items/{id}/movements/{second.GetProperty("id").GetInt64()}/undo", null, Ct)).StatusCode);
        Assert.Equal(2m, (await LastAsync(api, bar)).GetProperty("balance").GetDecimal());
        Assert.Equal(8m, (await LastAsync(api, id)).GetProperty("balance").GetDecimal());
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsync(
            $"/api/items/{bar}/movements/{second.GetProperty("to").GetProperty("movementId").GetInt64()}/undo", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task Transfers_both_ways_at_once_neither_lock_each_other_out_nor_lose_anything()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (kitchenUrl, kitchen) = await ItemApiTests.CreateAsync(api, new { name = "Limes", quantity = 100 });
        var (barUrl, bar) = await ItemApiTests.CreateAsync(api, new { name = "limes", quantity = 100 }, "bar");
        var posts = Enumerable.Range(0, 30).Select(n => n % 2 == 0
            ? api.PostAsJsonAsync($"/api/items/{kitchen}/movements", new { kind = "transfer", quantity = 1, to = new { department = "bar" } }, Ct)
            : api.PostAsJsonAsync($"/api/items/{bar}/movements", new { kind = "transfer", quantity = 2, to = new { department = "kitchen" } }, Ct));
        Assert.All(await Task.WhenAll(posts), a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Equal(115m, (await api.GetFromJsonAsync<JsonElement>(kitchenUrl, Ct)).GetProperty("quantity").GetDecimal());
        Assert.Equal(85m, (await api.GetFromJsonAsync<JsonElement>(barUrl, Ct)).GetProperty("quantity").GetDecimal());
    }

    [Fact]
    public async Task A_transfer_to_a_storage_area_leaves_the_stock_and_shows_both_places()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Cola", quantity = 20 });
        Assert.Equal(20m, await PostAsync(api, id, new { kind = "transfer", quantity = 5, to = new { storageArea = "Bar fridge" } }));
        var lines = (await api.GetFromJsonAsync<JsonElement>($"/api/items/{id}/movements", Ct)).GetProperty("items").EnumerateArray().Take(2).ToList();
        Assert.Equal([("Bar fridge", 5m), ("Main", -5m)], lines.Select(l => (l.GetProperty("storageArea").GetString()!, l.GetProperty("quantity").GetDecimal())));
    }

    private static async Task<decimal> PostAsync(HttpClient api, Guid id, object movement) =>
        (await SendAsync(api, id, movement)).GetProperty("onHand").GetDecimal();

    private static async Task<JsonElement> SendAsync(HttpClient api, Guid id, object movement)
    {
        var answer = await api.PostAsJsonAsync($"/api/items/{id}/movements", movement, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private static async Task<JsonElement> LastAsync(HttpClient api, Guid id) =>
        (await api.GetFromJsonAsync<JsonElement>($"/api/items/{id}/movements?limit=1", Ct)).GetProperty("items")[0];
}
