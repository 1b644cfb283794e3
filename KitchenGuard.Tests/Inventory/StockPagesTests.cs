using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Inventory;

public sealed class StockPagesTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_list_leads_to_the_import_and_to_adding_an_item()
    {
        using var pages = await app.PagesAsync(await app.RegisterAsync());
        var html = await pages.GetStringAsync(new Uri("/bar", UriKind.Relative), Ct);
        Assert.Contains("href=\"/imports/upload?department=bar\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/bar/new\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_added_used_and_undone_without_javascript()
    {
        var owner = await app.RegisterAsync(locale: "de-DE");
        using var pages = await app.PagesAsync(owner);
        using var api = app.Api(owner);
        var added = await KitchenGuardApp.PostFormAsync(pages, "/kitchen/new", new() { ["Input.Name"] = "Möhren", ["Input.Quantity"] = "10,5", ["Input.Unit"] = "KG" });
        Assert.Equal("/kitchen", added.Headers.Location?.ToString());
        var list = await pages.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct);
        Assert.Contains("„", list.Replace("“", "„", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("10,5 <span class=\"unit\">kg</span>", list, StringComparison.Ordinal);
        var item = (await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items")[0];
        var move = $"/items/{item.GetProperty("id").GetGuid()}/movements/new";

        var used = await KitchenGuardApp.PostFormAsync(pages, move, new() { ["kind"] = "use", ["quantity"] = "0,5" });
        Assert.Equal("/kitchen", used.Headers.Location?.ToString());
        list = await pages.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct);
        Assert.Contains("0,5 kg of Möhren used, 10 kg left.", WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        var undo = WebUtility.HtmlDecode(Regex.Match(list, "action=\"([^\"]*handler=Undo[^\"]*)\"").Groups[1].Value);
        await KitchenGuardApp.PostFormAsync(pages, undo, [], tokenFrom: move);
        Assert.Equal(10.5m, (await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items")[0].GetProperty("quantity").GetDecimal());

        var wrong = await KitchenGuardApp.PostFormAsync(pages, move, new() { ["kind"] = "use", ["quantity"] = "1.250" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("can be read two ways", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fragment_answers_only_htmx_and_is_the_part_of_the_page()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        await ItemApiTests.CreateAsync(api, new { name = "Thyme", quantity = 1 });
        using var pages = await app.PagesAsync(owner);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kitchen?q=thy&category=&supplier=");
        request.Headers.Add("HX-Request-Type", "partial");
        var answer = await pages.SendAsync(request, Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Contains("Thyme", html, StringComparison.Ordinal);
        Assert.Equal("/kitchen?q=thy", answer.Headers.GetValues("HX-Replace-Url").Single());
        Assert.Contains("HX-Request-Type", answer.Headers.Vary);
    }

    [Fact]
    public async Task The_second_editor_sees_both_versions_and_chooses_while_a_hundred_movements_run()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Olives", unit = "kg", quantity = 5, notes = "green", brand = "A" });
        using var first = await app.PagesAsync(owner);
        using var second = await app.PagesAsync(owner);
        var edit = $"/items/{id}/edit";
        var (mine, theirs) = (await FormAsync(first, edit), await FormAsync(second, edit));
        var movements = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => api.PostAsJsonAsync($"/api/items/{id}/movements", new { kind = "use", quantity = 0.01 }, Ct)));

        mine["Input.Notes"] = "black";
        mine["Input.ParLevel"] = "7";
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(first, edit, mine)).StatusCode);
        theirs["Input.Notes"] = "mixed";
        theirs["Input.Brand"] = "B";
        var conflict = await PostAsync(second, edit, theirs);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var html = WebUtility.HtmlDecode(await conflict.Content.ReadAsStringAsync(Ct));
        Assert.Contains("Yours: mixed", html, StringComparison.Ordinal);
        Assert.Contains("Theirs: black", html, StringComparison.Ordinal);
        Assert.Contains("Theirs: 7", html, StringComparison.Ordinal);
        var chosen = Fields(html);
        Assert.Equal("theirs", chosen["Take[parLevel]"]);
        Assert.Equal("mine", chosen["Take[brand]"]);
        chosen["Take[notes]"] = "theirs";
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(second, edit, chosen)).StatusCode);
        Assert.All(await movements, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var item = await api.GetFromJsonAsync<JsonElement>($"/api/inventory/kitchen/{id}", Ct);
        Assert.Equal(("black", "B", 7m, 4m), (item.GetProperty("notes").GetString(), item.GetProperty("brand").GetString(),
            item.GetProperty("parLevel").GetDecimal(), item.GetProperty("quantity").GetDecimal()));
    }

    [Fact]
    public async Task Archived_items_leave_the_list_and_come_back_by_the_toast()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Sage", quantity = 1 });
        using var pages = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(pages, $"/kitchen?handler=Archive&id={id}", [], tokenFrom: "/kitchen");
        var list = WebUtility.HtmlDecode(await pages.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct));
        Assert.Contains("“Sage” is archived.", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"item-{id}\"", list, StringComparison.Ordinal);
        await KitchenGuardApp.PostFormAsync(pages, $"/kitchen?handler=Restore&id={id}", [], tokenFrom: "/kitchen");
        Assert.Contains($"id=\"item-{id}\"", await pages.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_items_are_archived_at_once_and_come_back_by_the_toast()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var ids = new[] { (await ItemApiTests.CreateAsync(api, new { name = "A" })).Id, (await ItemApiTests.CreateAsync(api, new { name = "B" })).Id };
        using var pages = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(pages, "/kitchen?handler=Many&what=Archive", new() { ["ids[0]"] = ids[0].ToString(), ["ids[1]"] = ids[1].ToString() }, tokenFrom: "/kitchen");
        var list = WebUtility.HtmlDecode(await pages.GetStringAsync(new Uri("/kitchen", UriKind.Relative), Ct));
        Assert.Contains("2 items are archived.", list, StringComparison.Ordinal);
        var undo = Regex.Match(list, "action=\"([^\"]*what=Restore[^\"]*)\"").Groups[1].Value;
        await KitchenGuardApp.PostFormAsync(pages, undo, [], tokenFrom: "/kitchen");
        Assert.Equal(2, (await api.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Hides_another_restaurants_pages()
    {
        using var api = app.Api(await app.RegisterAsync());
        var (_, id) = await ItemApiTests.CreateAsync(api, new { name = "Secret" });
        using var pages = await app.PagesAsync(await app.RegisterAsync());
        foreach (var url in new[] { $"/items/{id}", $"/items/{id}/edit", $"/items/{id}/movements/new" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync(new Uri(url, UriKind.Relative), Ct)).StatusCode);
        }
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpClient pages, string url) =>
        Fields(WebUtility.HtmlDecode(await pages.GetStringAsync(new Uri(url, UriKind.Relative), Ct)));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient pages, string url, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await pages.PostAsync(new Uri(url, UriKind.Relative), content, Ct);
    }

    // Enough of a browser for our own forms: inputs with their values, the checked radio of each group, text areas.
    private static Dictionary<string, string> Fields(string html)
    {
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        var fields = new Dictionary<string, string>();
        foreach (Match input in Regex.Matches(main, "<input[^>]*?name=\"(?<name>[^\"]+)\"[^>]*>"))
        {
            var isRadio = input.Value.Contains("type=\"radio\"", StringComparison.Ordinal);
            if (!isRadio || input.Value.Contains("checked", StringComparison.Ordinal))
            {
                fields[input.Groups["name"].Value] = Regex.Match(input.Value, "value=(?:\"(?<v>\\{.*\\})\"|\"(?<v>[^\"]*)\")").Groups["v"].Value;
            }
        }

        foreach (Match area in Regex.Matches(main, "<textarea[^>]*name=\"([^\"]+)\"[^>]*>\\s?([^<]*)</textarea>"))
        {
            fields[area.Groups[1].Value] = area.Groups[2].Value.Trim();
        }

        return fields;
    }
}
