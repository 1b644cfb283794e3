using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Imports;

/// <summary>Which item of the list a record is when it gives no code.</summary>
public sealed class ImportMatchTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string Wines = "name,bottle size,pack size,quantity\nMerlot,750 ml,,6\nMalbec,375 ml,,2\nMalbec,750 ml,,4\nFlour,,10 kg bag,3\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_without_a_size_is_the_one_item_of_its_name()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, Wines);
        Assert.Equal("0 2 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,quantity\nMERLOT,5\nFlour,1\n")));
        Assert.Equal(["Flour (10 kg bag) 1", "MERLOT (750 ml) 5", "Malbec (375 ml) 2", "Malbec (750 ml) 4"], await ListAsync(owner));
        // It is still known by name and size.
        Assert.Equal("0 2 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,size,quantity\nMerlot,750 ml,7\nMalbec,750 ml,9\n")));
    }

    [Fact]
    public async Task Between_several_sizes_nobody_chooses()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, Wines);
        var import = await app.ImportAsync(owner, "name,quantity\nMalbec,5\nRioja,1\n");
        Assert.Equal("1 0 1", await RowsAsync(owner, import));
        using var client = app.Api(owner);
        var issue = (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{import}/issues?code=ambiguous_item", Ct)).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("2 items on the list have this name, in different sizes. Give the size, sku or barcode of the one that is meant.", issue.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_file_that_tells_sizes_apart_means_what_it_says()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, Wines);
        Assert.Equal("2 0 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,bottle size,quantity\nMerlot,,5\nMerlot,1500 ml,1\n")));
        // The one without a size is there now, and is meant.
        Assert.Equal("0 1 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,quantity\nMerlot,2\n")));
        Assert.Equal(["Merlot () 2", "Merlot (1500 ml) 1", "Merlot (750 ml) 6"], (await ListAsync(owner)).Where(item => item.StartsWith('M') && item[1] == 'e'));
    }

    [Fact]
    public async Task A_code_that_the_item_has_already_is_another_item()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,sku,bottle size,quantity\nMerlot,M-1,750 ml,6\nRioja,,750 ml,2\n");
        Assert.Equal("1 1 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,sku,quantity\nMerlot,M-2,5\nRioja,R-1,3\n")));
        // Found by its code it keeps its size, under a new name too.
        Assert.Equal("0 1 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,sku,quantity\nRioja Reserva,R-1,3\n")));
        Assert.Equal("0 1 0", await RowsAsync(owner, await app.ImportAsync(owner, "name,bottle size,quantity\nRioja Reserva,750 ml,4\n")));
    }

    [Fact]
    public async Task A_size_that_the_list_does_not_have_makes_a_second_item_and_says_so()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,sku,quantity\nVodka,,6\nGin,G-1,2\n");
        var import = await app.ImportAsync(owner, "name,sku,bottle size,quantity\nVODKA,,700 ml,1\nGin,G-2,700 ml,1\nRum,,700 ml,1\n");
        Assert.Equal("3 0 0", await RowsAsync(owner, import));
        Assert.Equal(
            ["2 second_size “Vodka” is on your list without a size. This row says “700 ml”, so it becomes a second item. If it is the same one, give the item on your list that size first."],
            await IssuesAsync(owner, import, "second_size"));
    }

    [Fact]
    public async Task A_second_code_for_a_name_makes_a_second_item_and_says_so()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,sku,quantity\nFlour,001,6\nSalt,,2\n");
        var import = await app.ImportAsync(owner, "name,sku,quantity\nFlour,999,1\nSalt,002,1\n");
        Assert.Equal("1 1 0", await RowsAsync(owner, import));
        Assert.Equal(["2 second_code “Flour” is on your list with the SKU 001. This row says 999, so it becomes a second item."], await IssuesAsync(owner, import, "second_code"));
    }

    [Fact]
    public async Task Sizes_in_another_measure_are_the_same_size()
    {
        var owner = await app.RegisterAsync();
        var answer = await app.PostAsync(owner, "/api/inventory/kitchen", new { name = "Gin", unit = "bottle", bottleSize = "70cl", quantity = 2 });
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("0 1 0", await RowsAsync(owner, await app.ImportAsync(owner, "Product,Bottle size,Qty,Unit\nGin,\"0,7 l\",5,bottle\n")));
    }

    [Fact]
    public async Task Two_names_under_one_code_in_a_file_are_told_with_both_names()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, """
            name,sku,quantity,cost,supplier,storage area
            Lentils,105,6,1.00,Green Farm,Dry Store
            Barley,107,6,1.00,Green Farm,Dry Store
            Chickpeas,105,3,1.00,Hill & Sons,Cellar
            BARLEY,107,1,1.00,Green Farm,Dry Store
            """ + string.Concat(Enumerable.Range(1, 20).Select(i => $"\nBean {i},{200 + i},1,1.00,Green Farm,Dry Store")));
        Assert.Equal(
            [
                "4 merged_differs This is the item of line 2, where the name is “Lentils”; here it is “Chickpeas”. The last one was taken.",
                "4 merged_differs This is the item of line 2, where the storage area is “Dry Store”; here it is “Cellar”. The last one was taken.",
                "4 merged_differs This is the item of line 2, where the supplier is “Green Farm”; here it is “Hill & Sons”. The last one was taken.",
            ],
            (await IssuesAsync(owner, import, "merged_differs")).Order(StringComparer.Ordinal));
    }

    private async Task<IEnumerable<string>> IssuesAsync(Owner owner, Guid import, string code) =>
        (await app.GetAsync(owner, $"/api/imports/{import}/issues?code={code}")).GetProperty("items").EnumerateArray()
            .Select(i => $"{i.GetProperty("line").GetInt32()} {i.GetProperty("code").GetString()} {i.GetProperty("message").GetString()}");

    private async Task<string> RowsAsync(Owner owner, Guid import)
    {
        using var client = app.Api(owner);
        var rows = (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{import}", Ct)).GetProperty("rows");
        return $"{rows.GetProperty("created").GetInt32()} {rows.GetProperty("updated").GetInt32()} {rows.GetProperty("rejected").GetInt32()}";
    }

    private async Task<IEnumerable<string>> ListAsync(Owner owner)
    {
        using var client = app.Api(owner);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen", Ct);
        return list.GetProperty("items").EnumerateArray()
            .Select(i => $"{i.GetProperty("name").GetString()} ({Text(i, "bottleSize") ?? Text(i, "packSize")}) {i.GetProperty("quantity").GetDecimal():0.##}")
            .Order(StringComparer.Ordinal);

        static string? Text(JsonElement item, string property) => item.TryGetProperty(property, out var text) ? text.GetString() : null;
    }
}
