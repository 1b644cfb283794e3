using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Inventory;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Stock;

public sealed class MovementKeyTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_movement_sent_many_times_under_one_key_is_posted_once()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Beef", unit = "kg", quantity = 10 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(api, id, 2.5m, "till-7 #1")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => a.Body.GetProperty("id").GetInt64()).Distinct());
        Assert.Equal(7.5m, answers[0].Body.GetProperty("onHand").GetDecimal());
        Assert.Equal(5m, (await SendAsync(api, id, 2.5m, "till-7 #2")).Body.GetProperty("onHand").GetDecimal());
    }

    [Fact]
    public async Task Another_movement_under_a_used_key_is_refused()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Beef", unit = "kg", quantity = 10 });
        await SendAsync(api, id, 1, "one");
        var other = await SendAsync(api, id, 2, "one");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key_reused"), (other.Status, other.Body.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{"department":"bar"}""")]
    [InlineData("""{"storageArea":"Cellar"}""")]
    public async Task A_transfer_sent_many_times_under_one_key_moves_once(string to)
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Limes", unit = "kg", quantity = 10 });
        var body = $$"""{"kind":"transfer","quantity":3,"to":{{to}}}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(api, id, body, "door")));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Created, answers[0].Body.GetRawText()), (a.Status, a.Body.GetRawText())));
        Assert.Equal(answers[0].Body.GetRawText(), (await SendAsync(api, id, body, "door")).Body.GetRawText());
        var ledger = await api.GetFromJsonAsync<JsonElement>($"/api/items/{id}/movements", Ct);
        Assert.Equal(to.Contains("bar", StringComparison.Ordinal) ? 1 : 2, ledger.GetProperty("items").EnumerateArray().Count(m => m.GetProperty("kind").GetString() == "transfer"));
        if (answers[0].Body.GetProperty("to") is { ValueKind: JsonValueKind.Object } other)
        {
            Assert.Equal((true, 3m), (other.GetProperty("created").GetBoolean(), other.GetProperty("onHand").GetDecimal()));
            var next = (await SendAsync(api, id, body, "next")).Body.GetProperty("to").GetRawText();
            Assert.Contains("\"created\":false", next, StringComparison.Ordinal);
            Assert.Equal(next, (await SendAsync(api, id, body, "next")).Body.GetProperty("to").GetRawText());
        }
    }

    [Theory]
    [InlineData("""{"kind":"transfer","quantity":1,"to":{"department":"bar"}}""", """{"kind":"transfer","quantity":1,"to":{"storageArea":"Cellar"}}""")]
    [InlineData("""{"kind":"transfer","quantity":1,"to":{"storageArea":"Cellar"}}""", """{"kind":"transfer","quantity":1,"to":{"storageArea":"Attic"}}""")]
    [InlineData("""{"kind":"transfer","quantity":1,"to":{"department":"bar"}}""", """{"kind":"use","quantity":1}""")]
    [InlineData("""{"kind":"use","quantity":1}""", """{"kind":"use","quantity":1,"unit":"case"}""")]
    [InlineData("""{"kind":"use","quantity":1}""", """{"kind":"use","quantity":1,"unit":"g"}""")]
    [InlineData("""{"kind":"use","quantity":1}""", """{"kind":"use","quantity":1,"note":"other"}""")]
    [InlineData("""{"kind":"waste","quantity":1,"reason":"spoiled"}""", """{"kind":"waste","quantity":1,"reason":"broken"}""")]
    [InlineData("""{"kind":"use","quantity":1,"occurredAt":"2026-01-01T00:00:00Z"}""", """{"kind":"use","quantity":1}""")]
    [InlineData("""{"kind":"receive","quantity":1}""", """{"kind":"receive","quantity":1,"unitCost":8}""")]
    public async Task Any_difference_under_a_used_key_is_refused_and_posts_nothing(string first, string other)
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await ItemApiTests.CreateAsync(api, new { name = "Beef", unit = "kg", caseSize = 10, quantity = 100, unitCost = 8 });
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(api, id, first, "one")).Status);
        var before = await api.GetStringAsync(url, Ct);
        var answer = await SendAsync(api, id, other, "one");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key_reused"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        Assert.Equal(before, await api.GetStringAsync(url, Ct));
    }

    [Fact]
    public async Task What_means_the_same_is_the_same_also_when_the_item_left_its_list()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await ItemApiTests.CreateAsync(api, new { name = "Beef", unit = "kg", quantity = 10 });
        var first = await SendAsync(api, id, """{"kind":"use","quantity":1.50,"note":" till ","occurredAt":"2026-01-01T02:00:00+02:00"}""", "one");
        await api.DeleteAsync(url, Ct);
        var again = await SendAsync(api, id, """{"kind":"use","quantity":1.5,"note":"till","unit":"","occurredAt":"2026-01-01T00:00:00Z"}""", "one");
        Assert.Equal((HttpStatusCode.Created, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
    }

    [Fact]
    public async Task Keys_of_two_restaurants_do_not_meet()
    {
        using var first = app.Api(await app.RegisterAsync());
        using var second = app.Api(await app.RegisterAsync());
        var (_, firstItem) = await ItemApiTests.CreateAsync(first, new { name = "Beef", unit = "kg", quantity = 10 });
        var (_, secondItem) = await ItemApiTests.CreateAsync(second, new { name = "Beef", unit = "kg", quantity = 10 });
        Assert.Equal(9m, (await SendAsync(first, firstItem, 1, "same")).Body.GetProperty("onHand").GetDecimal());
        Assert.Equal(9m, (await SendAsync(second, secondItem, 1, "same")).Body.GetProperty("onHand").GetDecimal());
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient api, Guid itemId, decimal quantity, string key) =>
        SendAsync(api, itemId, JsonSerializer.Serialize(new { kind = "use", quantity }), key);

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient api, Guid itemId, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/items/{itemId}/movements");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await api.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
