using System.Net;
using System.Net.Http.Json;
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

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient api, Guid itemId, decimal quantity, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/items/{itemId}/movements");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new { kind = "use", quantity });
        var answer = await api.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
