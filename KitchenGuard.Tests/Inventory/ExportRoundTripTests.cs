using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CsvHelper;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Inventory;

/// <summary>Whatever a list holds: its export, imported, changes nothing.</summary>
public sealed class ExportRoundTripTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const int Items = 60;

    private static readonly string[] Awkward =
    [
        "=1+1", "+41 water", "-18° bags", "@home", "'Nduja", "''double", "'=quoted", "'-5", "a \"quoted\", b; c", "\"all\"", "1.5", "1,5", "1.234", "-", "N/A", "total", "Total beer", "0",
        "000123", "8.41E+12", "12/03/26", "50%", "7 €", "1/2", "name", "Produce:", "sep=;", "x_x0041_y", "日本酒 純米", "Crème brûlée", "Ein | Strich", "tab\tin notes", "ß ſ İ", "＝2+2", "'＝quoted too", "＋42; wine", "－19° bags", "＠work",
    ];

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create("\"\r\n\t;|,");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (index, locale) in new[] { "en-US", "de-DE", "fr-CH", "ja-JP", "en-IN", "pt-BR" }.Index())
            {
                data.Add(new[] { "csv", "csv-semicolon", "xlsx" }[index % 3], index % 2 == 0 ? "kitchen" : "bar", locale);
                data.Add(new[] { "csv", "csv-semicolon", "xlsx" }[index % 3], index % 2 == 0 ? "bar" : "kitchen", locale);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task An_export_imported_changes_nothing(string format, string department, string locale)
    {
        var owner = await app.RegisterAsync(locale, locale == "en-US" ? "USD" : "EUR");
        using var api = app.Api(owner);
        await FillAsync(api, department, seed: format.Length + department.Length + locale[0]);
        var before = await DigestAsync(owner.RestaurantId);

        var file = await api.GetByteArrayAsync(new Uri($"/api/inventory/{department}/export?format={format}", UriKind.Relative), Ct);
        var import = await ImportAsync(api, department, file);
        await AssertUnchangedAsync(api, import);
        Assert.Equal(before, await DigestAsync(owner.RestaurantId));

        // Saved again in other ways: by the table that the import found, and as text of another delimiter, encoding, mark and order.
        var table = await api.GetByteArrayAsync(new Uri($"/api/imports/{import.GetProperty("id").GetGuid()}/table.csv", UriKind.Relative), Ct);
        await AssertUnchangedAsync(api, await ImportAsync(api, department, table));
        foreach (var saved in new[] { SaveAgain(table, '\t', Encoding.Unicode), SaveAgain(table, ';', new UTF8Encoding(false)), SaveAgain(table, '|', Encoding.BigEndianUnicode) })
        {
            await AssertUnchangedAsync(api, await ImportAsync(api, department, saved));
        }

        Assert.Equal(before, await DigestAsync(owner.RestaurantId));
    }

    [Fact]
    public async Task An_export_into_an_empty_restaurant_gives_the_same_list_in_every_format()
    {
        var first = await app.RegisterAsync();
        using var api = app.Api(first);
        await FillAsync(api, "bar", seed: 5);
        var lists = new List<byte[]>();
        foreach (var format in new[] { "csv", "csv-semicolon", "xlsx" })
        {
            using var other = app.Api(await app.RegisterAsync());
            var import = await ImportAsync(other, "bar", await api.GetByteArrayAsync(new Uri($"/api/inventory/bar/export?format={format}", UriKind.Relative), Ct));
            Assert.Equal(Items, import.GetProperty("rows").GetProperty("created").GetInt32());
            lists.Add(await other.GetByteArrayAsync(new Uri("/api/inventory/bar/export", UriKind.Relative), Ct));
        }

        var original = Rows(await api.GetByteArrayAsync(new Uri("/api/inventory/bar/export", UriKind.Relative), Ct));
        Assert.Equal(Items + 1, original.Count);
        Assert.All(lists, list => Assert.Equal(original.Select(Comparable), Rows(list).Select(Comparable)));

        // What is not there has no lot: an import opens one only for stock.
        static string Comparable(string[] row) => string.Join('|', row.Where((_, i) => i is not (17 or 18) || row[5] is not (['-', ..] or "0")));
    }

    [Fact]
    public async Task An_unknown_format_is_refused_and_a_known_one_names_its_file()
    {
        using var api = app.Api(await app.RegisterAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.GetAsync(new Uri("/api/inventory/bar/export?format=ods", UriKind.Relative), Ct)).StatusCode);
        var answer = await api.GetAsync(new Uri("/api/inventory/bar/export?format=xlsx", UriKind.Relative), Ct);
        Assert.Matches("^bar-\\d{4}-\\d\\d-\\d\\d.xlsx$", answer.Content.Headers.ContentDisposition!.FileName!);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
    }

    private static async Task FillAsync(HttpClient api, string department, int seed)
    {
        var random = new Random(seed);
        string? Maybe(string prefix) => random.Next(3) switch { 0 => null, 1 => Awkward[random.Next(Awkward.Length)].Replace('\t', ' '), _ => $"{prefix} {random.Next(9)}" };
        decimal? Amount(int scale) => random.Next(4) == 0 ? null : Math.Round((decimal)random.NextDouble() * (decimal)Math.Pow(10, random.Next(0, 6)), random.Next(0, scale + 1));
        for (var i = 0; i <= Items; i++)
        {
            var created = await ItemApiTests.CreateAsync(api, new
            {
                name = i < Awkward.Length ? Awkward[i].Replace('\t', ' ') : $"Item {i}",
                sku = random.Next(2) == 0 ? null : $"{Awkward[random.Next(9)]}{i}",
                barcode = random.Next(3) == 0 ? (8_400_000_000_000 + i).ToString(CultureInfo.InvariantCulture) : null,
                brand = Maybe("Brand"), category = Maybe("Category"), quantity = i % 9 == 1 ? 123456789012.123456m : Amount(6), unit = random.Next(3) switch { 0 => "kg", 1 => "bottle", _ => "Körbe" },
                packSize = Maybe("Pack"), caseSize = Amount(6) + 1, caseCost = Amount(4), unitCost = Amount(4), salePrice = Amount(4), parLevel = Amount(6), parCases = Amount(6), reorderPoint = Amount(6),
                supplier = Maybe("Supplier"), storageArea = Maybe("Area"), expiresOn = random.Next(2) == 0 ? null : $"20{random.Next(10, 99)}-0{random.Next(1, 9)}-1{random.Next(9)}",
                lotCode = Maybe("Lot"), bottleSize = Maybe("70"), abv = random.Next(2) == 0 ? (decimal?)null : Math.Round((decimal)random.NextDouble() * 100, 4),
                notes = random.Next(3) == 0 ? "first\n\nthird; \"line\"\tand tab" : Maybe("Note"),
            }, department);
            if (i % 7 == 3)
            {
                await api.PostAsJsonAsync($"/api/items/{created.Id}/movements", new { kind = "use", quantity = 2_000_000.000001m }, Ct);
            }

            if (i == Items)
            {
                Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(new Uri($"/api/inventory/{department}/{created.Id}", UriKind.Relative), Ct)).StatusCode);
            }
        }
    }

    private static byte[] SaveAgain(byte[] table, char delimiter, Encoding encoding)
    {
        var (rows, text) = (Rows(table), new StringBuilder());
        foreach (var row in rows.Take(1).Concat(rows.Skip(1).Reverse()))
        {
            text.AppendJoin(delimiter, row.Select(cell => cell.AsSpan().ContainsAny(Quoted) ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell)).Append("\r\n");
        }

        return [.. encoding.Preamble, .. encoding.GetBytes(text.ToString())];
    }

    private static List<string[]> Rows(byte[] table)
    {
        using var reader = CsvReader.Create(new MemoryStream(table), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private async Task AssertUnchangedAsync(HttpClient api, JsonElement import)
    {
        var (rows, id) = (import.GetProperty("rows"), import.GetProperty("id").GetGuid());
        if ((rows.GetProperty("total").GetInt32(), rows.GetProperty("unchanged").GetInt32()) != (Items, Items))
        {
            var issues = (await api.GetFromJsonAsync<JsonElement>($"/api/imports/{id}/issues", Ct)).GetProperty("items").EnumerateArray()
                .Select(issue => $"{issue.GetProperty("line")} {issue.GetProperty("field")} '{issue.GetProperty("value")}' {issue.GetProperty("code")}");
            var changes = await TextAsync("select string_agg(concat_ws(' ', field, before, '->', after), E'\n') from inventory.import_changes where import_id = $1", id);
            Assert.Fail($"{rows}\n{string.Join('\n', issues)}\n{changes}");
        }
    }

    private static async Task<JsonElement> ImportAsync(HttpClient api, string department, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        var answer = await api.PostAsync(new Uri($"/api/inventory/{department}/import", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        using var patience = Patience.ForAnImport();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var import = await api.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct);
            if (import.GetProperty("status").GetString() is not ("pending" or "running"))
            {
                return import;
            }

            await Task.Yield();
        }
    }

    /// <summary>Everything that an import could change.</summary>
    private Task<string> DigestAsync(Guid restaurantId) => TextAsync(
        """
        select md5(string_agg(to_jsonb(i)::text || coalesce((select jsonb_agg(to_jsonb(l) order by l.id)::text from inventory.lots l where l.item_id = i.id), ''), E'\n' order by i.id))
          || (select '|' || count(*) from inventory.stock_movements m where m.restaurant_id = $1)
          || (select '|' || count(*) from inventory.suppliers s where s.restaurant_id = $1)
        from inventory.items i where i.restaurant_id = $1
        """, restaurantId);

    private async Task<string> TextAsync(string sql, Guid id)
    {
        await using var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        return await command.ExecuteScalarAsync(Ct) as string ?? "";
    }
}
