using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Imports;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Inventory;

/// <summary>What nobody has counted is not zero: on no page, in no file, in no answer.</summary>
public sealed class UncountedTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string List = """
        name;unit;quantity;reorder point;unit cost
        Blank;kg;;5;2
        Vague;kg;ca. 5;5;2
        Words;kg;nicht gezählt;5;2
        Zero;kg;0;5;2
        Low;kg;4;5;2
        Plenty;kg;40;5;2
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_or_unreadable_quantity_leaves_the_item_uncounted_and_a_zero_counts()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, List);
        Assert.Equal(
            ["Blank 0 uncounted", "Low 4 low", "Plenty 40", "Vague 0 uncounted", "Words 0 uncounted", "Zero 0 low"], await ItemsAsync(owner));
        Assert.Equal(["Low 4 low", "Zero 0 low"], await ItemsAsync(owner, "?low=true"));
        Assert.Equal(["Blank 0 uncounted", "Vague 0 uncounted", "Words 0 uncounted"], await ItemsAsync(owner, "?uncounted=true"));
        Assert.Equal(["Words 0 uncounted"], await ItemsAsync(owner, "?uncounted=true&q=word"));
        foreach (var sort in new[] { "quantity", "-quantity", "value", "-value" })
        {
            Assert.Equal(6, (await PagedAsync(owner, sort)).Distinct().Count());
        }
    }

    [Fact]
    public async Task The_pages_say_not_counted_and_do_not_call_it_low()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, List);
        using var pages = await app.PagesAsync(owner);
        var list = await PageAsync(pages, "/kitchen?withTotals=true");
        var rows = Regex.Matches(list, "<tr id=\"item-.*?</tr>", RegexOptions.Singleline).Select(row => row.Value).ToList();
        Assert.Equal(6, rows.Count);
        foreach (var row in rows)
        {
            var isUncounted = row.Contains("Blank", StringComparison.Ordinal) || row.Contains("Vague", StringComparison.Ordinal) || row.Contains("Words", StringComparison.Ordinal);
            Assert.Equal(isUncounted, row.Contains("not counted", StringComparison.Ordinal));
            Assert.Equal(!isUncounted, row.Contains("<span class=\"unit\">kg</span>", StringComparison.Ordinal));
            Assert.Equal(row.Contains(">Low<", StringComparison.Ordinal) || row.Contains("Zero", StringComparison.Ordinal), row.Contains("mark-low", StringComparison.Ordinal));
            Assert.Equal(!isUncounted, row.Contains("EUR", StringComparison.Ordinal));
        }

        Assert.Contains("<a href=\"/kitchen?low=true\"><strong>2</strong> low</a>", list, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/kitchen?uncounted=true\"><strong>3</strong> not counted</a>", list, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(await PageAsync(pages, "/kitchen?uncounted=true"), "<tr id=\"item-"));

        var dashboard = await PageAsync(pages, "/dashboard");
        Assert.Matches("href=\"/kitchen\\?low=true\">\\s*<div class=\"figure-name\">Kitchen: low</div>\\s*<div class=\"figure-value\">2<", dashboard);
        Assert.Matches("href=\"/kitchen\\?uncounted=true\">\\s*<div class=\"figure-name\">Kitchen: not counted</div>\\s*<div class=\"figure-value\">3<", dashboard);
        Assert.Contains("0 of 5 kg", dashboard, StringComparison.Ordinal);
        Assert.DoesNotContain("Vague", dashboard, StringComparison.Ordinal);

        var (blank, zero) = (await app.ItemAsync(owner, "Blank"), await app.ItemAsync(owner, "Zero"));
        Assert.Contains("not counted", await PageAsync(pages, $"/items/{blank}"), StringComparison.Ordinal);
        Assert.DoesNotContain("not counted", await PageAsync(pages, $"/items/{zero}"), StringComparison.Ordinal);
        var sheet = await PageAsync(pages, $"/items/{blank}/movements/new");
        Assert.Contains("<strong>not counted</strong>", sheet, StringComparison.Ordinal);
        Assert.Matches("value=\"count\"[^>]*checked", sheet);
        Assert.Contains("<strong>0 kg</strong>", await PageAsync(pages, $"/items/{zero}/movements/new"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv-semicolon")]
    [InlineData("xlsx")]
    public async Task The_export_leaves_its_quantity_empty_and_imported_changes_nothing(string format)
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, List);
        using var api = app.Api(owner);
        var file = await api.GetByteArrayAsync(new Uri($"/api/inventory/kitchen/export?format={format}", UriKind.Relative), Ct);
        if (format == "csv")
        {
            var lines = Encoding.UTF8.GetString(file).Split("\r\n");
            Assert.StartsWith("Blank,,,,,,kg,", lines[1], StringComparison.Ordinal);
            Assert.StartsWith("Zero,,,,,0,kg,", lines[6], StringComparison.Ordinal);
        }

        var (before, digest) = (await ItemsAsync(owner), await DigestAsync(owner));
        using var content = new ByteArrayContent(file);
        var answer = await api.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), content, Ct);
        var import = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        await app.RunAsync(import);
        Assert.Equal(6, (await app.GetAsync(owner, $"/api/imports/{import}")).GetProperty("rows").GetProperty("unchanged").GetInt32());
        Assert.Equal(before, await ItemsAsync(owner));
        Assert.Equal(digest, await DigestAsync(owner));
    }

    [Fact]
    public async Task An_item_made_by_hand_is_counted_when_a_quantity_is_typed_even_zero()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(pages, "/kitchen/new", new() { ["Input.Name"] = "Blank", ["Input.Quantity"] = "", ["Input.ParLevel"] = "3" });
        await KitchenGuardApp.PostFormAsync(pages, "/kitchen/new", new() { ["Input.Name"] = "Zero", ["Input.Quantity"] = "0", ["Input.ParLevel"] = "3" });
        Assert.Equal(["Blank 0 uncounted", "Zero 0 low"], await ItemsAsync(owner));
        var zero = await app.GetAsync(owner, $"/api/items/{await app.ItemAsync(owner, "Zero")}/movements");
        Assert.Equal("count 0", string.Join(", ", zero.GetProperty("items").EnumerateArray().Select(m => $"{m.GetProperty("kind")} {m.GetProperty("quantity")}")));
        var blank = await app.GetAsync(owner, $"/api/items/{await app.ItemAsync(owner, "Blank")}/movements");
        Assert.Equal(0, blank.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("receive", 2, "Blank 2")]
    [InlineData("use", 2, "Blank -2")]
    [InlineData("count", 0, "Blank 0")]
    [InlineData("count", 7, "Blank 7")]
    [InlineData("correction", 1, "Blank 1")]
    public async Task A_movement_counts_it_and_its_undo_takes_that_back(string kind, decimal quantity, string counted)
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var (url, id) = await ItemApiTests.CreateAsync(api, new { name = "Blank", unit = "kg" });
        var posted = await (await app.PostAsync(owner, $"/api/items/{id}/movements", new { kind, quantity })).Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal([counted], await ItemsAsync(owner));
        Assert.Equal(1, (await api.GetFromJsonAsync<JsonElement>(url, Ct)).GetProperty("version").GetInt32());

        using var pages = await app.PagesAsync(owner);
        await KitchenGuardApp.PostFormAsync(
            pages, $"/items/{id}/movements/new?handler=Undo&movement={posted.GetProperty("id")}", [], tokenFrom: $"/items/{id}/movements/new");
        Assert.Equal(["Blank 0 uncounted"], await ItemsAsync(owner));
        var page = await PageAsync(pages, $"/items/{id}");
        Assert.Contains("Undone: Blank is not counted.", page, StringComparison.Ordinal);
        Assert.Contains("then 0 kg", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_counts_zero_counts_what_was_not_and_its_undo_takes_that_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, List);
        var before = await ItemsAsync(owner);
        const string count = "name;unit;quantity\nBlank;kg;0\nVague;kg;3\nWords;kg;\nZero;kg;0\nLow;kg;4\n";
        var import = await app.ImportAsync(owner, count);
        var rows = (await app.GetAsync(owner, $"/api/imports/{import}")).GetProperty("rows");
        Assert.Equal((2, 3), (rows.GetProperty("updated").GetInt32(), rows.GetProperty("unchanged").GetInt32()));
        Assert.Equal(["Blank 0 low", "Low 4 low", "Plenty 40", "Vague 3 low", "Words 0 uncounted", "Zero 0 low"], await ItemsAsync(owner));

        var again = (await app.GetAsync(owner, $"/api/imports/{await app.ImportAsync(owner, count)}")).GetProperty("rows");
        Assert.Equal(5, again.GetProperty("unchanged").GetInt32());
        await app.UndoAsync(owner, import);
        Assert.Equal(before, await ItemsAsync(owner));
    }

    [Fact]
    public async Task What_an_import_only_adds_or_ignores_counts_nothing()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name;unit;quantity\nBlank;kg;\n");
        await app.ImportAsync(owner, "name;unit;quantity\nBlank;kg;0\n", "?quantities=add");
        await app.ImportAsync(owner, "name;unit;quantity\nBlank;kg;6\nNew;kg;6\n", "?quantities=ignore");
        Assert.Equal(["Blank 0 uncounted", "New 0 uncounted"], await ItemsAsync(owner));
        await app.ImportAsync(owner, "name;unit;quantity\nBlank;kg;6\n", "?quantities=add");
        Assert.Equal(["Blank 6", "New 0 uncounted"], await ItemsAsync(owner));
    }

    [Theory]
    [InlineData("", "Gin 0 uncounted")]
    [InlineData("0", "Gin 0")]
    [InlineData("3", "Gin 3")]
    public async Task A_lot_does_not_make_it_counted(string quantity, string expected)
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, $"name;unit;quantity;expires on\nGin;bottle;{quantity};2030-05-01\n");
        Assert.Equal([expected], await ItemsAsync(owner));
    }

    private static async Task<string> PageAsync(HttpClient pages, string url) =>
        System.Net.WebUtility.HtmlDecode(await pages.GetStringAsync(new Uri(url, UriKind.Relative), Ct));

    private async Task<List<string>> ItemsAsync(Owner owner, string query = "") =>
        [.. (await app.GetAsync(owner, "/api/inventory/kitchen" + query)).GetProperty("items").EnumerateArray().Select(Text)];

    private async Task<List<string>> PagedAsync(Owner owner, string sort)
    {
        var (items, cursor) = (new List<string>(), "");
        do
        {
            var page = await app.GetAsync(owner, $"/api/inventory/kitchen?sort={sort}&limit=1&cursor={cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(Text));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return items;
    }

    private async Task<string> DigestAsync(Owner owner) => Assert.Single(await app.RowsAsync(
        """
        select md5(string_agg(to_jsonb(i)::text, E'\n' order by i.id)), (select count(*) from inventory.stock_movements where restaurant_id = $1)
        from inventory.items i where i.restaurant_id = $1
        """, owner.RestaurantId));

    private static string Text(JsonElement item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{item.GetProperty("name")} {item.GetProperty("quantity")}{(item.GetProperty("counted").GetBoolean() ? "" : " uncounted")}{(item.GetProperty("low").GetBoolean() ? " low" : "")}");
}
