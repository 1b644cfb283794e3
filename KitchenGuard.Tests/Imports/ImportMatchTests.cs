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
    public async Task What_a_later_file_says_in_another_unit_is_said_in_the_items()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Item,Qty,Unit,Par,Reorder,Unit cost,Sale price,Case size\nFlour,12,kg,20,5,0.80,2.00,25\nEggs,60,each,90,30,0.25,0.50,180\n");
        await app.ImportAsync(owner, "Item,Qty,Unit,Par,Reorder,Unit cost,Sale price,Case size\nFlour,11500,g,18000,4000,0.0009,0.003,20000\nEggs,4,dozen,8,3,3.60,6.60,30\n");
        Assert.Equal(["Eggs|48|each|96|36|0.3|0.55|360", "Flour|11.5|kg|18|4|0.9|3|20"], await FiguresAsync(owner));
        // Also within one file.
        var other = await app.RegisterAsync();
        await app.ImportAsync(other, "Item,Qty,Unit,Par,Reorder,Unit cost,Sale price,Case size\nFlour,12,kg,20,5,0.80,2.00,25\nFlour,500,g,18000,4000,0.0008,0.003,20000\n");
        Assert.Equal(["Flour|12.5|kg|18|4|0.8|3|20"], await FiguresAsync(other));
    }

    [Fact]
    public async Task A_new_cost_of_the_case_is_a_new_cost_of_the_unit_where_that_followed_from_it()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Item,Qty,Unit,Case size,Case cost,Par cases\nCola,48,can,24,12.00,2\nTonic,48,can,24,14.40,3\n");
        await app.ImportAsync(owner, "Item,Qty,Unit,Case size,Case cost,Unit cost\nGinger,48,can,24,12.00,0.45\n");
        Assert.Equal(["Cola|0.5|48|24|12", "Ginger|0.45||24|12", "Tonic|0.6|72|24|14.4"], await CostsAsync(owner));
        var import = await app.ImportAsync(owner, "Item,Case cost\nCola,14.40\nGinger,14.40\nTonic,14.40\n");
        Assert.Equal(["Cola|0.6|48|24|14.4", "Ginger|0.45||24|14.4", "Tonic|0.6|72|24|14.4"], await CostsAsync(owner));
        Assert.Equal("0 2 0", await RowsAsync(owner, import));
        await app.UndoAsync(owner, import);
        Assert.Equal(["Cola|0.5|48|24|12", "Ginger|0.45||24|12", "Tonic|0.6|72|24|14.4"], await CostsAsync(owner));
        await app.ImportAsync(owner, "Item,Case size\nCola,30\nTonic,24\n");
        Assert.Equal(["Cola|0.4|60|30|12", "Ginger|0.45||24|12", "Tonic|0.6|72|24|14.4"], await CostsAsync(owner));
        // A file that has the column means what it leaves blank.
        await app.ImportAsync(owner, "Item,Case cost,Unit cost\nCola,15,\nTonic,24,1.10\n");
        Assert.Equal(["Cola|0.4|60|30|15", "Ginger|0.45||24|12", "Tonic|1.1|72|24|24"], await CostsAsync(owner));
    }

    [Fact]
    public async Task Pints_that_are_reckoned_into_litres_say_whose_pints()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Item,Qty,Unit\nMilk,4,l\nCream,2,pt\n");
        var import = await app.ImportAsync(owner, "Item,Qty,Unit\nMilk,8,pints\nCream,1,gal\n");
        Assert.Equal(["Cream|8|pt", "Milk|3.785412|l"], await app.ListAsync(owner, "unit"));
        Assert.Equal(
            ["2 us_measure Reckoned from pt into l by the US measures: a pint is 473 ml, a gallon 3.785 l, a fluid ounce 29.57 ml. If yours are others, give the amounts in l."],
            await IssuesAsync(owner, import, "us_measure"));
    }

    [Theory]
    [InlineData("Wine,Vintage,Qty\nRiesling,2021,12\nRiesling,2022,24\nRiesling,2021,3\nMerlot,,4\nMerlot,2020,1\n", "3 merged_varieties 2021 2022")]
    [InlineData("Producto,Corte,Cantidad,Unidad\nTernera,Lomo,4,kg\nTernera,Solomillo,6,kg\n", "3 merged_varieties Lomo Solomillo")]
    [InlineData("Item,Notes,Qty\nFlour,left shelf,4\nFlour,right shelf,6\n", null)]
    public async Task Rows_of_one_name_that_are_told_apart_elsewhere_say_so_loudly(string text, string? expected)
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, text);
        var issues = await app.RowsAsync(
            "select line, code, severity, message from inventory.import_issues where restaurant_id = $1 and import_id = $2 and code like 'merged_v%' order by id", owner.RestaurantId, import);
        var parts = expected?.Split(' ');
        Assert.Equal(
            parts is null ? [] : [$"{parts[0]}|{parts[1]}|warning|This was taken for the item of line 2 and added to it, but there it is “{parts[2]}” and here “{parts[3]}”. If they are two items, choose “Part of the name” for the column that tells them apart."],
            issues);
    }

    [Fact]
    public async Task A_column_that_joins_the_name_keeps_items_apart_and_is_remembered()
    {
        var owner = await app.RegisterAsync();
        const string text = "Wine,Vintage,Qty\nRiesling,2021,12\nRiesling,2022,24\nMerlot,,4\nCuvée 2020,2020,1\n,2019,3\n";
        var import = await app.ImportAsync(owner, text, "?dryRun=true");
        using var client = app.Api(owner);
        using (var changed = await client.PatchAsJsonAsync($"/api/imports/{import}", new { mapping = new[] { new { column = 2, field = "namePart" } } }, Ct))
        {
            Assert.True(changed.IsSuccessStatusCode);
        }

        await app.RunAsync(import);
        Assert.True((await app.PostAsync(owner, $"/api/imports/{import}/run")).IsSuccessStatusCode);
        await app.RunAsync(import);
        string[] wines = ["Cuvée 2020|1|x", "Merlot|4|x", "Riesling 2021|12|x", "Riesling 2022|24|x"];
        Assert.Equal("4 0 1", await RowsAsync(owner, import));
        Assert.Equal(wines, await app.ListAsync(owner, "'x'"));
        Assert.Equal(wines, await app.ListAsync(owner, "'x'"));
        // The next file with this header needs not be told, and finds the same items.
        Assert.Equal("0 1 0", await RowsAsync(owner, await app.ImportAsync(owner, "Wine,Vintage,Qty\nRiesling,2022,20\n")));
        Assert.Equal(["Cuvée 2020|1|x", "Merlot|4|x", "Riesling 2021|12|x", "Riesling 2022|20|x"], await app.ListAsync(owner, "'x'"));
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

    private Task<List<string>> FiguresAsync(Owner owner) => app.RowsAsync(
        """
        select name, trim_scale(on_hand), unit, trim_scale(par_level), trim_scale(reorder_point), trim_scale(unit_cost), trim_scale(sale_price), trim_scale(case_size)
        from inventory.items where restaurant_id = $1 order by name
        """, owner.RestaurantId);

    private Task<List<string>> CostsAsync(Owner owner) => app.RowsAsync(
        "select name, trim_scale(unit_cost), trim_scale(par_level), trim_scale(case_size), trim_scale(case_cost) from inventory.items where restaurant_id = $1 order by name",
        owner.RestaurantId);
}
