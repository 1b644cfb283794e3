using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Imports;

/// <summary>What is said about a dry run is what the import does.</summary>
public sealed class ReviewApiTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_dry_run_is_done_with_the_answer_and_imports_once_when_let_run_twice()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "name,quantity,unit\nSalt,5,kg\nOil,2,l\n");
        Assert.Equal(("completed", 2), (draft.Status(), draft.Rows("created")));
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from inventory.items where restaurant_id = $1", owner));
        var both = await Task.WhenAll(RunAsync(client, draft.Id()), RunAsync(client, draft.Id()));
        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var import = await FinishedAsync(client, draft.Id());
        Assert.False(import.GetProperty("dryRun").GetBoolean());
        Assert.Equal(HttpStatusCode.Accepted, (await RunAsync(client, draft.Id())).StatusCode);
        Assert.Equal(7m, await ScalarAsync<decimal>("select sum(quantity) from inventory.stock_movements where restaurant_id = $1", owner));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PatchAsJsonAsync($"/api/imports/{draft.Id()}", new { quantities = "add" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Delimiter_decimal_mark_date_order_and_mapping_are_followed_one_by_one()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "name;a;b;unit;expires on\nSalt;1.250;7;kg;03/04/2027\n", "?delimiter=,");
        Assert.Single(Fields(draft));
        draft = await PatchAsync(client, draft, new { delimiter = ";" });
        Assert.Equal((1, 0), (draft.Rows("created"), draft.Rows("rejected")));
        draft = await PatchAsync(client, draft, new { mapping = new[] { new { column = 2, field = "quantity" } } });
        Assert.Contains(await IssuesAsync(client, draft), i => i.GetProperty("code").GetString() == "ambiguous_number");
        draft = await PatchAsync(client, draft, new { decimalMark = "," });
        Assert.Contains(await IssuesAsync(client, draft), i => i.GetProperty("code").GetString() == "ambiguous_date");
        draft = await PatchAsync(client, draft, new { dateOrder = "mdy" });
        Assert.Equal(0, draft.GetProperty("warnings").GetInt32());
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        Assert.Equal(1250m, await ScalarAsync<decimal>("select on_hand from inventory.items where restaurant_id = $1", owner));
        Assert.Equal(new DateOnly(2027, 3, 4), await ScalarAsync<DateOnly>("select expires_on from inventory.lots where restaurant_id = $1", owner));
    }

    [Fact]
    public async Task A_null_takes_an_option_back_and_an_unknown_one_is_named()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "name;quantity\nSalt;5\n", "?delimiter=%7C");
        Assert.Equal("|", draft.GetProperty("detected").GetProperty("delimiter").GetString());
        draft = await PatchAsync(client, draft, new { delimiter = (string?)null });
        Assert.Equal(";", draft.GetProperty("detected").GetProperty("delimiter").GetString());
        var unknown = await client.PatchAsJsonAsync($"/api/imports/{draft.Id()}", new { decimal_mark = "," }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("decimal_mark", await unknown.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PatchAsJsonAsync($"/api/imports/{draft.Id()}", new { quantities = 7 }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Prices_tables_and_pivots_are_options_as_well()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "Item,price,Walk-in,Bar\nLime,330,9,9\nGin,450,1,2\nRum,1250,1,\nVodka,895,2,2\nTequila,1190,2,1\n");
        Assert.Equal(5, (await IssuesAsync(client, draft)).Count(issue => issue.GetProperty("code").GetString() == "ambiguous_number"));
        draft = await PatchAsync(client, draft, new { prices = "hundredths", pivot = "none", firstTableOnly = true });
        Assert.Equal(0, draft.GetProperty("warnings").GetInt32());
        var records = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{draft.Id()}/records", Ct);
        var lime = records.GetProperty("items")[0].GetProperty("item");
        Assert.Equal(3.3m, lime.GetProperty("unitCost").GetDecimal());
        Assert.Equal(JsonValueKind.Null, lime.GetProperty("quantity").ValueKind);
    }

    [Fact]
    public async Task A_corrected_cell_is_what_is_imported_and_can_be_taken_back()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "name,quantity,unit\nSalt,lots,kg\n,3,g\nOil,2,l\nRice,4,kg\n");
        Assert.Equal((3, 1, 1), (draft.Rows("created"), draft.Rows("rejected"), draft.GetProperty("warnings").GetInt32()));
        draft = await EditAsync(client, draft, (2, 2, "5.5"), (3, 1, "Pepper"), (4, 0, ""), (5, 2, "9"));
        Assert.Equal((3, 0, 1), (draft.Rows("created"), draft.Rows("rejected"), draft.Rows("skipped")));
        var undone = await client.DeleteAsync(new Uri($"/api/imports/{draft.Id()}/edits?line=5", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        var edits = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{draft.Id()}/edits", Ct);
        Assert.Equal(3, edits.GetProperty("items").GetArrayLength());
        await RunAsync(client, draft.Id());
        var import = await FinishedAsync(client, draft.Id());
        Assert.Equal((4, 3, 1), (import.Rows("total"), import.Rows("created"), import.Rows("skipped")));
        Assert.Equal("Pepper 3.000000, Rice 4.000000, Salt 5.500000", await ScalarAsync<string>(
            "select string_agg(name || ' ' || on_hand, ', ' order by name) from inventory.items where restaurant_id = $1", owner));
        var late = await client.PutAsJsonAsync($"/api/imports/{draft.Id()}/edits", new[] { new { line = 2, column = 2, value = "1" } }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Theory]
    [InlineData("name,quantity\nSa\0lt,5\nOil,2\n", 1, 1)]
    [InlineData("name,quantity,no\0te\nSalt,5\0,\0\nOil,2,x\n", 1, 1)]
    public async Task A_zero_byte_rejects_its_row_and_nothing_else(string text, int created, int rejected)
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, text);
        Assert.Equal(("completed", created, rejected), (draft.Status(), draft.Rows("created"), draft.Rows("rejected")));
        Assert.NotEmpty(await IssuesAsync(client, draft, "?severity=error"));
    }

    [Theory]
    [InlineData("1,5", "7.5", 7.5)]
    [InlineData("1.5", "7,5", 7.5)]
    [InlineData("1", "7.5", 7.5)]
    [InlineData("1,5", "7.500", 7500)]
    public async Task A_number_written_by_hand_is_read_by_its_own_mark_where_that_is_certain(string others, string typed, decimal expected)
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await EditAsync(client, await DryRunAsync(client, $"name;quantity\nSalt;?\nOil;{others}\nRice;{others}\n"), (2, 2, typed));
        Assert.Equal(0, draft.GetProperty("warnings").GetInt32());
        Assert.Equal(expected, await FirstAsync(client, draft, "quantity"));
    }

    [Theory]
    [InlineData(0, 1, "x")]
    [InlineData(2, 257, "x")]
    [InlineData(2, -1, "x")]
    public async Task A_correction_of_no_cell_is_refused(int line, int column, string value)
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "name\nSalt\n");
        var answer = await client.PutAsJsonAsync($"/api/imports/{draft.Id()}/edits", new[] { new { line, column, value } }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_row_that_is_short_is_mended_by_its_missing_cells()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "name,supplier,quantity,unit\nSalt,Farm,5,kg\nOil,7\nRice,Farm,3,kg\n");
        Assert.Equal(1, draft.Rows("rejected"));
        draft = await EditAsync(client, draft, (3, 2, "Mill"), (3, 3, "7"), (3, 4, "l"));
        Assert.Equal((3, 0), (draft.Rows("created"), draft.Rows("rejected")));
        var records = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{draft.Id()}/records?limit=2", Ct);
        var oil = records.GetProperty("items")[1];
        Assert.Equal(("item", 7m, "Mill"), (oil.GetProperty("outcome").GetString(), oil.GetProperty("item").GetProperty("quantity").GetDecimal(), oil.GetProperty("cells")[1].GetString()));
        var rest = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{draft.Id()}/records?cursor={records.GetProperty("next").GetString()}", Ct);
        Assert.Equal("Rice", Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("item").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_word_is_mapped_once_for_all_records()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        await ImportAsync(client, "name,quantity,unit,category\nFlour,1,kg,Dry goods\n");
        var draft = await DryRunAsync(client, "name,quantity,unit,category\nSalt,5,sckl,Dry\nOil,2,Sckl ,Oils\nRice,3,kg,Dry goods\n");
        var named = (await IssuesAsync(client, draft)).Where(i => i.GetProperty("line").GetInt32() == 0).Select(i => i.GetProperty("code").GetString() + " " + i.GetProperty("value").GetString()).ToList();
        Assert.Contains("new_category Dry", named);
        Assert.Contains("new_category Oils", named);
        Assert.Contains(named, n => n.StartsWith("new_unit", StringComparison.OrdinalIgnoreCase));
        draft = await PatchAsync(client, draft, new { values = new object[] { new { field = "unit", from = "SCKL", to = "bag" }, new { field = "category", from = "dry", to = "Dry goods" } } });
        named = [.. (await IssuesAsync(client, draft)).Where(i => i.GetProperty("line").GetInt32() == 0).Select(i => i.GetProperty("code").GetString() + " " + i.GetProperty("value").GetString())];
        Assert.Equal(["new_category Oils"], named);
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        Assert.Equal("Flour kg Dry goods, Oil bag Oils, Rice kg Dry goods, Salt bag Dry goods", await ScalarAsync<string>(
            "select string_agg(name || ' ' || unit || ' ' || category, ', ' order by name) from inventory.items where restaurant_id = $1", owner));
    }

    [Fact]
    public async Task What_changes_is_told_before_and_after_the_import()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        await ImportAsync(client, "name,quantity,unit,category,cost,supplier,storage area,expires on\nSalt,5,kg,Dry,1.20,Mill,Shelf,\nOil,2,l,Oils,4.50,Mill,Shelf,2027-03-01\nRice,3,kg,Dry,2,,,\n");
        var draft = await DryRunAsync(
            client, "name,quantity,unit,category,cost,supplier,storage area,expires on\nSALT,8,kg,Spices,1.20,MILL,Cellar,\nOil,2,l,Oils,4.75,Press & Co,Shelf,2027-05-01\nRice,3,kg,Dry,2,,,\nFlour,1,kg,Dry,1,,,\n");
        string[] expected =
        [
            "2 “SALT”: on hand 5 kg → 8 kg, name Salt → SALT, storage area Shelf → Cellar, category Dry → Spices.",
            "3 “Oil”: supplier Mill → Press & Co, cost of one unit 4.5 → 4.75, lot 2027-03-01 → 2027-05-01.",
        ];
        Assert.Equal(expected, await ToldAsync());
        draft = await PatchAsync(client, draft, new { quantities = "add" });
        Assert.StartsWith("2 “SALT”: on hand 5 kg → 13 kg,", (await ToldAsync())[0], StringComparison.Ordinal);
        draft = await PatchAsync(client, draft, new { quantities = "set" });
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        Assert.Equal(expected, await ToldAsync());

        async Task<List<string>> ToldAsync() =>
            [.. (await IssuesAsync(client, draft, "?code=changed")).Select(i => $"{i.GetProperty("line").GetInt32()} {i.GetProperty("message").GetString()}")];
    }

    [Fact]
    public async Task What_moved_after_the_count_is_said_and_stays_on_top()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        await ImportAsync(client, "name,quantity,unit\nSalt,5,kg\nOil,2,l\n");
        var draft = await DryRunAsync(client, "name,quantity,unit\nSalt,8,kg\nOil,4,l\n");
        var salt = await ScalarAsync<Guid>("select id from inventory.items where restaurant_id = $1 and name = 'Salt'", owner);
        (await client.PostAsJsonAsync($"/api/items/{salt}/movements", new { kind = "use", quantity = 1.5 }, Ct)).EnsureSuccessStatusCode();
        draft = await PatchAsync(client, draft, new { mode = "upsert" });
        var moved = Assert.Single(await IssuesAsync(client, draft, "?code=moved_since"));
        Assert.Equal(2, moved.GetProperty("line").GetInt32());
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        Assert.Equal("Oil 4.000000, Salt 6.500000", await ScalarAsync<string>(
            "select string_agg(name || ' ' || on_hand, ', ' order by name) from inventory.items where restaurant_id = $1", owner));
    }

    [Fact]
    public async Task A_file_with_both_lists_is_split_into_two_imports_that_share_every_record()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "name,area,quantity,unit\nSalt,Kitchen,5,kg\nGin,Bar,2,bottle\nRum,BAR,1,bottle\nIce,,3,bag\n");
        var answer = await client.PostAsJsonAsync($"/api/imports/{draft.Id()}/split", new { column = 2, values = new[] { "kitchen" } }, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var second = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Id();
        foreach (var id in new[] { draft.Id(), second })
        {
            var half = await GetAsync(client, id);
            Assert.Equal(4, half.Rows("created") + half.Rows("skipped"));
            await RunAsync(client, id);
            await FinishedAsync(client, id);
        }

        Assert.Equal("bar Gin, bar Ice, bar Rum, kitchen Salt", await ScalarAsync<string>(
            "select string_agg(department || ' ' || name, ', ' order by department, name) from inventory.items where restaurant_id = $1", owner));
        var again = await DryRunAsync(client, "name,area\nSalt,Kitchen\n", "?only=" + Uri.EscapeDataString("""{"column":2,"values":["Kitchen"]}"""));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsJsonAsync($"/api/imports/{again.Id()}/split", new { column = 2, values = new[] { "x" } }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Another_list_is_one_change()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await PatchAsync(client, await DryRunAsync(client, "name,quantity\nGin,5\n"), new { department = "bar" });
        Assert.Equal("bar", draft.GetProperty("department").GetString());
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        Assert.Equal("bar", await ScalarAsync<string>("select department from inventory.items where restaurant_id = $1", owner));
    }

    [Fact]
    public async Task What_was_said_holds_for_the_next_file_with_the_header_unless_its_values_speak_against_it()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "item,what we have,unit,box\nSalt,\"1,250\",kg,A\n");
        draft = await PatchAsync(client, draft, new { decimalMark = ".", mapping = new object[] { new { column = 2, field = "quantity" }, new { column = 4, field = "storageArea" } } });
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());

        var next = await DryRunAsync(client, "Item,What we have,Unit,Box\nOil,\"2,500\",l,B\n");
        Assert.Equal(["name", "quantity", "unit", "storageArea"], Fields(next));
        Assert.Equal(2500m, await FirstAsync(client, next, "quantity"));

        var against = await DryRunAsync(client, "item,what we have,unit,box\nOil,\"2,5\",l,B\nRice,\"3,25\",kg,B\n");
        Assert.Equal(",", against.GetProperty("detected").GetProperty("decimalMark").GetString());
        Assert.Equal(2.5m, await FirstAsync(client, against, "quantity"));
        Assert.Contains(await IssuesAsync(client, against), i => i.GetProperty("code").GetString() == "memory_contradicted");

        var unfit = await DryRunAsync(client, "item,what we have,unit,box\nOil,fresh,l,B\nRice,dry,kg,B\n");
        Assert.NotEqual("quantity", Fields(unfit)[1]);
        Assert.Contains(await IssuesAsync(client, unfit), i => i.GetProperty("code").GetString() == "column_does_not_fit");

        using var stranger = app.Api(await app.RegisterAsync());
        Assert.Null(Fields(await DryRunAsync(stranger, "item,what we have,unit,box\nOil,\"2,500\",l,B\n"))[1]);
    }

    [Fact]
    public async Task A_mended_file_is_read_as_the_one_it_mends()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "Artikel;Da;Einheit\nSalz;1,5;kg\n;2;kg\n");
        draft = await PatchAsync(client, draft, new { mapping = new object[] { new { column = 2, field = "quantity" } } });
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        var mended = await DryRunAsync(client, "Artikel,Da,Einheit,KitchenGuard: why it was rejected\nPfeffer,\"1,250\",kg,This line has no item name.\n", $"?mends={draft.Id()}");
        Assert.Equal(["name", "quantity", "unit", null], Fields(mended));
        Assert.Equal(1.25m, await FirstAsync(client, mended, "quantity"));
        Assert.DoesNotContain(await IssuesAsync(client, mended), i => i.GetProperty("column").ValueKind == JsonValueKind.Number && i.GetProperty("column").GetInt32() == 4);
    }

    [Fact]
    public async Task A_pivot_that_was_said_holds_for_the_next_file_with_the_header()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "Spirit,700ml,1l,Supplier\nGin,3,2,Metro\nRum,6,1,Metro\nVodka,5,4,Metro\n");
        draft = await PatchAsync(client, draft, new { pivot = "bottleSize", pivotField = "parLevel" });
        await RunAsync(client, draft.Id());
        await FinishedAsync(client, draft.Id());
        Assert.Equal(4m, await FirstAsync(client, await DryRunAsync(client, "Spirit,700ml,1l,Supplier\nGin,4,2,Metro\nRum,6,1,Metro\nVodka,5,4,Metro\n"), "parLevel"));
    }

    [Fact]
    public async Task Corrections_go_with_both_parts_of_a_split_file()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "Department,Item,Qty,Unit,Cost\nKitchen,Flour,10,kg,1.20\nKitchen,Lime juice,4,bottle,2.20\nBar,Gin,6,bottle,14.00\nBar,Olive oil,7,bottle,15.00\nBar,Old stuff,1,bottle,1.00\n");
        draft = await EditAsync(client, draft, (5, 1, "Kitchen"), (3, 1, "Bar"), (4, 3, "60"), (6, 0, ""));
        var answer = await client.PostAsJsonAsync($"/api/imports/{draft.Id()}/split", new { column = 1, values = new[] { "Kitchen" } }, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        foreach (var part in new[] { draft.Id(), (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Id() })
        {
            await FinishedAsync(client, part);
            await RunAsync(client, part);
            await FinishedAsync(client, part);
        }

        Assert.Equal("bar Gin 60, bar Lime juice 4, kitchen Flour 10, kitchen Olive oil 7", await ScalarAsync<string>(
            "select string_agg(department || ' ' || name || ' ' || trim_scale(on_hand), ', ' order by department, name) from inventory.items where restaurant_id = $1", owner));
    }

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("|")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\r")]
    public async Task A_quote_that_can_be_none_is_refused_in_a_sentence(string quote)
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "name;quantity\nSalt;5\n");
        var answer = await client.PatchAsJsonAsync($"/api/imports/{draft.Id()}", new { quote }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("quote", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_is_discarded_and_not_cancelled_and_has_no_counts_when_it_fails()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "name,quantity\nSalt,5\nRice,2\n");
        var cancelled = await client.PostAsync(new Uri($"/api/imports/{draft.Id()}/cancel", UriKind.Relative), null, Ct);
        Assert.Equal(HttpStatusCode.Conflict, cancelled.StatusCode);
        Assert.Contains("under review", await cancelled.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        draft = await PatchAsync(client, draft, new { mapping = new object[] { new { column = 1, field = (string?)null }, new { column = 2, field = (string?)null } } });
        Assert.Equal(("failed", 0), (draft.Status(), draft.Rows("created")));
    }

    [Fact]
    public async Task A_discarded_dry_run_never_runs()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "name,quantity\nSalt,5\n");
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(new Uri($"/api/imports/{draft.Id()}", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal("cancelled", (await GetAsync(client, draft.Id())).Status());
        Assert.Equal(HttpStatusCode.Conflict, (await RunAsync(client, draft.Id())).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PatchAsJsonAsync($"/api/imports/{draft.Id()}", new { quantities = "add" }, Ct)).StatusCode);
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from inventory.items where restaurant_id = $1", owner));
    }

    [Fact]
    public async Task Of_discarding_and_running_at_once_one_is_done_and_the_other_is_told_so()
    {
        using var client = app.Api(await app.RegisterAsync());
        for (var round = 0; round < 8; round++)
        {
            var draft = await DryRunAsync(client, $"name,quantity\nSalt {round},5\n");
            var discarding = client.DeleteAsync(new Uri($"/api/imports/{draft.Id()}", UriKind.Relative), Ct);
            var running = RunAsync(client, draft.Id());
            var (discarded, ran) = ((await discarding).StatusCode, (await running).StatusCode);
            Assert.Contains((discarded, ran), new[] { (HttpStatusCode.NoContent, HttpStatusCode.Conflict), (HttpStatusCode.Conflict, HttpStatusCode.Accepted) });
            Assert.Equal(discarded == HttpStatusCode.NoContent ? "cancelled" : "completed", (await FinishedAsync(client, draft.Id())).Status());
        }
    }

    [Fact]
    public async Task A_file_without_a_name_column_waits_for_one()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "x,y\nSalt,5\nOil,6\nSalt,7\n");
        Assert.Equal("failed", draft.Status());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunAsync(client, draft.Id())).StatusCode);
        draft = await PatchAsync(client, draft, new { mapping = new object[] { new { column = 1, field = "name" } } });
        Assert.Equal(("completed", 2, 1), (draft.Status(), draft.Rows("created"), draft.Rows("merged")));
    }

    [Fact]
    public async Task Issues_are_filtered()
    {
        using var client = app.Api(await app.RegisterAsync());
        var draft = await DryRunAsync(client, "name,quantity,par\nSalt,lots,3\nOil,2,many\n,4,1\nRice,1,1\nOats,2,2\n");
        Assert.Equal([4], await LinesAsync("?severity=error"));
        Assert.Equal([2, 3], await LinesAsync("?code=not_a_number"));
        Assert.Equal([2], await LinesAsync("?code=not_a_number&field=quantity"));
        Assert.Equal([3], await LinesAsync("?column=3"));
        Assert.Equal([3], await LinesAsync("?q=MANY"));
        Assert.Equal([2], await LinesAsync("?q=2"));
        Assert.Empty(await LinesAsync("?q=%25"));

        async Task<List<int>> LinesAsync(string query) => [.. (await IssuesAsync(client, draft, query)).Select(i => i.GetProperty("line").GetInt32()).Where(line => line > 1)];
    }

    [Fact]
    public async Task What_is_over_the_limits_is_refused_before_it_is_stored()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        using var wide = Csv("name," + string.Join(",", Enumerable.Range(0, 256).Select(i => $"c{i}")) + "\nSalt\n");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), wide, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("256", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from inventory.imports where restaurant_id = $1", owner));
    }

    [Fact]
    public async Task Only_owners_and_managers_import()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var draft = await DryRunAsync(client, "name,quantity\nSalt,5\n");
        foreach (var (role, status) in new[] { (Role.Manager, HttpStatusCode.OK), (Role.KitchenStaff, HttpStatusCode.Forbidden), (Role.Viewer, HttpStatusCode.Forbidden) })
        {
            using var member = app.Api(await app.JoinAsync(owner, role));
            Assert.Equal(status, (await member.PatchAsJsonAsync($"/api/imports/{draft.Id()}", new { quantities = "add" }, Ct)).StatusCode);
            using var file = Csv("name\nOil\n");
            var sent = await member.PostAsync(new Uri("/api/inventory/kitchen/import?dryRun=true", UriKind.Relative), file, Ct);
            Assert.Equal(status == HttpStatusCode.OK ? HttpStatusCode.Accepted : status, sent.StatusCode);
        }
    }

    private static ByteArrayContent Csv(string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("text/csv") } };

    private static List<string?> Fields(JsonElement import) => [.. import.GetProperty("mapping").EnumerateArray().Select(m => m.GetProperty("field").GetString())];

    private static async Task<JsonElement> DryRunAsync(HttpClient client, string text, string query = "") =>
        await FinishedAsync(client, await SendAsync(client, text, query.Length == 0 ? "?dryRun=true" : query + "&dryRun=true"));

    private static async Task ImportAsync(HttpClient client, string text) => await FinishedAsync(client, await SendAsync(client, text, ""));

    private static async Task<Guid> SendAsync(HttpClient client, string text, string query)
    {
        using var content = Csv(text);
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import" + query, UriKind.Relative), content, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Id();
    }

    private static async Task<JsonElement> PatchAsync(HttpClient client, JsonElement import, object change) =>
        await DoneAsync(await client.PatchAsJsonAsync($"/api/imports/{import.Id()}", change, Ct));

    private static async Task<JsonElement> EditAsync(HttpClient client, JsonElement import, params (int Line, int Column, string Value)[] edits) =>
        await DoneAsync(await client.PutAsJsonAsync($"/api/imports/{import.Id()}/edits", edits.Select(e => new { line = e.Line, column = e.Column, value = e.Value }), Ct));

    private static async Task<JsonElement> DoneAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private static Task<HttpResponseMessage> RunAsync(HttpClient client, Guid id) => client.PostAsync(new Uri($"/api/imports/{id}/run", UriKind.Relative), null, Ct);

    private static Task<JsonElement> GetAsync(HttpClient client, Guid id) => client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct);

    private static async Task<JsonElement> FinishedAsync(HttpClient client, Guid id)
    {
        using var patience = Patience.ForAnImport();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var import = await GetAsync(client, id);
            if (import.Status() is not ("pending" or "running"))
            {
                return import;
            }

            await Task.Yield();
        }
    }

    private static async Task<List<JsonElement>> IssuesAsync(HttpClient client, JsonElement import, string query = "") =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{import.Id()}/issues{query}", Ct)).GetProperty("items").EnumerateArray()];

    private static async Task<decimal> FirstAsync(HttpClient client, JsonElement import, string field) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{import.Id()}/records?limit=1", Ct)).GetProperty("items")[0].GetProperty("item").GetProperty(field).GetDecimal();

    private async Task<T> ScalarAsync<T>(string sql, Owner owner)
    {
        await using var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = owner.RestaurantId } } };
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }
}

/// <summary>Reads of an import's answer.</summary>
internal static class ImportJson
{
    public static Guid Id(this JsonElement import) => import.GetProperty("id").GetGuid();

    public static string Status(this JsonElement import) => import.GetProperty("status").GetString()!;

    public static int Rows(this JsonElement import, string part) => import.GetProperty("rows").GetProperty(part).GetInt32();
}
