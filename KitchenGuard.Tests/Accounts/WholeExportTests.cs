using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using CsvHelper;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;
using KitchenGuard.Web.Features.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Accounts;

/// <summary>All of a restaurant's data in one zip: complete, agreeing with itself, and nobody else's.</summary>
public sealed class WholeExportTests(TwoRestaurantsApp app) : IClassFixture<TwoRestaurantsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_every_table_with_all_its_rows_and_the_uploaded_files()
    {
        var (owner, its) = await app.ArrangeAsync("ours");
        var zip = await ExportAsync(owner);
        string[] files = ["restaurant", "members", "kitchen", "bar", "suppliers", "storage-areas", "lots", "movements", "imports", "import-issues", "audit"];
        Assert.Equal([.. files.Select(f => $"{f}.csv"), "README.txt"], zip.Keys.Where(k => !k.StartsWith("files/", StringComparison.Ordinal)));
        Assert.All(files, f => Assert.Contains($"{f}.csv ({Rows(zip, $"{f}.csv").Count} row", Text(zip, "README.txt"), StringComparison.Ordinal));
        foreach (var (file, table, condition) in new[]
        {
            ("members", "auth.members", ""), ("kitchen", "inventory.items", "department = 'kitchen'"), ("bar", "inventory.items", "department = 'bar'"),
            ("suppliers", "inventory.suppliers", ""), ("storage-areas", "inventory.storage_areas", ""), ("lots", "inventory.lots", ""),
            ("movements", "inventory.stock_movements", ""), ("imports", "inventory.imports", ""), ("import-issues", "inventory.import_issues", ""), ("audit", "auth.audit_entries", ""),
        })
        {
            Assert.Equal(await CountAsync($"select count(*) from {table} where restaurant_id = '{owner.RestaurantId}'{(condition == "" ? "" : " and " + condition)}"), Rows(zip, $"{file}.csv").Count);
        }

        Assert.Equal($"Restaurant of {owner.Email}", Assert.Single(Rows(zip, "restaurant.csv"))["name"]);
        var imports = Rows(zip, "imports.csv");
        Assert.Equal(2, imports.Count);
        Assert.All(imports, i => Assert.Contains("ours", Text(zip, i["file"]), StringComparison.Ordinal));
        Assert.Equal(imports.Select(i => i["file"]).Order(), zip.Keys.Where(k => k.StartsWith("files/", StringComparison.Ordinal)).Order());
        Assert.Equal(("2", "2", "0", "1"), (imports[0]["total"], imports[0]["created"], imports[0]["rejected"], imports[0]["warnings"]));
        Assert.Contains(Rows(zip, "import-issues.csv"), i => i["value"] == "much" && i["line"] == "3" && i["importId"] == its.Import.ToString());
        Assert.Contains(Rows(zip, "members.csv"), m => m["email"] == owner.Email && m["role"] == "Owner");
        Assert.Contains(Rows(zip, "audit.csv"), e => e["action"] == "restaurant.exported");
    }

    [Fact]
    public async Task Movements_add_up_to_what_the_lists_say_and_to_the_database()
    {
        var (owner, its) = await app.ArrangeAsync("ours");
        using var api = app.Api(owner);
        await api.PostAsJsonAsync($"/api/items/{its.Item}/movements", new { kind = "use", quantity = 1.125 }, Ct);
        await api.PostAsJsonAsync($"/api/items/{its.Item}/movements", new { kind = "transfer", quantity = 2, to = new { department = "bar" } }, Ct);
        await api.DeleteAsync(new Uri($"/api/inventory/kitchen/{its.Item}", UriKind.Relative), Ct);
        var zip = await ExportAsync(owner);
        var movements = Rows(zip, "movements.csv");
        var items = Rows(zip, "kitchen.csv").Concat(Rows(zip, "bar.csv")).ToList();
        Assert.Equal(3, items.Count);
        Assert.NotEqual("", items.Single(i => i["id"] == its.Item.ToString())["archivedAt"]);
        foreach (var item in items)
        {
            // Without a movement it is not counted, and the quantity is empty.
            var moved = movements.Where(m => m["itemId"] == item["id"]).Select(m => decimal.Parse(m["quantity"], CultureInfo.InvariantCulture)).ToList();
            decimal? sum = moved.Count == 0 ? null : moved.Sum();
            Assert.Equal(item["quantity"] == "" ? null : decimal.Parse(item["quantity"], CultureInfo.InvariantCulture), sum);
            await using var connection = new NpgsqlConnection(app.SuperuserConnectionString);
            await connection.OpenAsync(Ct);
            await using var command = new NpgsqlCommand($"select on_hand from inventory.items where id = '{item["id"]}'", connection);
            Assert.Equal(await command.ExecuteScalarAsync(Ct) as decimal?, sum);
        }

        Assert.Equal("3.8750", items.Single(i => i["id"] == its.Item.ToString())["quantity"]);
        Assert.All(movements, m => Assert.Equal("Test Owner", m["by"]));
    }

    [Fact]
    public async Task The_lists_begin_with_the_columns_of_the_item_export()
    {
        var zip = await ExportAsync((await app.ArrangeAsync("ours")).Owner);
        foreach (var file in new[] { "kitchen.csv", "bar.csv" })
        {
            Assert.StartsWith(string.Join(',', ItemFields.Names) + ",id,", Text(zip, file).TrimStart('\uFEFF'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_text_that_a_spreadsheet_would_run_is_marked_and_numbers_are_not()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        string[] names = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "'quoted", "\tTab"];
        foreach (var name in names)
        {
            var made = await api.PostAsJsonAsync("/api/inventory/kitchen", new { name, unit = "kg", quantity = 4, supplier = name, notes = name }, Ct);
            Assert.True(made.StatusCode == HttpStatusCode.Created || name[0] == '\t', $"{name}: {made.StatusCode}");
        }

        var item = (await api.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/inventory/kitchen", Ct)).GetProperty("items")[0].GetProperty("id").GetGuid();
        await api.PostAsJsonAsync($"/api/items/{item}/movements", new { kind = "use", quantity = 1.5, note = "=HYPERLINK(1)" }, Ct);
        var zip = await ExportAsync(owner);
        foreach (var file in zip.Keys.Where(k => k.EndsWith(".csv", StringComparison.Ordinal)))
        {
            Assert.Equal([0xEF, 0xBB, 0xBF], zip[file][..3]);
            Assert.All(Rows(zip, file).SelectMany(r => r), cell => Assert.False(
                cell.Value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(cell.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _), $"{file}: {cell}"));
        }

        Assert.Equal(["''quoted", "'+cmd|' /C calc'!A0", "'-2+3", "'=1+1", "'@SUM(1)"], Rows(zip, "suppliers.csv").Select(s => s["name"]).Where(n => n != "Tab").Order(StringComparer.Ordinal));
        Assert.Contains(Rows(zip, "movements.csv"), m => m["note"] == "'=HYPERLINK(1)" && m["quantity"] == "-1.5");
    }

    [Fact]
    public async Task Nothing_of_another_restaurant_is_inside()
    {
        var (_, theirs) = await app.NeighboursAsync();
        var zip = await ExportAsync((await app.ArrangeAsync("ours")).Owner);
        Assert.Contains(zip, file => Encoding.UTF8.GetString(file.Value).Contains("ours", StringComparison.Ordinal));
        string[] foreign = ["secretneighbour", theirs.Item.ToString(), theirs.Import.ToString(), theirs.Restaurant.ToString()];
        Assert.All(zip, file => Assert.DoesNotContain(foreign, text => (file.Key + Encoding.UTF8.GetString(file.Value)).Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task No_secret_is_inside()
    {
        var (owner, _) = await app.ArrangeAsync("ours");
        var hashes = new List<string>();
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
            hashes.AddRange(await db.Users.Select(u => u.PasswordHash!).ToListAsync(Ct));
            hashes.AddRange(await db.Users.Select(u => u.SecurityStamp!).ToListAsync(Ct));
        }

        Assert.All(await ExportAsync(owner), file => Assert.DoesNotContain(hashes, hash => Encoding.UTF8.GetString(file.Value).Contains(hash, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_name_leads_nowhere_else_when_it_is_unpacked()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("name\nSalt\n"u8.ToArray()), "file", "x.csv" } };
        await api.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), form, Ct);
        await ExecuteAsync($"update inventory.imports set file_name = E'../../etc\\\\x\\u0001:.csv' where restaurant_id = '{owner.RestaurantId}'");
        var path = Assert.Single((await ExportAsync(owner)).Keys, k => k.StartsWith("files/", StringComparison.Ordinal));
        Assert.EndsWith(" .._.._etc_x__.csv", path, StringComparison.Ordinal);
        Assert.Single(path, c => c == '/');
    }

    [Fact]
    public async Task Page_and_API_answer_with_an_attachment_that_nobody_keeps()
    {
        var (owner, _) = await app.ArrangeAsync("ours");
        using var api = app.Api(owner);
        using var pages = await app.PagesAsync(owner);
        foreach (var answer in new[]
        {
            await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct), await KitchenGuardApp.PostFormAsync(pages, "/settings/export", []),
        })
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/zip", answer.Content.Headers.ContentType?.ToString());
            Assert.Matches(@"^attachment; filename=kitchenguard-\d{4}-\d\d-\d\d\.zip", answer.Content.Headers.ContentDisposition?.ToString());
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.True(Unzip(await answer.Content.ReadAsByteArrayAsync(Ct)).Count > 12);
        }
    }

    [Fact]
    public async Task Is_only_for_owners_and_not_too_often()
    {
        var owner = await app.RegisterAsync();
        using var manager = app.Api(await app.JoinAsync(owner, Role.Manager));
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct)).StatusCode);
        using var api = app.Api(owner);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct)).StatusCode);
        }

        var refused = await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        using var pages = await app.PagesAsync(owner);
        var page = await KitchenGuardApp.PostFormAsync(pages, "/settings/export", []);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Contains("That is a lot of downloads at once.", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_meanwhile_is_refused_and_the_next_one_is_not()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        await using (var other = new NpgsqlConnection(app.AppConnectionString))
        {
            await other.OpenAsync(Ct);
            await using var hold = new NpgsqlCommand($"select pg_advisory_lock(hashtextextended('export {owner.RestaurantId:N}', 0))", other);
            await hold.ExecuteNonQueryAsync(Ct);
            var busy = await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.TooManyRequests, busy.StatusCode);
            Assert.Contains("export_busy", await busy.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            await using var release = new NpgsqlCommand("select pg_advisory_unlock_all()", other);
            await release.ExecuteNonQueryAsync(Ct);
        }

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct)).StatusCode);
    }

    private async Task<Dictionary<string, byte[]>> ExportAsync(Owner owner)
    {
        using var api = app.Api(owner);
        using var answer = await api.GetAsync(new Uri("/api/restaurant/export", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Unzip(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    private static Dictionary<string, byte[]> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = new MemoryStream();
            using var stream = e.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static string Text(Dictionary<string, byte[]> zip, string file) => Encoding.UTF8.GetString(zip[file]);

    private static List<Dictionary<string, string>> Rows(Dictionary<string, byte[]> zip, string file)
    {
        using var reader = CsvReader.Create(new MemoryStream(zip[file]), new CsvReaderOptions { HasHeader = false });
        var rows = new List<Dictionary<string, string>>();
        List<string>? header = null;
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
            if (header is null)
            {
                header = cells;
            }
            else
            {
                rows.Add(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
            }
        }

        return rows;
    }

    private Task<long> CountAsync(string sql) => RunAsync(sql, async command => (long)(await command.ExecuteScalarAsync(Ct))!);

    private Task<int> ExecuteAsync(string sql) => RunAsync(sql, command => command.ExecuteNonQueryAsync(Ct));

    private async Task<T> RunAsync<T>(string sql, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var connection = new NpgsqlConnection(app.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await run(command);
    }
}
