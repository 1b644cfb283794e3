using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Inventory;

public sealed class ItemListTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("sort=-name")]
    [InlineData("sort=quantity")]
    [InlineData("sort=-quantity")]
    [InlineData("sort=category")]
    [InlineData("sort=-value")]
    [InlineData("sort=unitCost&q=tem")]
    [InlineData("category=C1")]
    [InlineData("supplier=s0")]
    [InlineData("low=true")]
    public async Task Pages_of_every_order_and_filter_show_each_item_once(string query)
    {
        using var api = await FilledAsync();
        var whole = await ReadAsync(api, query + "&limit=200");
        var paged = await ReadAsync(api, query + "&limit=3");
        Assert.NotEmpty(whole);
        Assert.Equal(whole, paged);
        Assert.Equal(whole.Count, whole.Distinct().Count());
    }

    [Theory]
    [InlineData("creme brulee", "Crème Brûlée")]
    [InlineData("BRULEE crème", "Crème Brûlée")]
    [InlineData("x9", "Crème Brûlée")]
    [InlineData("50%", "Juice 50% off_1")]
    [InlineData("off_1", "Juice 50% off_1")]
    [InlineData("nichts", null)]
    [InlineData("%", "Juice 50% off_1")]
    [InlineData("_", "Juice 50% off_1")]
    [InlineData("molkerei", "Crème Brûlée")]
    public async Task Search_folds_and_takes_terms_literally(string q, string? expected)
    {
        using var api = app.Api(await app.RegisterAsync());
        await ItemApiTests.CreateAsync(api, new { name = "Crème Brûlée", sku = "X9", supplier = "Molkerei" });
        await ItemApiTests.CreateAsync(api, new { name = "Juice 50% off_1" });
        var names = await ReadAsync(api, "q=" + Uri.EscapeDataString(q));
        Assert.Equal(expected is null ? [] : [expected], names);
    }

    [Theory]
    [InlineData("cursor=nonsense", 422)]
    [InlineData("sort=colour", 422)]
    [InlineData("limit=0", 400)]
    [InlineData("limit=201", 400)]
    [InlineData("limit=x", 400)]
    [InlineData("sort=quantity&cursor=cXVhbnRpdHkfMDE5M2IzNmM3ZDk4N2Y1YmE0NWE2YjU4N2Y1YmE0NWEfeHl6", 422)]
    public async Task Nonsense_is_refused_with_problem_details(string query, int status)
    {
        using var api = app.Api(await app.RegisterAsync());
        var answer = await api.GetAsync($"/api/inventory/kitchen?{query}", Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_unknown_department_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Api(await app.RegisterAsync()).GetAsync("/api/inventory/cellar", Ct)).StatusCode);

    [Fact]
    public async Task The_export_has_every_field_and_no_formula()
    {
        using var api = app.Api(await app.RegisterAsync());
        await ItemApiTests.CreateAsync(api, new
        {
            name = "=1+1", sku = "'x", brand = "a \"quoted\", b", notes = "two\nlines", quantity = 2.5, unit = "kg", expiresOn = "2027-01-02", unitCost = 1.25,
        });
        await ItemApiTests.CreateAsync(api, new { name = "＝2+2", brand = "＋b", category = "－c", supplier = "＠s", packSize = "6;750", notes = "a\tb" });
        await ItemApiTests.CreateAsync(api, new { name = "Zero" });
        await api.PostAsJsonAsync($"/api/items/{(await ItemApiTests.CreateAsync(api, new { name = "Below" })).Id}/movements", new { kind = "use", quantity = 3 }, Ct);
        var answer = await api.GetAsync("/api/inventory/kitchen/export", Ct);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith(
            "name,sku,barcode,brand,category,quantity,unit,packSize,caseSize,caseCost,unitCost,salePrice,parLevel,parCases,reorderPoint,supplier," +
            "storageArea,expiresOn,lotCode,bottleSize,abv,notes\r\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"'=1+1\",''x,,\"a \"\"quoted\"\", b\",,2.5,kg,,,,1.25,,,,,,Main,2027-01-02,,,,\"two\nlines\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("'＝2+2,,,'＋b,'－c,,each,\"6;750\",,,,,,,,'＠s,Main,,,,,\"a\tb\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Below,,,,,-3,each,", text, StringComparison.Ordinal);
    }

    private async Task<HttpClient> FilledAsync()
    {
        var api = app.Api(await app.RegisterAsync());
        for (var i = 0; i < 10; i++)
        {
            await ItemApiTests.CreateAsync(api, new
            {
                name = $"Item {i}", category = $"C{i % 2}", supplier = $"S{i % 2}", quantity = i % 4, unitCost = i % 3 == 0 ? (decimal?)null : i / 2m, parLevel = 2,
            });
        }

        return api;
    }

    private static async Task<List<string>> ReadAsync(HttpClient api, string query)
    {
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await api.GetFromJsonAsync<JsonElement>($"/api/inventory/kitchen?{query}{(cursor is null ? "" : "&cursor=" + cursor)}", Ct);
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return names;
    }
}
