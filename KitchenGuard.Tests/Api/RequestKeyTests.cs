using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Imports;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Api;

/// <summary>The header Idempotency-Key.</summary>
public sealed class RequestKeyTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string Items = "/api/inventory/kitchen";
    private const string Import = Items + "/import";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_again_is_done_once_and_answered_as_before()
    {
        var owner = await app.RegisterAsync();
        using var first = await SendAsync(owner, Items, """{"name":"Basil","quantity":3}""", "one");
        using var again = await SendAsync(owner, Items, """{"name":"Basil","quantity":3}""", "one");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(
            (first.Headers.Location, first.Headers.ETag, first.Content.Headers.ContentType, await first.Content.ReadAsStringAsync(Ct)),
            (again.Headers.Location, again.Headers.ETag, again.Content.Headers.ContentType, await again.Content.ReadAsStringAsync(Ct)));
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal((false, true), (first.Headers.Contains("Idempotency-Replayed"), again.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(["Basil|3|x"], await app.ListAsync(owner, "'x'"));
    }

    [Fact]
    public async Task Many_at_once_under_one_key_make_one_import()
    {
        var owner = await app.RegisterAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(owner, Import, "name,quantity\nBasil,3\n", "one", "text/csv")));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict, a.StatusCode.ToString()));
        Assert.Single(answers.Where(a => a.StatusCode == HttpStatusCode.Accepted).Select(a => a.Headers.Location).Distinct());
        foreach (var busy in answers.Where(a => a.StatusCode == HttpStatusCode.Conflict))
        {
            Assert.Equal("in_flight", await CodeAsync(busy));
            Assert.NotNull(busy.Headers.RetryAfter);
        }

        Assert.Equal(["1"], await app.RowsAsync("select count(*) from inventory.imports where restaurant_id = $1", owner.RestaurantId));
    }

    [Theory]
    [InlineData("", "name,quantity\nBasil,4\n")]
    [InlineData("?quantities=add", "name,quantity\nBasil,3\n")]
    public async Task Something_else_under_a_used_key_is_refused(string query, string text)
    {
        var owner = await app.RegisterAsync();
        using var first = await SendAsync(owner, Import, "name,quantity\nBasil,3\n", "one", "text/csv");
        using var other = await SendAsync(owner, Import + query, text, "one", "text/csv");
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.UnprocessableEntity, "key_reused"), (first.StatusCode, other.StatusCode, await CodeAsync(other)));
        Assert.Equal(["1"], await app.RowsAsync("select count(*) from inventory.imports where restaurant_id = $1", owner.RestaurantId));
    }

    [Fact]
    public async Task A_form_is_the_same_whatever_is_between_its_parts()
    {
        var owner = await app.RegisterAsync();
        using var first = await UploadAsync(owner, "a", """{"quantities":"add"}""");
        using var again = await UploadAsync(owner, "b", """{"quantities":"add"}""");
        using var other = await UploadAsync(owner, "c", """{"quantities":"set"}""");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal("key_reused", await CodeAsync(other));
        await app.RunAsync(Guid.Parse(first.Headers.Location!.ToString().Split('/')[^1]));
        Assert.Equal(["Basil|3|x"], await app.ListAsync(owner, "'x'"));
    }

    [Fact]
    public async Task What_was_refused_is_mended_under_the_same_key()
    {
        var owner = await app.RegisterAsync();
        using var refused = await SendAsync(owner, Items, """{"name":""}""", "one");
        Assert.False(refused.IsSuccessStatusCode);
        using var taken = await SendAsync(owner, Items, """{"name":"Basil"}""", "one");
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Fact]
    public async Task Keys_of_two_restaurants_do_not_meet_and_a_day_later_a_key_is_new()
    {
        var (first, second) = (await app.RegisterAsync(), await app.RegisterAsync());
        foreach (var owner in new[] { first, second })
        {
            using var answer = await SendAsync(owner, Items, """{"name":"Basil"}""", "one");
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        await app.RowsAsync("update auth.request_keys set created_at = now() - interval '24 hours 1 minute' where restaurant_id = $1", first.RestaurantId);
        using var next = await SendAsync(first, Items, """{"name":"Chives"}""", "one");
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
    }

    [Fact]
    public async Task A_request_whose_server_died_is_not_done_again_unseen()
    {
        var owner = await app.RegisterAsync();
        using var first = await SendAsync(owner, Items, """{"name":"Basil"}""", "one");
        await app.RowsAsync("update auth.request_keys set status = null where restaurant_id = $1", owner.RestaurantId);
        using var soon = await SendAsync(owner, Items, """{"name":"Basil"}""", "one");
        Assert.Equal((HttpStatusCode.Conflict, "in_flight"), (soon.StatusCode, await CodeAsync(soon)));
        await app.RowsAsync("update auth.request_keys set created_at = now() - interval '11 minutes' where restaurant_id = $1", owner.RestaurantId);
        using var late = await SendAsync(owner, Items, """{"name":"Basil"}""", "one");
        Assert.Equal((HttpStatusCode.Conflict, "outcome_unknown"), (late.StatusCode, await CodeAsync(late)));
    }

    [Fact]
    public async Task A_request_that_ended_in_a_fault_says_so_from_then_on()
    {
        var owner = await app.RegisterAsync();
        await app.RowsAsync("create function inventory.fail() returns trigger language plpgsql as $$ begin raise exception 'A fault.'; end $$");
        await app.RowsAsync("create trigger fail before insert on inventory.items for each row when (new.name = 'Fault') execute function inventory.fail()");
        using var fault = await SendAsync(owner, Items, """{"name":"Fault"}""", "one");
        Assert.Equal(HttpStatusCode.InternalServerError, fault.StatusCode);
        using var again = await SendAsync(owner, Items, """{"name":"Fault"}""", "one");
        Assert.Equal((HttpStatusCode.Conflict, "outcome_unknown"), (again.StatusCode, await CodeAsync(again)));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused_and_bodies_are_judged_as_without_one()
    {
        var owner = await app.RegisterAsync();
        using var longKey = await SendAsync(owner, Items, """{"name":"Basil"}""", new string('k', 201));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key_too_long"), (longKey.StatusCode, await CodeAsync(longKey)));
        using var broken = await SendAsync(owner, Import, "--x\r\nnonsense", "one", "multipart/form-data; boundary=x");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        using var large = await SendAsync(owner, Import, new string('x', 52 << 20), "two", "text/csv");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var huge = await SendAsync(owner, Items, $$"""{"name":"Basil","notes":"{{new string('x', 31 << 20)}}"}""", "three");
        Assert.False(huge.IsSuccessStatusCode);
        Assert.True(huge.StatusCode < HttpStatusCode.InternalServerError, huge.StatusCode.ToString());
    }

    private async Task<HttpResponseMessage> UploadAsync(Owner owner, string boundary, string options)
    {
        using var client = app.Api(owner);
        using var form = new MultipartFormDataContent(boundary)
        {
            { new StringContent(options), "options" },
            { new StringContent("name,quantity\nBasil,3\n", Encoding.UTF8, "text/csv"), "file", "list.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Import) { Content = form, Headers = { { "Idempotency-Key", "form" } } };
        return await client.SendAsync(request, Ct);
    }

    private async Task<HttpResponseMessage> SendAsync(Owner owner, string url, string body, string key, string type = "application/json")
    {
        using var client = app.Api(owner);
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content, Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request, Ct);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString();
}
