using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Inventory;

/// <summary>Several items at once through plain forms, as without JavaScript.</summary>
public sealed partial class BulkPagesTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checked_items_get_a_category_and_a_supplier_and_the_toast_puts_each_back()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var rice = await ItemApiTests.CreateAsync(api, new { name = "Rice", category = "Dry", supplier = "Mill & Söhne" });
        var salt = await ItemApiTests.CreateAsync(api, new { name = "Salt", storageArea = "Cellar" });
        var milk = await ItemApiTests.CreateAsync(api, new { name = "Milk", category = "Dairy" });
        using var client = await app.PagesAsync(owner);

        var form = await KitchenGuardApp.PostFormAsync(client, "/kitchen/change", Ids("ids", rice.Id, salt.Id), "/kitchen");
        var page = WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync(Ct));
        Assert.Contains("Change 2 items", page, StringComparison.Ordinal);
        Assert.DoesNotContain(milk.Id.ToString(), page, StringComparison.Ordinal);

        var saved = await KitchenGuardApp.PostFormAsync(client, "/kitchen/change?handler=Save",
            new(Ids("ids", rice.Id, salt.Id)) { ["Input.Category"] = "Store cupboard", ["Input.Supplier"] = "Metro", ["Input.StorageArea"] = "" }, "/kitchen");
        Assert.Equal("/kitchen", saved.Headers.Location?.ToString());
        Assert.Equal([("Milk", "Dairy", null, "Main"), ("Rice", "Store cupboard", "Metro", "Main"), ("Salt", "Store cupboard", "Metro", "Cellar")], await ListAsync(api));

        var list = await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct);
        Assert.Contains("2 items are changed.", list, StringComparison.Ordinal);
        var undo = WebUtility.HtmlDecode(UndoUrl().Match(list).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, (await KitchenGuardApp.PostFormAsync(client, undo, [], "/kitchen")).StatusCode);
        Assert.Equal([("Milk", "Dairy", null, "Main"), ("Rice", "Dry", "Mill & Söhne", "Main"), ("Salt", null, null, "Cellar")], await ListAsync(api));
    }

    [Fact]
    public async Task Many_items_are_put_back_as_well()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var ids = new List<Guid>();
        for (var i = 0; i < 50; i++)
        {
            ids.Add((await ItemApiTests.CreateAsync(api, new { name = $"Item {i:00}", category = i % 2 == 0 ? "Dry" : null, supplier = "Mill" })).Id);
        }

        using var client = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(client, "/kitchen/change?handler=Save",
            new(Ids("ids", [.. ids])) { ["Input.Category"] = "Store cupboard", ["Input.Supplier"] = "Metro", ["Input.StorageArea"] = "Cellar" }, "/kitchen");
        var undo = WebUtility.HtmlDecode(UndoUrl().Match(await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct)).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, (await KitchenGuardApp.PostFormAsync(client, undo, [], "/kitchen")).StatusCode);
        var list = await ListAsync(api);
        Assert.Equal((25, 50, 50), (list.Count(item => item.Category == "Dry"), list.Count(item => item.Supplier == "Mill"), list.Count(item => item.Area == "Main")));
    }

    [Fact]
    public async Task Nothing_checked_or_nothing_filled_in_is_said()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        Assert.Equal("/bar?select=true", (await KitchenGuardApp.PostFormAsync(client, "/bar/change", [], "/bar")).Headers.Location?.ToString());
        Assert.Contains("Check the items first", await client.GetStringAsync(new Uri("/bar?select=true", UriKind.Relative), Ct), StringComparison.Ordinal);
        using var api = app.Api(owner);
        var gin = await ItemApiTests.CreateAsync(api, new { name = "Gin" }, "bar");
        var answer = await KitchenGuardApp.PostFormAsync(client, "/bar/change?handler=Save", Ids("ids", gin.Id), "/bar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Fill in at least one of the three.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_says_what_the_items_had_before()
    {
        using var api = app.Api(await app.RegisterAsync());
        var gin = await ItemApiTests.CreateAsync(api, new { name = "Gin", category = "Spirits" }, "bar");
        var answer = await api.PostAsJsonAsync("/api/inventory/bar/bulk", new { ids = new[] { gin.Id }, action = "set", category = "", storageArea = "Cellar" }, Ct);
        var before = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("before")[0];
        Assert.Equal(("Spirits", "Main"), (before.GetProperty("category").GetString(), before.GetProperty("storageArea").GetString()));
        Assert.Equal(JsonValueKind.Null, (await api.GetFromJsonAsync<JsonElement>($"/api/inventory/bar/{gin.Id}", Ct)).GetProperty("category").ValueKind);
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("csv-semicolon", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_list_links_to_its_exports(string format, string type)
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var link = $"/kitchen?handler=Export&format={format}";
        Assert.Contains(link, WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct)), StringComparison.Ordinal);
        var file = await client.GetAsync(new Uri(link, UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, type, "attachment"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType));
        Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync(Ct));
    }

    private static Dictionary<string, string> Ids(string name, params Guid[] ids) => ids.Index().ToDictionary(id => $"{name}[{id.Index}]", id => id.Item.ToString());

    private static async Task<List<(string? Name, string? Category, string? Supplier, string? Area)>> ListAsync(HttpClient api) =>
        [.. (await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items").EnumerateArray().Select(item =>
            (item.GetProperty("name").GetString(), item.GetProperty("category").GetString(), item.GetProperty("supplier").GetString(), item.GetProperty("storageArea").GetString()))];

    [GeneratedRegex("action=\"(/kitchen/change\\?handler=Undo[^\"]+)\"")]
    private static partial Regex UndoUrl();
}
