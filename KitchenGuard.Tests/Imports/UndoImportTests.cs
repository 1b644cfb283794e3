using System.Net;
using System.Text.Json;

namespace KitchenGuard.Tests.Imports;

public sealed class UndoImportTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string First = "name,sku,quantity,unit,unit cost,category\nFlour,F-1,10,kg,1.10,Dry\nMilk,M-1,6,l,0.90,Dairy\nEggs,E-1,30,each,0.20,Dairy\n";
    private const string Second = "name,sku,quantity,unit,unit cost,category\nFlour,F-1,4,kg,1.30,Baking\nMilk,M-1,9,l,0.95,Dairy\nEggs,E-1,30,each,0.20,Dairy\nHoney,H-1,2,jar,7,Sweet\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stock_and_fields_go_back_and_what_it_made_leaves_the_list()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var before = await app.ListAsync(owner, "trim_scale(unit_cost), category, search_text, name_key");
        var import = await app.ImportAsync(owner, Second);
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 3);
        Assert.Equal(before, (await app.ListAsync(owner, "trim_scale(unit_cost), category, search_text, name_key")).Where(r => r[0] != '-'));
        Assert.Equal(["-Honey|0"], (await app.ListAsync(owner, "''")).Where(r => r[0] == '-').Select(r => r.TrimEnd('|')));
        Assert.Equal("Test Owner", undone.GetProperty("by").GetString());
        // Every movement of the import has exactly one that negates it.
        Assert.Equal(["3|3"], await app.RowsAsync(
            """
            select count(*), count(u.id) filter (where u.quantity = -m.quantity) from inventory.stock_movements m
            left join inventory.stock_movements u on u.reverses_id = m.id and u.kind = 'undo' where m.import_id = $1 and m.kind = 'import'
            """, import));
    }

    [Fact]
    public async Task What_moved_since_stays_on_top()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        await app.MoveAsync(owner, "Flour", "use", 1);
        await app.MoveAsync(owner, "Milk", "receive", 12);
        await app.MoveAsync(owner, "Honey", "waste", 1.5m);
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 3);
        Assert.Equal(["Eggs|30|0.2|Dairy", "Flour|9|1.1|Dry", "-Honey|-1.5|7|Sweet", "Milk|18|0.9|Dairy"], await app.ListAsync(owner));
        var left = Assert.Single(undone.GetProperty("archived").EnumerateArray());
        Assert.Equal(("Honey", -1.5m, "jar"), (left.GetProperty("item").GetProperty("name").GetString(), left.GetProperty("onHand").GetDecimal(), left.GetProperty("unit").GetString()));
    }

    [Fact]
    public async Task What_somebody_counted_stays_counted_and_its_fields_go_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        await app.MoveAsync(owner, "Flour", "count", 3.5m);
        await app.MoveAsync(owner, "Honey", "count", 2);
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 1, kept: 2);
        Assert.Equal(["Eggs|30|0.2|Dairy", "Flour|3.5|1.1|Dry", "Honey|2|7|Sweet", "Milk|6|0.9|Dairy"], await app.ListAsync(owner));
        Assert.Matches(@"^Test Owner counted it on \d{4}-\d\d-\d\d \d\d:\d\d: 3\.5 kg, so its stock stays as counted\.$", Reason(undone, "kept", "Flour"));
        Assert.Matches(@"^Test Owner counted it on .*: 2 jar, so it stays on the list with what was counted\.$", Reason(undone, "kept", "Honey"));
    }

    [Fact]
    public async Task A_count_that_was_taken_back_keeps_nothing()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        await app.MoveAsync(owner, "Flour", "count", 3.5m);
        var item = await app.ItemAsync(owner, "Flour");
        var count = (await app.GetAsync(owner, $"/api/items/{item}/movements")).GetProperty("items")[0].GetProperty("id").GetInt64();
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync(owner, $"/api/items/{item}/movements/{count}/undo")).StatusCode);
        AssertOutcome(await app.UndoAsync(owner, import), reversed: 3);
        Assert.Contains("Flour|10|1.1|Dry", await app.ListAsync(owner));
    }

    [Fact]
    public async Task A_field_that_somebody_edited_stays_and_the_others_go_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        await app.EditAsync(owner, "Flour", new { unitCost = 1.25m });
        // Back to what the import had written: still a person's word.
        await app.EditAsync(owner, "Milk", new { unitCost = 3m });
        await app.EditAsync(owner, "Milk", new { unitCost = 0.95m });
        await app.EditAsync(owner, "Honey", new { category = "Spreads" });
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 0, kept: 3);
        Assert.Equal(["Eggs|30|0.2|Dairy", "Flour|10|1.25|Dry", "Honey|0|7|Spreads", "Milk|6|0.95|Dairy"], await app.ListAsync(owner));
        Assert.Matches(@"^Test Owner changed the cost of one unit on \d{4}-\d\d-\d\d \d\d:\d\d\.$", Reason(undone, "kept", "Flour"));
        Assert.Matches(@"^Test Owner changed the category on .*, so it stays on the list\.$", Reason(undone, "kept", "Honey"));
    }

    [Fact]
    public async Task An_edit_before_the_import_or_of_another_field_keeps_nothing()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        await app.EditAsync(owner, "Flour", new { unitCost = 1.15m });
        var import = await app.ImportAsync(owner, Second);
        await app.EditAsync(owner, "Flour", new { notes = "Mill by the river" });
        AssertOutcome(await app.UndoAsync(owner, import), reversed: 3);
        Assert.Contains("Flour|10|1.15|Dry", await app.ListAsync(owner));
        Assert.Contains("Flour|10|Mill by the river", await app.ListAsync(owner, "notes"));
    }

    [Fact]
    public async Task What_a_later_import_counted_or_changed_stays()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        var later = await app.ImportAsync(owner, "name,sku,quantity,unit,unit cost\nFlour,F-1,5,kg,1.50\nHoney,H-1,1,jar,7\n");
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 1, kept: 2);
        Assert.Equal(["Eggs|30|0.2|Dairy", "Flour|5|1.5|Dry", "Honey|1|7|Sweet", "Milk|6|0.9|Dairy"], await app.ListAsync(owner));
        Assert.Contains("The import of “upload.csv” counted it on ", Reason(undone, "kept", "Flour"), StringComparison.Ordinal);
        Assert.Contains("The import of “upload.csv” changed the cost of one unit on ", Reason(undone, "kept", "Flour"), StringComparison.Ordinal);
        Assert.NotEqual(import, later);
    }

    [Fact]
    public async Task After_the_later_import_is_undone_the_earlier_goes_back_wholly()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var before = await app.ListAsync(owner);
        var import = await app.ImportAsync(owner, Second);
        var later = await app.ImportAsync(owner, "name,sku,quantity,unit,unit cost\nFlour,F-1,5,kg,1.50\n");
        AssertOutcome(await app.UndoAsync(owner, later), reversed: 1);
        AssertOutcome(await app.UndoAsync(owner, import), reversed: 3);
        Assert.Equal(before, (await app.ListAsync(owner)).Where(r => r[0] != '-'));
    }

    [Fact]
    public async Task A_code_that_another_item_has_by_now_does_not_come_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,sku,barcode,quantity\nFlour,F-1,4000000000017,10\nMilk,M-1,,6\n");
        var import = await app.ImportAsync(owner, "name,sku,barcode,quantity\nFlour,F-1,4000000000024,7\n");
        await app.EditAsync(owner, "Milk", new { barcode = "4000000000017" });
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 0, impossible: 1);
        Assert.Equal("Its barcode was 4000000000017 before, which “Milk” has now.", Reason(undone, "impossible", "Flour"));
        Assert.Equal(["Flour|10|4000000000024", "Milk|6|4000000000017"], await app.ListAsync(owner, "barcode"));
    }

    [Fact]
    public async Task A_name_that_another_item_has_by_now_does_not_come_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,sku,quantity\nFlour,F-1,10\n");
        var import = await app.ImportAsync(owner, "name,sku,quantity\nWheat flour,F-1,7\n");
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync(owner, "/api/inventory/kitchen", new { name = "Flour", unit = "each" })).StatusCode);
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 0, impossible: 1);
        Assert.Equal("Its name was “Flour” before, which another item on the list has now.", Reason(undone, "impossible", "Wheat flour"));
        Assert.Equal(["Flour|0|flour", "Wheat flour|10|wheat flour"], await app.ListAsync(owner, "name_sort"));
    }

    [Fact]
    public async Task Stock_in_a_unit_that_now_means_something_else_stays()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,sku,quantity,unit\nFlour,F-1,5,kg\n");
        await app.MoveAsync(owner, "Flour", "use", 5);
        await app.EditAsync(owner, "Flour", new { unit = "g" });
        var undone = await app.UndoAsync(owner, import);
        AssertOutcome(undone, reversed: 0, impossible: 1);
        Assert.Contains("It was counted in kg then and is counted in g now, so its stock stays.", Reason(undone, "impossible", "Flour"), StringComparison.Ordinal);
        Assert.Equal(["Flour|0|g"], await app.ListAsync(owner, "unit"));
    }

    [Fact]
    public async Task Lots_go_back_with_their_stock_and_dates()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,sku,quantity,unit,expires on\nMilk,M-1,6,l,2027-01-10\n");
        var before = await LotsAsync(owner);
        var import = await app.ImportAsync(owner, "name,sku,quantity,unit,expires on\nMilk,M-1,9,l,2027-02-20\nCream,C-1,3,l,2027-03-01\nCream,C-1,4,l,2027-04-01\n");
        AssertOutcome(await app.UndoAsync(owner, import), reversed: 2);
        Assert.Equal(before, (await LotsAsync(owner)).Where(lot => lot.EndsWith("open", StringComparison.Ordinal)));
        Assert.Equal(["-Cream|0|", "Milk|6|"], await app.ListAsync(owner, "null"));
        Assert.Equal(["0"], await app.RowsAsync(
            """
            select count(*) from inventory.lots l where restaurant_id = $1
              and on_hand <> (select coalesce(sum(quantity), 0) from inventory.stock_movements m where m.lot_id = l.id)
            """, owner.RestaurantId));
    }

    [Fact]
    public async Task An_expiry_date_of_an_item_that_was_there_before_stays_and_goes_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity,unit\nOnions,12.5,kg\nLeeks,9,kg\nKale,2,kg\n");
        const string Dated = "name,quantity,unit,expires on\nOnions,9000,g,2027-05-04\nLeeks,9,kg,2027-06-05\nKale,,kg,2027-07-08\n";
        var import = await app.ImportAsync(owner, Dated);
        string[] dated = ["Kale|0|2027-07-08|open", "Leeks|9|2027-06-05|open", "Onions|9|2027-05-04|open"];
        Assert.Equal(dated, await LotsAsync(owner));
        Assert.Equal(["Kale|2|", "Leeks|9|", "Onions|9|"], await app.ListAsync(owner, "null"));
        var again = await app.GetAsync(owner, $"/api/imports/{await app.ImportAsync(owner, Dated)}");
        Assert.Equal(3, again.GetProperty("rows").GetProperty("unchanged").GetInt32());
        await app.MoveAsync(owner, "Onions", "use", 4);
        var third = await app.ImportAsync(owner, "name,quantity,unit,expires on\nOnions,3,kg,2027-05-04\n");
        Assert.Equal(["Onions|3|2027-05-04|open"], (await LotsAsync(owner)).Where(lot => lot.StartsWith("Onions", StringComparison.Ordinal)));
        Assert.Equal(["Kale|2|", "Leeks|9|", "Onions|3|"], await app.ListAsync(owner, "null"));
        await app.UndoAsync(owner, third);
        AssertOutcome(await app.UndoAsync(owner, import), reversed: 3);
        Assert.All(await LotsAsync(owner), lot => Assert.EndsWith("|closed", lot, StringComparison.Ordinal));
        Assert.Equal(["Kale|2|", "Leeks|9|", "Onions|8.5|"], await app.ListAsync(owner, "null"));
    }

    [Fact]
    public async Task What_a_file_counts_outside_of_lots_is_on_hand_beside_them()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity,unit,expires on\nCream,3,l,2027-03-01\nCream,4,l,\nMilk,,l,2027-03-01\nMilk,5,l,2027-04-01\n");
        Assert.Equal(["Cream|7|", "Milk|5|"], await app.ListAsync(owner, "null"));
        Assert.Equal(["Cream|3|2027-03-01|open", "Milk|0|2027-03-01|open", "Milk|5|2027-04-01|open"], await LotsAsync(owner));
        await app.ImportAsync(owner, "name,quantity,unit,expires on\nCream,2,l,2027-03-01\nCream,6,l,\n");
        Assert.Equal(["Cream|8|", "Milk|5|"], await app.ListAsync(owner, "null"));
        Assert.Contains("Cream|2|2027-03-01|open", await LotsAsync(owner));
    }

    [Fact]
    public async Task The_same_file_can_be_imported_again()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        var after = await app.ListAsync(owner);
        await app.UndoAsync(owner, import);
        var again = await app.ImportAsync(owner, Second);
        Assert.Equal(after, (await app.ListAsync(owner)).Where(r => r[0] != '-'));
        AssertOutcome(await app.UndoAsync(owner, again), reversed: 3);
    }

    [Fact]
    public async Task Asked_twice_and_run_twice_it_undoes_once()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, First);
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(owner, $"/api/imports/{import}/undo")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(owner, $"/api/imports/{import}/undo")).StatusCode);
        await Task.WhenAll(app.RunAsync(import), app.RunAsync(import), app.RunAsync(import));
        await app.RunAsync(import);
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(owner, $"/api/imports/{import}/undo")).StatusCode);
        await app.RunAsync(import);
        Assert.Equal(["3"], await app.RowsAsync("select count(*) from inventory.stock_movements where import_id = $1 and kind = 'undo'", import));
        Assert.Equal(["-Eggs|0|", "-Flour|0|", "-Milk|0|"], await app.ListAsync(owner, "null"));
    }

    [Fact]
    public async Task What_changed_nothing_or_is_too_old_is_not_undone()
    {
        var owner = await app.RegisterAsync();
        var tried = await app.ImportAsync(owner, First, "?dryRun=true");
        var import = await app.ImportAsync(owner, First);
        var same = await app.ImportAsync(owner, First);
        foreach (var (id, code) in new[] { (tried, "nothing_to_undo"), (same, "nothing_to_undo") })
        {
            await AssertRefusedAsync($"/api/imports/{id}/undo", code);
        }

        await app.RowsAsync("update inventory.imports set finished_at = now() - interval '31 days' where id = $1", import);
        await AssertRefusedAsync($"/api/imports/{import}/undo", "too_late_to_undo");

        async Task AssertRefusedAsync(string url, string code)
        {
            var answer = await app.PostAsync(owner, url);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_names_what_will_happen_and_shows_the_three_lists()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, First);
        var import = await app.ImportAsync(owner, Second);
        await app.MoveAsync(owner, "Flour", "count", 3.5m);
        using var client = await app.PagesAsync(owner);
        var asked = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/imports/{import}/undo", UriKind.Relative), Ct));
        Assert.Contains("1 item that it made leaves the list.", asked, StringComparison.Ordinal);
        Assert.Contains("2 items that it changed get their stock and fields of before back.", asked, StringComparison.Ordinal);
        var answer = await Support.KitchenGuardApp.PostFormAsync(client, $"/imports/{import}/undo", []);
        Assert.Equal($"/imports/{import}", answer.Headers.Location?.ToString());
        Assert.Contains("Undoing", await client.GetStringAsync(new Uri($"/imports/{import}", UriKind.Relative), Ct), StringComparison.Ordinal);
        await app.RunAsync(import);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/imports/{import}", UriKind.Relative), Ct));
        Assert.Contains("Kept, because somebody counted or changed it since", page, StringComparison.Ordinal);
        Assert.Contains("so its stock stays as counted.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Undo this import", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_have_pages()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, First);
        foreach (var name in new[] { "Flour", "Milk", "Eggs" })
        {
            await app.MoveAsync(owner, name, "count", 1);
        }

        await app.UndoAsync(owner, import);
        var first = await app.GetAsync(owner, $"/api/imports/{import}/undone?outcome=kept&limit=2");
        var second = await app.GetAsync(owner, $"/api/imports/{import}/undone?outcome=kept&limit=2&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(
            ["Eggs", "Flour", "Milk"],
            first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
                .Select(i => i.GetProperty("item").GetProperty("name").GetString()).Order());
    }

    private Task<List<string>> LotsAsync(Support.Owner owner) => app.RowsAsync(
        """
        select i.name, trim_scale(l.on_hand), l.expires_on::text, case when l.closed_at is null then 'open' else 'closed' end
        from inventory.lots l join inventory.items i on i.id = l.item_id where l.restaurant_id = $1 order by 1, 3
        """, owner.RestaurantId);

    private static void AssertOutcome(JsonElement undone, int reversed, int kept = 0, int impossible = 0) => Assert.Equal(
        (reversed, kept, impossible),
        (undone.GetProperty("reversed").GetInt32(), undone.GetProperty("kept").GetArrayLength(), undone.GetProperty("impossible").GetArrayLength()));

    private static string Reason(JsonElement undone, string outcome, string name) => undone.GetProperty(outcome).EnumerateArray()
        .Single(i => i.GetProperty("item").GetProperty("name").GetString() == name).GetProperty("reason").GetString()!;
}
