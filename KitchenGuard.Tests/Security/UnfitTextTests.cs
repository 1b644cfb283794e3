using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Tenancy;
using NpgsqlTypes;

namespace KitchenGuard.Tests.Security;

/// <summary>Texts that no database keeps, and names that look like others.</summary>
public sealed partial class UnfitTextTests(TwoRestaurantsApp app) : IClassFixture<TwoRestaurantsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_callers_NUL_is_refused_and_harms_nobody_elses_connection()
    {
        var (attacker, theirs) = await app.ArrangeAsync("attacker");
        var (owner, its) = await app.ArrangeAsync("victim");
        using var pages = await app.ClientAsync(attacker, isApi: false);
        var page = new Uri($"/items/{theirs.Item}/movements/new", UriKind.Relative);
        var token = Token().Match(await pages.GetStringAsync(page, Ct)).Groups[1].Value;
        var refused = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("waste"), "kind" }, { new StringContent("1"), "quantity" },
                { new StringContent("base"), "unit" }, { new StringContent("a\0b"), "reason" },
            };
            return (await pages.PostAsync(page, form, Ct)).StatusCode;
        }));
        Assert.All(refused, status => Assert.True((int)status is >= 400 and < 500, status.ToString()));

        using var api = app.Api(owner);
        var before = await OnHandAsync(api, its.Item);
        var used = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => api.PostAsJsonAsync($"/api/items/{its.Item}/movements", new { kind = "use", quantity = 1 }, Ct)));
        Assert.All(used, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(before - used.Length, await OnHandAsync(api, its.Item));
    }

    [Theory]
    [InlineData("a\0b", NpgsqlDbType.Text, true)]
    [InlineData("{\"a\":\"\\u0000\"}", NpgsqlDbType.Jsonb, true)]
    [InlineData("{\"a\":\"\\\\u0000\"}", NpgsqlDbType.Jsonb, false)]
    [InlineData("\\u0000", NpgsqlDbType.Text, false)]
    [InlineData("Zwiebel", NpgsqlDbType.Text, false)]
    public void A_NUL_is_seen_also_as_JSON_writes_it(string value, NpgsqlDbType type, bool isUnfit)
    {
        var thrown = Record.Exception(() => UnfitTextInterceptor.Check(value, type));
        Assert.Equal(isUnfit, thrown is UnfitTextException);
        Assert.Equal(value.Contains('\0', StringComparison.Ordinal), Record.Exception(() => UnfitTextInterceptor.Check(new[] { "x", value }, NpgsqlDbType.Text)) is UnfitTextException);
    }

    [Theory]
    [InlineData("alice\u200b@aa.example")]
    [InlineData("alice\u00ad@aa.example")]
    [InlineData("\u202ealice@aa.example")]
    [InlineData("alice@aa.example\u2060")]
    [InlineData("al\u0456ce@aa.example")]
    [InlineData("<b>x</b>@aa.example")]
    [InlineData("alice@aa")]
    public async Task An_address_that_looks_like_anothers_makes_no_account(string email)
    {
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/register", new { email, password = "violet rocket onion", fullName = "Alice", restaurant = new { name = "Twin" } }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("Sa\u202elt")]
    [InlineData("\ufeff")]
    public async Task A_name_that_cannot_be_seen_is_none(string name)
    {
        var (owner, _) = await app.ArrangeAsync("unseen" + Guid.CreateVersion7().ToString("N"));
        using var api = app.Api(owner);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.PostAsJsonAsync("/api/inventory/kitchen", new { name }, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_row_that_is_no_text_fails_its_import_and_not_the_sign_up()
    {
        using var client = app.Anonymous();
        using var body = new StringContent(
            """{"email":"half@aa.example","password":"violet rocket onion","fullName":"Half","restaurant":{"name":"Half"},"kitchen":[{"name":"\ud800"}]}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri("/api/auth/register", UriKind.Relative), body, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("kitchen", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("imports")[0].GetProperty("department").GetString());
    }

    [Fact]
    public async Task A_page_that_does_nothing_of_the_kind_says_so()
    {
        var (owner, its) = await app.ArrangeAsync("handlers");
        using var pages = await app.ClientAsync(owner, isApi: false);
        foreach (var page in new[] { "/account", "/audit", "/dashboard", "/kitchen", "/imports", $"/imports/{its.Import}", $"/items/{its.Item}" })
        {
            using var post = await pages.PostAsync(new Uri(page + "?handler=Zzz", UriKind.Relative), null, Ct);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
            using var trace = new HttpRequestMessage(HttpMethod.Trace, page);
            Assert.True((int)(await pages.SendAsync(trace, Ct)).StatusCode < 500);
        }
    }

    private static async Task<decimal> OnHandAsync(HttpClient api, Guid item) =>
        (await api.GetFromJsonAsync<JsonElement>($"/api/inventory/kitchen/{item}", Ct)).GetProperty("quantity").GetDecimal();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
