using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Inventory;

public sealed class ItemApiTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_cost_that_follows_and_is_too_large_is_refused_beside_its_field()
    {
        using var api = app.Api(await app.RegisterAsync());
        var answer = await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Saffron", caseCost = 9_999_999_999m, caseSize = 0.000001m }, Ct);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "unit_cost_too_large"), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("errors").TryGetProperty("unitCost", out _));
    }

    [Fact]
    public async Task An_item_is_created_with_every_field_and_read_back_the_same()
    {
        using var api = app.Api(await app.RegisterAsync());
        var given = new
        {
            name = "  House   Gin ", sku = "G-1", barcode = "4006381333931", brand = "Own", category = "Spirits", quantity = 3.5m, unit = "Flasche",
            packSize = "6x700 ml", caseSize = 6, caseCost = 90m, salePrice = 9.5m, parLevel = 12, parCases = 2, reorderPoint = 6,
            supplier = "Grüne Wiese", storageArea = "Cellar", expiresOn = "2027-03-31", lotCode = "L7", bottleSize = "700 ml", abv = 40.5, notes = "cold",
        };
        var created = await api.PostAsJsonAsync("/api/inventory/bar", given, Ct);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag!.ToString());
        var item = await api.GetFromJsonAsync<JsonElement>(created.Headers.Location, Ct);
        Assert.Equal("House Gin", item.GetProperty("name").GetString());
        Assert.Equal("bottle", item.GetProperty("unit").GetString());
        Assert.Equal("bar", item.GetProperty("department").GetString());
        Assert.Equal(15m, item.GetProperty("unitCost").GetDecimal());
        Assert.Equal("3.5", item.GetProperty("quantity").GetRawText());
        Assert.True(item.GetProperty("low").GetBoolean());
        Assert.Equal(52.5m, item.GetProperty("value").GetDecimal());
        foreach (var field in new[] { "sku", "barcode", "brand", "category", "packSize", "supplier", "storageArea", "expiresOn", "lotCode", "bottleSize", "notes" })
        {
            Assert.Equal(given.GetType().GetProperty(field)!.GetValue(given), item.GetProperty(field).GetString());
        }

        var ledger = await api.GetFromJsonAsync<JsonElement>($"/api/items/{item.GetProperty("id").GetGuid()}/movements", Ct);
        var opening = Assert.Single(ledger.GetProperty("items").EnumerateArray());
        Assert.Equal("count", opening.GetProperty("kind").GetString());
        Assert.Equal(3.5m, opening.GetProperty("quantity").GetDecimal());
    }

    [Theory]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":"x","caseSize":0}""", "caseSize")]
    [InlineData("""{"name":"x","abv":101}""", "abv")]
    [InlineData("""{"name":"x\u0000"}""", "name")]
    [InlineData("""{"name":"x","unitCost":99999999999}""", "unitCost")]
    public async Task What_cannot_be_kept_is_refused_beside_its_field(string json, string field)
    {
        using var api = app.Api(await app.RegisterAsync());
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var answer = await api.PostAsync(new Uri("/api/inventory/kitchen", UriKind.Relative), body, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Contains(problem.GetProperty("errors").EnumerateObject(), e => string.Equals(e.Name, field, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_second_item_with_the_same_sku_barcode_or_name_names_the_first()
    {
        using var api = app.Api(await app.RegisterAsync());
        await CreateAsync(api, new { name = "Flour", sku = "F1", barcode = "111" });
        foreach (var (other, code) in new (object, HttpStatusCode)[]
        {
            (new { name = "Other", sku = "f1" }, HttpStatusCode.Conflict),
            (new { name = "Other", barcode = "111" }, HttpStatusCode.Conflict),
            (new { name = " FLOUR" }, HttpStatusCode.Conflict),
            (new { name = "Flour", sku = "F2", barcode = "222" }, HttpStatusCode.Created),
            (new { name = "Flour", bottleSize = "1 kg" }, HttpStatusCode.Created),
        })
        {
            var answer = await api.PostAsJsonAsync("/api/inventory/kitchen", other, Ct);
            Assert.Equal(code, answer.StatusCode);
            if (code == HttpStatusCode.Conflict)
            {
                Assert.Contains("Flour", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Ten_people_adding_the_same_item_and_supplier_at_once_make_one_of_each()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Salt", supplier = "Nobel & Co", storageArea = "Dry" }, Ct)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            api.PostAsJsonAsync("/api/inventory/kitchen", new { name = $"Spice {n}", supplier = "New Spices", storageArea = "Rack" }, Ct)));
        Assert.All(others, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
    }

    [Fact]
    public async Task Put_and_patch_change_fields_and_never_the_stock()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, _) = await CreateAsync(api, new { name = "Butter", quantity = 4, unit = "kg", notes = "salted", unitCost = 2.5 });
        var put = await api.PutAsJsonAsync(url, new { name = "Butter", quantity = 5, unit = "kg" }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, put.StatusCode);
        Assert.Equal("quantity_is_ledger", (await put.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());

        var patched = await api.PatchAsJsonAsync(url, new { notes = (string?)null, parLevel = 8.25, quantity = 4.0 }, Ct);
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Equal("\"2\"", patched.Headers.ETag!.ToString());
        var item = await patched.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("notes").ValueKind);
        Assert.Equal(8.25m, item.GetProperty("parLevel").GetDecimal());
        Assert.Equal(2.5m, item.GetProperty("unitCost").GetDecimal());
        Assert.Equal(4m, item.GetProperty("quantity").GetDecimal());

        var replaced = await api.PutAsJsonAsync(url, new { name = "Butter, unsalted", unit = "kg" }, Ct);
        item = await replaced.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("parLevel").ValueKind);

        Assert.Equal(HttpStatusCode.BadRequest, (await api.PatchAsJsonAsync(url, new { abv = 200 }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PatchAsJsonAsync(url, new { abv = "strong" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PatchAsJsonAsync(url, new { unit = "g" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsJsonAsync(url, new { unit = "tub" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing_and_a_movement_makes_no_version_stale()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await CreateAsync(api, new { name = "Milk", unit = "l" });
        await api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "receive", quantity = 10 }, Ct);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, HttpMethod.Patch, url, "\"1\"", new { notes = "a" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(api, HttpMethod.Patch, url, "\"1\"", new { notes = "b" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(api, HttpMethod.Put, url, "W/\"2\"", new { name = "Milk" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(api, HttpMethod.Delete, url, "\"7\"", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, HttpMethod.Patch, url, "*", new { notes = "c" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, HttpMethod.Patch, url, null, new { notes = "d" })).StatusCode);
    }

    [Fact]
    public async Task Concurrent_patches_of_different_fields_all_hold_while_movements_run()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await CreateAsync(api, new { name = "Cream", unit = "l" });
        var movements = Enumerable.Range(0, 40).Select(_ => api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "receive", quantity = 0.1 }, Ct));
        var patches = new object[] { new { notes = "n" }, new { brand = "b" }, new { category = "c" } }.Select(p => api.PatchAsJsonAsync(url, p, Ct));
        var answers = await Task.WhenAll(movements.Concat(patches));
        Assert.All(answers, a => Assert.True(a.IsSuccessStatusCode, a.StatusCode.ToString()));
        var item = await api.GetFromJsonAsync<JsonElement>(url, Ct);
        Assert.Equal(("n", "b", "c", 4m), (item.GetProperty("notes").GetString(), item.GetProperty("brand").GetString(),
            item.GetProperty("category").GetString(), item.GetProperty("quantity").GetDecimal()));
    }

    [Fact]
    public async Task Delete_archives_and_restore_brings_back_unless_a_twin_took_the_place()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (url, id) = await CreateAsync(api, new { name = "Basil", quantity = 2 });
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(url, Ct)).StatusCode);
        Assert.True((await api.GetFromJsonAsync<JsonElement>(url, Ct)).GetProperty("archived").GetBoolean());
        Assert.Empty((await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items").EnumerateArray());
        Assert.Single((await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen?archived=true", Ct)).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "use", quantity = 1 }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"{url}/restore", null, Ct)).StatusCode);
        await api.DeleteAsync(url, Ct);
        await CreateAsync(api, new { name = "basil" });
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsync($"{url}/restore", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task Several_items_change_at_once_and_unknown_ones_are_named()
    {
        using var api = app.Api(await app.RegisterAsync());
        var ids = new List<Guid>();
        foreach (var name in new[] { "A", "B", "C" })
        {
            ids.Add((await CreateAsync(api, new { name })).Id);
        }

        var missing = Guid.CreateVersion7();
        var answer = await api.PostAsJsonAsync("/api/inventory/kitchen/bulk", new { ids = ids.Append(missing), action = "set", category = "Herbs", supplier = "Farm" }, Ct);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(3, result.GetProperty("changed").GetArrayLength());
        Assert.Equal(missing, result.GetProperty("notFound")[0].GetGuid());
        var list = await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen?category=Herbs&supplier=FARM", Ct);
        Assert.Equal(3, list.GetProperty("items").GetArrayLength());
        await api.PostAsJsonAsync("/api/inventory/kitchen/bulk", new { ids, action = "archive" }, Ct);
        Assert.Empty((await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PostAsJsonAsync("/api/inventory/kitchen/bulk", new { ids, action = "set" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Hides_another_restaurants_items()
    {
        using var mine = app.Api(await app.RegisterAsync());
        using var theirs = app.Api(await app.RegisterAsync());
        var (url, id) = await CreateAsync(mine, new { name = "Secret", quantity = 1 });
        var missing = url.Replace(id.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
        foreach (var (method, suffix) in new[] { ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/restore") })
        {
            var there = await SendAsync(theirs, new HttpMethod(method), url + suffix, null, method == "PATCH" ? new { notes = "x" } : null);
            var nowhere = await SendAsync(theirs, new HttpMethod(method), missing + suffix, null, method == "PATCH" ? new { notes = "x" } : null);
            Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
            Assert.Equal(await nowhere.Content.ReadAsStringAsync(Ct), await there.Content.ReadAsStringAsync(Ct));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/api/items/{id}/movements", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync(url.Replace("kitchen", "bar", StringComparison.Ordinal), Ct)).StatusCode);
    }

    internal static async Task<(string Url, Guid Id)> CreateAsync(HttpClient api, object item, string department = "kitchen")
    {
        var answer = await api.PostAsJsonAsync($"/api/inventory/{department}", item, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        var url = answer.Headers.Location!.ToString();
        return (url, Guid.Parse(url[^36..]));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, HttpMethod method, string url, string? ifMatch, object? body)
    {
        using var request = new HttpRequestMessage(method, url);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        return await api.SendAsync(request, Ct);
    }
}
