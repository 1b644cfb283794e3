using System.Globalization;
using System.Net;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Imports;

/// <summary>Counts of different moments, rows that are mended later, and lots: what is on the shelf after all of it.</summary>
public sealed class ImportCountsTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string TwoRows = "name,quantity,unit\nFlour,10,kg\nSalt,3,kg\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_waited_adds_nothing_to_the_same_file_that_went_before()
    {
        var owner = await app.RegisterAsync();
        var first = await app.SendAsync(owner, TwoRows);
        var second = await app.SendAsync(owner, TwoRows);
        await app.RunAsync(second);
        await app.RunAsync(first);
        Assert.Equal(["Flour 10", "Salt 3"], await StockAsync(owner));
        Assert.DoesNotContain("counted_since", await CodesAsync(owner, first));
    }

    [Fact]
    public async Task A_later_count_stands_and_what_was_used_stays_on_top()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var late = await app.SendAsync(owner, "name,quantity,unit,category\nFlour,8,kg,Dry\nSalt,5,kg,Dry\n");
        await app.MoveAsync(owner, "Flour", "count", 12);
        await app.MoveAsync(owner, "Salt", "use", 1);
        await app.RunAsync(late);
        Assert.Equal(["Flour 12", "Salt 4"], await StockAsync(owner));
        Assert.Equal(["counted_since", "moved_since"], (await CodesAsync(owner, late)).Where(code => code is "counted_since" or "moved_since").Order());
        Assert.All(await ItemsAsync(owner), item => Assert.Equal("Dry", item.GetProperty("category").GetString()));
        await app.UndoAsync(owner, late);
        Assert.Equal(["Flour 12", "Salt 2"], await StockAsync(owner));
    }

    [Fact]
    public async Task A_count_of_yesterday_changes_nothing_that_was_counted_today()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        await app.ImportAsync(owner, "name,quantity,unit\nFlour,12,kg\nSalt,3,kg\nOil,2,l\n", "?countedAt=2026-01-22T00:00:00Z");
        Assert.Equal(["Flour 10", "Oil 2", "Salt 3"], await StockAsync(owner));
    }

    [Fact]
    public async Task A_count_that_was_taken_back_is_none()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var waits = await app.SendAsync(owner, "name,quantity,unit\nFlour,8,kg\n");
        await app.UndoAsync(owner, await app.ImportAsync(owner, "name,quantity,unit\nFlour,20,kg\n"));
        await app.RunAsync(waits);
        Assert.Equal(["Flour 8", "Salt 3"], await StockAsync(owner));
    }

    [Fact]
    public async Task A_count_that_found_what_was_known_is_a_count()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var waits = await app.SendAsync(owner, "name,quantity,unit\nFlour,8,kg\n");
        var again = await app.ImportAsync(owner, TwoRows);
        Assert.Empty(await CodesAsync(owner, again));
        await app.RunAsync(waits);
        Assert.Equal(["Flour 10", "Salt 3"], await StockAsync(owner));
        Assert.Contains("counted_since", await CodesAsync(owner, waits));
    }

    [Fact]
    public async Task A_mended_row_is_added_to_a_row_that_found_what_was_known()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var import = await app.ImportAsync(owner, "name,quantity,unit\nFlour,10,kg\nFlour,5,bag\n");
        await app.ImportAsync(owner, (await RejectedAsync(owner, import)).Replace("5,bag", "5,kg", StringComparison.Ordinal), $"?mends={import}");
        Assert.Equal(["Flour 15", "Salt 3"], await StockAsync(owner));
    }

    [Fact]
    public async Task A_mended_row_of_a_lot_is_added_to_the_other_lots()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "Item,Qty,Unit,Expires\nMilk,3,l,2028-02-01\nMilk,1,bag,2028-02-25\nMilk,2,bag,2028-02-01\nTom,2,kg,\n");
        Assert.Equal(["Milk 3", "Tom 2"], await StockAsync(owner));
        var mended = (await RejectedAsync(owner, import)).Replace(",bag,", ",l,", StringComparison.Ordinal);
        await app.ImportAsync(owner, mended, $"?mends={import}");
        Assert.Equal(["Milk 6", "Tom 2"], await StockAsync(owner));
        Assert.Equal(["2028-02-01 5", "2028-02-25 1"], await app.RowsAsync(
            "select expires_on || ' ' || trim_scale(on_hand) from inventory.lots where restaurant_id = $1 and closed_at is null order by expires_on", owner.RestaurantId));
        await app.ImportAsync(owner, mended, $"?mends={import}");
        Assert.Equal(["Milk 6", "Tom 2"], await StockAsync(owner));
    }

    [Fact]
    public async Task Rejected_rows_find_their_file_by_themselves()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "Item,Qty,Unit\nTom,3,kg\nTom,2,bag\nOnion,4,kg\n");
        var mended = (await RejectedAsync(owner, import)).Replace("2,bag", "2,kg", StringComparison.Ordinal);
        var again = await app.ImportAsync(owner, mended);
        Assert.Equal(["Onion 4", "Tom 5"], await StockAsync(owner));
        Assert.Contains("mends", await CodesAsync(owner, again));
        var worse = await app.ImportAsync(owner, (await RejectedAsync(owner, import)).Replace("2,bag", "2,sack", StringComparison.Ordinal));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(await RejectedAsync(owner, worse), "why it was rejected"));
        var other = await app.RegisterAsync();
        await app.ImportAsync(other, mended);
        Assert.Equal(["Tom 2"], await StockAsync(other));
    }

    [Fact]
    public async Task An_undo_leaves_what_a_later_file_found_as_well_but_not_the_same_file_sent_twice()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var first = await app.ImportAsync(owner, "name,quantity,unit\nFlour,40,kg\nOil,2,l\n");
        await app.ImportAsync(owner, "name,quantity,unit\nFlour,40,kg\nOil,2,l\n");
        await app.ImportAsync(owner, "name;quantity;unit\nFlour;40;kg\n");
        await app.UndoAsync(owner, first);
        Assert.Equal(["Flour 40", "Salt 3"], await StockAsync(owner));
    }

    [Fact]
    public async Task Counts_that_found_what_was_known_can_be_taken_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var waits = await app.SendAsync(owner, "name,quantity,unit\nFlour,8,kg\n");
        await app.UndoAsync(owner, await app.ImportAsync(owner, "name;quantity;unit\nFlour;10;kg\n"));
        await app.RunAsync(waits);
        Assert.Equal(["Flour 8", "Salt 3"], await StockAsync(owner));
    }

    [Fact]
    public async Task What_came_in_since_is_no_count()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, TwoRows);
        var waits = await app.SendAsync(owner, "name,quantity,unit\nFlour,8,kg\n");
        await app.ImportAsync(owner, "name,quantity,unit\nFlour,5,kg\n", "?quantities=add");
        await app.RunAsync(waits);
        Assert.Equal(["Flour 13", "Salt 3"], await StockAsync(owner));
    }

    [Fact]
    public async Task The_moment_of_a_count_is_not_in_the_future()
    {
        using var client = app.Api(await app.RegisterAsync());
        using var content = new StringContent(TwoRows, System.Text.Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import?countedAt=2099-01-01T00:00:00Z", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("future", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mended_row_is_added_to_the_other_rows_of_its_file_and_once()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity,unit\nFlour,10,kg\nFlour,5,bag\nMilk,2,l\n");
        Assert.Equal(["Flour 10", "Milk 2"], await StockAsync(owner));
        var mended = (await RejectedAsync(owner, import)).Replace("5,bag", "5,kg", StringComparison.Ordinal);
        await app.ImportAsync(owner, mended, $"?mends={import}");
        Assert.Equal(["Flour 15", "Milk 2"], await StockAsync(owner));
        await app.ImportAsync(owner, mended, $"?mends={import}");
        Assert.Equal(["Flour 15", "Milk 2"], await StockAsync(owner));
        // The whole file sent again is no part of itself.
        await app.ImportAsync(owner, "name,quantity,unit\nFlour,10,kg\nFlour,5,kg\nMilk,2,l\n", $"?mends={import}");
        Assert.Equal(["Flour 15", "Milk 2"], await StockAsync(owner));
    }

    [Fact]
    public async Task A_mended_row_has_the_sizes_that_its_file_had()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(
            owner, "Spirit,700ml,1l,Supplier\nGin,3.5,2.5,Metro\nRum,x,1.5,Metro\nVodka,5,4.25,Metro\nTequila,2,1,Metro\n", "?badCells=reject&pivot=bottleSize&pivotField=unitCost", "bar");
        await app.ImportAsync(owner, (await RejectedAsync(owner, import)).Replace(",x,", ",6.5,", StringComparison.Ordinal), $"?mends={import}", "bar");
        var rum = (await ItemsAsync(owner, "bar")).Where(item => item.GetProperty("name").GetString() == "Rum").ToList();
        Assert.Equal([1.5m, 6.5m], rum.Select(item => item.GetProperty("unitCost").GetDecimal()).Order());
        Assert.All(rum, item => Assert.False(item.GetProperty("counted").GetBoolean()));
    }

    [Fact]
    public async Task All_rows_of_an_import_that_was_all_or_nothing_are_sent_again()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity,unit\nFlour,10,kg\n,5,kg\nMilk,2,l\n", "?atomic=true");
        Assert.Empty(await StockAsync(owner));
        var rejected = await RejectedAsync(owner, import);
        await app.ImportAsync(owner, rejected.Replace("\n,5,kg", "\nSalt,5,kg", StringComparison.Ordinal), $"?mends={import}");
        Assert.Equal(["Flour 10", "Milk 2", "Salt 5"], await StockAsync(owner));
    }

    [Fact]
    public async Task A_delivery_is_a_lot_of_its_own()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity,unit,expires on,lot\nHam,4,kg,2027-11-30,A7\n");
        var delivery = await app.ImportAsync(owner, "name,quantity,unit,expires on,lot\nHam,20,kg,2028-02-28,B1\n", "?quantities=add");
        var ham = Assert.Single(await ItemsAsync(owner));
        Assert.Equal((24m, "2027-11-30", "A7"), (ham.GetProperty("quantity").GetDecimal(), ham.GetProperty("expiresOn").GetString(), ham.GetProperty("lotCode").GetString()));
        await app.UndoAsync(owner, delivery);
        ham = Assert.Single(await ItemsAsync(owner));
        Assert.Equal((4m, "2027-11-30"), (ham.GetProperty("quantity").GetDecimal(), ham.GetProperty("expiresOn").GetString()));
    }

    [Fact]
    public async Task A_count_that_is_all_in_one_lot_empties_the_others()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity,unit,expires on,lot\nCream,5,l,2028-01-10,L1\nCream,10,l,2028-02-10,L2\n");
        var count = await app.ImportAsync(owner, "name,quantity,unit,expires on,lot\nCream,8,l,2028-02-10,L2\n");
        var cream = Assert.Single(await ItemsAsync(owner));
        Assert.Equal((8m, "2028-02-10", "L2"), (cream.GetProperty("quantity").GetDecimal(), cream.GetProperty("expiresOn").GetString(), cream.GetProperty("lotCode").GetString()));
        await app.UndoAsync(owner, count);
        cream = Assert.Single(await ItemsAsync(owner));
        Assert.Equal((15m, "2028-01-10"), (cream.GetProperty("quantity").GetDecimal(), cream.GetProperty("expiresOn").GetString()));
    }

    [Fact]
    public async Task Blank_dates_clear_no_lot_and_that_is_said()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity,unit,expires on,lot,category\nHam,4,kg,2027-11-30,A7,Meat\n");
        var import = await app.ImportAsync(owner, "name,quantity,unit,expires on,lot,category\nHam,4,kg,,,\n", "?blanks=clear");
        Assert.Contains("lot_kept", await CodesAsync(owner, import));
    }

    [Fact]
    public async Task What_an_import_takes_can_be_edited()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, $"name,quantity,unit,notes,category\nLong,1,kg,{new string('z', 9_994)},{new string('c', 190)}\n");
        await app.EditAsync(owner, "Long", new { brand = "Mill" });
    }

    private async Task<string> RejectedAsync(Owner owner, Guid import)
    {
        using var client = app.Api(owner);
        return await client.GetStringAsync(new Uri($"/api/imports/{import}/rejected.csv", UriKind.Relative), Ct);
    }

    private async Task<List<JsonElement>> ItemsAsync(Owner owner, string department = "kitchen") =>
        [.. (await app.GetAsync(owner, $"/api/inventory/{department}?limit=200")).GetProperty("items").EnumerateArray()];

    private async Task<string[]> StockAsync(Owner owner) =>
        [.. (await ItemsAsync(owner)).Select(item => $"{item.GetProperty("name").GetString()} {item.GetProperty("quantity").GetDecimal().ToString("0.####", CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];

    private async Task<List<string>> CodesAsync(Owner owner, Guid import) =>
        [.. (await app.GetAsync(owner, $"/api/imports/{import}/issues?limit=200")).GetProperty("items").EnumerateArray().Select(issue => issue.GetProperty("code").GetString()!)];
}
