using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Imports;

public sealed class ImportRunTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string List = """
        name,sku,category,quantity,unit,unit cost,supplier,expires on
        Tomatoes,T-1,Produce,5.5,kg,2.10,Green Farm,2026-12-01
        Olive oil,O-1,Oils,12,bottle,7.95,Green Farm,
        Sea salt,S-1,Dry goods,3,kg,1.05,,
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_becomes_items_with_an_opening_in_the_ledger()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, List);
        Assert.Equal("completed", import.GetProperty("status").GetString());
        AssertRows(import, total: 3, created: 3);
        Assert.Equal(3, await CountAsync("select count(*) from inventory.items where restaurant_id = $1 and version = 1", owner.RestaurantId));
        Assert.Equal(20.5m, await ScalarAsync<decimal>("select sum(on_hand) from inventory.items where restaurant_id = $1", owner.RestaurantId));
        Assert.Equal(20.5m, await ScalarAsync<decimal>(
            "select sum(quantity) from inventory.stock_movements where restaurant_id = $1 and kind = 'import'", owner.RestaurantId));
        Assert.Equal(5.5m, await ScalarAsync<decimal>(
            "select on_hand from inventory.lots where restaurant_id = $1 and expires_on = '2026-12-01'", owner.RestaurantId));
    }

    [Fact]
    public async Task Packs_and_counts_in_cases_reach_the_stock()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, """
            Product,SKU,Pack,Case price,On hand
            Gin,G-1,12/750ml,240.60,2 cs + 3 btl
            Rum,R-1,6x1 l,90.30,4 btl
            Rye,Y-1,bottle,,1 cs + 2 btl
            """);
        AssertRows(import, total: 3, created: 3);
        Assert.Equal(1, import.GetProperty("warnings").GetInt32());
        Assert.Equal(27m, await ScalarAsync<decimal>("select on_hand from inventory.items where restaurant_id = $1 and sku = 'G-1'", owner.RestaurantId));
        Assert.Equal(20.05m, await ScalarAsync<decimal>("select unit_cost from inventory.items where restaurant_id = $1 and sku = 'G-1'", owner.RestaurantId));
        Assert.Equal("12/750ml", await ScalarAsync<string>("select pack_size from inventory.items where restaurant_id = $1 and sku = 'G-1'", owner.RestaurantId));
        Assert.Equal(6m, await ScalarAsync<decimal>("select case_size from inventory.items where restaurant_id = $1 and sku = 'R-1'", owner.RestaurantId));
        Assert.True(await ScalarAsync<bool>("select on_hand is null from inventory.items where restaurant_id = $1 and sku = 'Y-1'", owner.RestaurantId));
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_also_in_another_dialect_and_order()
    {
        var owner = await app.RegisterAsync();
        await ImportAsync(owner, List);
        var before = await DigestAsync(owner.RestaurantId);
        var again = await ImportAsync(owner, List);
        AssertRows(again, total: 3, unchanged: 3);
        var lines = List.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var other = string.Join("\r\n", lines.Take(1).Concat(lines.Skip(1).Reverse()).Select(l => l.Replace(',', ';'))).Replace('.', ',');
        var dialect = await ImportAsync(owner, other);
        AssertRows(dialect, total: 3, unchanged: 3);
        Assert.Equal(before, await DigestAsync(owner.RestaurantId));
    }

    [Fact]
    public async Task A_changed_list_posts_the_difference_and_keeps_what_it_replaced()
    {
        var owner = await app.RegisterAsync();
        await ImportAsync(owner, List);
        var import = await ImportAsync(owner, """
            name,sku,quantity,unit,unit cost,supplier
            Tomatoes,T-1,4000,g,0.0022,Blue Farm
            Olive oil,O-1,,bottle,8.10,Green Farm
            Capers,C-1,2,each,3,Green Farm
            """);
        AssertRows(import, total: 3, created: 1, updated: 2);
        Assert.Equal(-1.5m, await ScalarAsync<decimal>(
            """
            select m.quantity from inventory.stock_movements m join inventory.items i on i.id = m.item_id
            where m.restaurant_id = $1 and i.sku = 'T-1' order by m.id desc limit 1
            """, owner.RestaurantId));
        Assert.Equal("7.9500", await ScalarAsync<string>(
            "select before from inventory.import_changes where restaurant_id = $1 and field = 'unit_cost' and after = '8.1000'", owner.RestaurantId));
        Assert.Equal(12m, await ScalarAsync<decimal>("select on_hand from inventory.items where restaurant_id = $1 and sku = 'O-1'", owner.RestaurantId));
    }

    [Fact]
    public async Task Repeats_in_a_file_merge_when_their_units_convert_and_are_rejected_when_not()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, """
            name,quantity,unit,unit cost,category
            Flour,2,kg,1.00,Dry
            Flour,500,g,0.0020,Bakery
            Flour,3,bag,,Dry
            """);
        AssertRows(import, total: 3, created: 1, merged: 1, rejected: 1);
        Assert.Equal(2.5m, await ScalarAsync<decimal>("select on_hand from inventory.items where restaurant_id = $1", owner.RestaurantId));
        Assert.Equal(1.2m, await ScalarAsync<decimal>("select unit_cost from inventory.items where restaurant_id = $1", owner.RestaurantId));
        Assert.Equal("Bakery", await ScalarAsync<string>("select category from inventory.items where restaurant_id = $1", owner.RestaurantId));
        var issues = await IssuesAsync(owner, import);
        Assert.Contains(issues, i => i.GetProperty("code").GetString() == "merged_differs" && i.GetProperty("line").GetInt32() == 3);
        Assert.Contains(issues, i => i.GetProperty("code").GetString() == "unit_differs" && i.GetProperty("line").GetInt32() == 4);
    }

    [Fact]
    public async Task Words_that_differ_in_capitals_or_blanks_are_one_as_the_list_has_it_or_as_the_file_writes_it_first()
    {
        var owner = await app.RegisterAsync();
        await ImportAsync(owner, "name,quantity,category,supplier\nLeek,3,Gemüse,Green Farm\n");
        var import = await ImportAsync(owner, """
            name,quantity,category,supplier,storage area
            Leek,3,GEMÜSE,GREEN  FARM,
            Kale,4,gemüse,Green Farm,Cold room
            Thyme,1,Kräuter,green farm,cold room
            Basil,2,KRÄUTER,,COLD ROOM
            Sage,2,KRÄUTER,,
            """);
        AssertRows(import, total: 5, created: 4, unchanged: 1);
        Assert.Equal(0, import.GetProperty("warnings").GetInt32());
        Assert.Equal(3, await CountAsync("select count(distinct category) + count(distinct supplier_id) from inventory.items where restaurant_id = $1", owner.RestaurantId));
        Assert.Equal(2, await CountAsync("select count(*) from inventory.items where restaurant_id = $1 and category = 'Gemüse'", owner.RestaurantId));
        Assert.Equal(3, await CountAsync("select count(*) from inventory.items where restaurant_id = $1 and category = 'Kräuter'", owner.RestaurantId));
        Assert.Equal(
            ["category GEMÜSE", "category KRÄUTER", "category gemüse", "storageArea COLD ROOM", "storageArea cold room", "supplier GREEN FARM", "supplier green farm"],
            (await IssuesAsync(owner, import)).Where(i => i.GetProperty("code").GetString() == "same_spelling")
                .Select(i => $"{i.GetProperty("field").GetString()} {i.GetProperty("value").GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Says_which_row_was_added_to_which_and_when_it_is_the_same_once_more()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, """
            name,quantity,unit,supplier
            Salmon,5,kg,Petersen
            Obstler,4,bottle,Wolf
            Obstler,4,bottle,Wolf
            salmon ,200,g,Petersen
            Salmon,,kg,Petersen
            Salt,,kg,Mill
            Salt,,kg,Mill
            """);
        AssertRows(import, total: 7, created: 3, merged: 4);
        Assert.Equal(2, import.GetProperty("warnings").GetInt32());
        Assert.Equal(
            [
                "4 merged_same Twice the same row: line 3 and 4. Their quantities were added: 4 bottle and 4 bottle.",
                "5 merged This is the item of line 2, and was added to it: 5 kg there, 200 g here.",
                "6 merged This is the item of line 2; no quantity was added to it.",
                "8 merged_same Twice the same row: line 7 and 8. They are one item.",
            ],
            (await IssuesAsync(owner, import)).Select(i => $"{i.GetProperty("line").GetInt32()} {i.GetProperty("code").GetString()} {i.GetProperty("message").GetString()}"));
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("?", 1)]
    [InlineData("~3", 1)]
    [InlineData("n/a", 0)]
    [InlineData("-", 0)]
    public async Task A_sign_that_may_mean_something_is_reported_and_one_that_means_nothing_is_not(string cell, int warnings)
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, $"name,quantity,unit\nSalt,{cell},kg\nOil,2,l\nRice,3,kg\n");
        AssertRows(import, total: 3, created: 3);
        Assert.Equal(warnings, import.GetProperty("warnings").GetInt32());
        Assert.True(await ScalarAsync<bool>("select on_hand is null from inventory.items where restaurant_id = $1 and name = 'Salt'", owner.RestaurantId));
    }

    [Fact]
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, List, "?dryRun=true");
        AssertRows(import, total: 3, created: 3);
        Assert.True(import.GetProperty("dryRun").GetBoolean());
        Assert.Equal(0, await CountAsync("select count(*) from inventory.items where restaurant_id = $1", owner.RestaurantId));
    }

    [Fact]
    public async Task Movements_after_the_count_stay_on_top()
    {
        var owner = await app.RegisterAsync();
        await ImportAsync(owner, List);
        var counted = DateTimeOffset.Parse(await ScalarAsync<string>("select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') where $1::uuid is not null", owner.RestaurantId), null);
        await ExecuteAsync(
            """
            insert into inventory.stock_movements (restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor, occurred_at)
            select restaurant_id, id, department, 'use', -2, 2, unit, 1, clock_timestamp() from inventory.items where restaurant_id = $1 and sku = 'O-1'
            """, owner.RestaurantId);
        var import = await ImportAsync(owner, "name,sku,quantity,unit\nOlive oil,O-1,20,bottle\n", $"?countedAt={Uri.EscapeDataString(counted.ToString("O"))}");
        AssertRows(import, total: 1, updated: 1);
        Assert.Equal(18m, await ScalarAsync<decimal>("select on_hand from inventory.items where restaurant_id = $1 and sku = 'O-1'", owner.RestaurantId));
    }

    [Fact]
    public async Task Rows_of_a_JSON_array_are_imported_by_the_same_job()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var answer = await client.PostAsJsonAsync("/api/inventory/bar/import", new object[] { new { name = "Gin", quantity = 3.4, unit = "bottle", bottleSize = "700 ml" } }, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var import = await FinishedAsync(client, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid());
        AssertRows(import, total: 1, created: 1);
        Assert.Equal(3.4m, await ScalarAsync<decimal>("select on_hand from inventory.items where restaurant_id = $1 and department = 'bar'", owner.RestaurantId));
    }

    [Fact]
    public async Task A_picture_named_csv_fails_with_a_sentence_and_touches_nothing()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, Encoding.Latin1.GetString([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]));
        Assert.Equal("failed", import.GetProperty("status").GetString());
        Assert.EndsWith(".", import.GetProperty("failure").GetString()!);
    }

    [Fact]
    public async Task The_source_comes_back_as_it_was_sent_and_the_table_as_clean_csv()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, "name;quantity\r\nSalt;1\r\n");
        using var client = app.Api(owner);
        var id = import.GetProperty("id").GetGuid();
        Assert.Equal("name;quantity\r\nSalt;1\r\n", await client.GetStringAsync(new Uri($"/api/imports/{id}/source", UriKind.Relative), Ct));
        Assert.Equal("name,quantity\r\nSalt,1\r\n", await client.GetStringAsync(new Uri($"/api/imports/{id}/table.csv", UriKind.Relative), Ct));
    }

    private static void AssertRows(
        JsonElement import, int total, int created = 0, int updated = 0, int unchanged = 0, int merged = 0, int skipped = 0, int rejected = 0)
    {
        var rows = import.GetProperty("rows");
        Assert.Equal(
            (total, created, updated, unchanged, merged, skipped, rejected),
            (rows.GetProperty("total").GetInt32(), rows.GetProperty("created").GetInt32(), rows.GetProperty("updated").GetInt32(),
                rows.GetProperty("unchanged").GetInt32(), rows.GetProperty("merged").GetInt32(), rows.GetProperty("skipped").GetInt32(),
                rows.GetProperty("rejected").GetInt32()));
    }

    private async Task<JsonElement> ImportAsync(Owner owner, string text, string query = "")
    {
        using var client = app.Api(owner);
        using var content = new ByteArrayContent(text.StartsWith('\u0089') ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new("text/csv");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import" + query, UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await FinishedAsync(client, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid());
    }

    private static async Task<JsonElement> FinishedAsync(HttpClient client, Guid id)
    {
        using var patience = Patience.ForAnImport();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var import = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct);
            if (import.GetProperty("status").GetString() is not ("pending" or "running"))
            {
                return import;
            }

            await Task.Yield();
        }
    }

    private async Task<List<JsonElement>> IssuesAsync(Owner owner, JsonElement import)
    {
        using var client = app.Api(owner);
        var page = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{import.GetProperty("id").GetGuid()}/issues", Ct);
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private Task<string> DigestAsync(Guid restaurantId) => ScalarAsync<string>(
        """
        select md5(string_agg(concat_ws('|', i.name, i.on_hand, i.version, i.unit_cost, i.supplier_id, (select count(*) from inventory.stock_movements m where m.item_id = i.id)), E'\n' order by i.name))
        from inventory.items i where i.restaurant_id = $1
        """, restaurantId);

    private async Task<long> CountAsync(string sql, Guid restaurantId) => await ScalarAsync<long>(sql, restaurantId);

    private async Task<T> ScalarAsync<T>(string sql, Guid restaurantId)
    {
        await using var connection = new NpgsqlConnection(OwnerConnection);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = restaurantId } } };
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    private Task ExecuteAsync(string sql, Guid restaurantId) => ExecuteInsideAsync(sql, restaurantId);

    private async Task ExecuteInsideAsync(string sql, Guid restaurantId)
    {
        await using var connection = new NpgsqlConnection(app.AppConnectionString);
        await connection.OpenAsync(Ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(KitchenGuard.Data.Postgres.TenantSetting.Enter(restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = restaurantId } } });
        await batch.ExecuteNonQueryAsync(Ct);
    }

    private string OwnerConnection => app.OwnerConnectionString;
}
