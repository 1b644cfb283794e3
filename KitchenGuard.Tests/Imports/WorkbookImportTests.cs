using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Imports;

/// <summary>Workbooks on the way through the API and the job.</summary>
public sealed class WorkbookImportTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly byte[] Stock = new TestWorkbook().Formats("yyyy-mm-dd", "0.00%")
        .Sheet("Notes", ["Counted by Ana."])
        .Sheet("March", ["Kitchen stock"], [], ["Item", "Qty", "Unit", "Unit cost", "Expiry date"],
            ["Rice", 2.5m, "kg", 1.125m, TestWorkbook.Styled("46085", 1)], ["Salt", "<c t=\"e\"><v>#REF!</v></c>", "kg", 0.9m, null])
        .HiddenSheet("February", ["Item", "Qty"], ["Old rice", 1], ["Old salt", 2]).ToBytes();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_is_imported_by_its_content_whatever_it_is_called()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, new ByteArrayContent(Stock) { Headers = { ContentType = new(ContentType) } });
        Assert.Equal((2, 2, 1), (Rows(import, "total"), Rows(import, "created"), import.GetProperty("warnings").GetInt32()));
        var detected = import.GetProperty("detected");
        Assert.Equal("March", detected.GetProperty("sheet").GetString());
        Assert.Equal(["Notes", "March", "February"], detected.GetProperty("sheets").EnumerateArray().Select(sheet => sheet.GetString()!));
        Assert.Equal(3, detected.GetProperty("headerLine").GetInt32());
        using var client = app.Api(owner);
        var item = (await client.GetFromJsonAsync<JsonElement>("/api/inventory/kitchen?q=rice", Ct)).GetProperty("items")[0];
        Assert.Equal((2.5m, 1.125m, "2026-03-04"), (item.GetProperty("quantity").GetDecimal(), item.GetProperty("unitCost").GetDecimal(), item.GetProperty("expiresOn").GetString()));
        var issues = (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{Id(import)}/issues", Ct)).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(issues, issue => issue.GetProperty("code").GetString() == "no_value" && issue.GetProperty("line").GetInt32() == 5 && issue.GetProperty("column").GetInt32() == 2);
        Assert.Contains(issues, issue => issue.GetProperty("code").GetString() == "hidden_sheets");
        Assert.Equal(Stock, await client.GetByteArrayAsync(new Uri($"/api/imports/{Id(import)}/source", UriKind.Relative), Ct));
        Assert.StartsWith("Item,Qty,Unit,Unit cost,Expiry date\r\nRice,2.5,kg,1.1250,2026-03-04\r\n",
            await client.GetStringAsync(new Uri($"/api/imports/{Id(import)}/table.csv", UriKind.Relative), Ct), StringComparison.Ordinal);

        // The same workbook as a form's file that is called .csv: nothing changes.
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Stock), "file", "list.csv" } };
        var again = await ImportAsync(owner, form);
        Assert.Equal((2, 2), (Rows(again, "total"), Rows(again, "unchanged")));
    }

    [Fact]
    public async Task The_sheet_can_be_chosen_also_a_hidden_one()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, new ByteArrayContent(Stock), "?sheet=February");
        Assert.Equal((2, 2, "February"), (Rows(import, "total"), Rows(import, "created"), import.GetProperty("detected").GetProperty("sheet").GetString()));
    }

    [Fact]
    public async Task The_sheet_of_a_dry_run_can_be_changed()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, new ByteArrayContent(Stock), "?dryRun=true");
        using var client = app.Api(owner);
        using var changed = await client.PatchAsJsonAsync($"/api/imports/{Id(import)}", new { sheet = "February" }, Ct);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("February", (await changed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detected").GetProperty("sheet").GetString());
    }

    [Fact]
    public async Task A_workbook_of_several_megabytes_is_read_from_its_chunks_to_the_end()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(1, 30_000).Select(i => new object?[]
        {
            $"Item {i} {random.NextInt64():x}{random.NextInt64():x}{random.NextInt64():x}{random.NextInt64():x}", Math.Round((decimal)random.NextDouble() * 100, 6), "kg", $"{random.NextInt64():x}{random.NextInt64():x}",
        }).Prepend(["name", "quantity", "unit", "notes"]).ToArray();
        var bytes = new TestWorkbook().Sheet("Stock", rows).ToBytes();
        Assert.True(bytes.Length > 2_200_000);
        var import = await ImportAsync(await app.RegisterAsync(), new ByteArrayContent(bytes));
        Assert.Equal((30_000, 30_000, 0), (Rows(import, "total"), Rows(import, "created"), import.GetProperty("warnings").GetInt32()));
    }

    [Fact]
    public async Task A_workbook_over_a_limit_is_refused_and_nothing_of_it_is_stored()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var bomb = new TestWorkbook().Sheet("Stock", ["name"], ["Rice"]).Part("xl/media/a.xml", new byte[64 * 1024 * 1024]).ToBytes();
        using var content = new ByteArrayContent(bomb);
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("unpacks to far more", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/api/imports", Ct)).GetProperty("items").GetArrayLength());
    }

    private static Guid Id(JsonElement import) => import.GetProperty("id").GetGuid();

    private static int Rows(JsonElement import, string name) => import.GetProperty("rows").GetProperty(name).GetInt32();

    private async Task<JsonElement> ImportAsync(Owner owner, HttpContent content, string query = "")
    {
        using var client = app.Api(owner);
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import" + query, UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
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
}
