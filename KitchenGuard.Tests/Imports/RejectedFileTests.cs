using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

public sealed class RejectedFileTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rejected_records_come_with_their_columns_and_the_reason_in_the_files_delimiter()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "Artikel;Menge;Einheit;Info\nMehl;2,5;kg;\n;3;l;kein Name\nMehl;1;Sack;\"mit ; und \"\"\"\n");
        var text = await RejectedAsync(owner, import);
        var lines = text.Split("\r\n");
        Assert.Equal("\uFEFFArtikel;Menge;Einheit;Info;" + RejectedFile.ReasonHeader, lines[0]);
        Assert.Equal(";3;l;kein Name;This line has no item name.", lines[1]);
        Assert.StartsWith("Mehl;1;Sack;\"mit ; und \"\"\";This is the item of line 2", lines[2], StringComparison.Ordinal);
        Assert.Equal(["", ""], [lines[3], string.Concat(lines[4..])]);
    }

    [Fact]
    public async Task Mended_rows_come_in_and_nothing_else_changes()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity,unit,notes\nSalt,5,kg,=1+1\n,3,l,'quoted\n,4,g,-5 degrees\n,2,ml,@home\n");
        var text = await RejectedAsync(owner, import);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",@", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",-", text, StringComparison.Ordinal);
        var n = 0;
        var mended = string.Join("\r\n", text.Split("\r\n").Select(line => line.StartsWith(',') ? $"Mended {++n}{line}" : line));
        var again = await app.ImportAsync(owner, mended, $"?mends={import}");
        var answer = await app.GetAsync(owner, $"/api/imports/{again}");
        Assert.Equal((3, 0), (answer.GetProperty("rows").GetProperty("created").GetInt32(), answer.GetProperty("rows").GetProperty("rejected").GetInt32()));
        Assert.Equal(["Mended 1|3|'quoted", "Mended 2|4|-5 degrees", "Mended 3|2|@home", "Salt|5|=1+1"], await app.ListAsync(owner, "notes"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mended_row_keeps_the_category_that_its_heading_gave_it(bool withReasons)
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "Artikel;Bestand;Einheit\nGEMÜSE;;\nLauch;4;kg\nZwiebeln;12;kg\nFLEISCH & FISCH;;\nRind;5;kg\n;3;kg\nMOLKEREI;;\nButter;4;kg\nQuark;2;kg\n");
        var text = await RejectedAsync(owner, import);
        Assert.Equal(["FLEISCH & FISCH;;;", ";3;kg;This line has no item name."], text.Split("\r\n")[1..3]);
        text = text.Replace("\n;3", "\nKalb;3", StringComparison.Ordinal);
        text = withReasons ? text : string.Join("\r\n", text.Split("\r\n").Select(line => line.Length == 0 ? line : line[..line.LastIndexOf(';')]));
        await app.ImportAsync(owner, text, $"?mends={import}");
        Assert.Equal(
            ["Butter|4|MOLKEREI", "Kalb|3|FLEISCH & FISCH", "Lauch|4|GEMÜSE", "Quark|2|MOLKEREI", "Rind|5|FLEISCH & FISCH", "Zwiebeln|12|GEMÜSE"], await app.ListAsync(owner, "category"));
    }

    [Fact]
    public async Task A_record_with_too_many_cells_keeps_them_all()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity\nSalt,5\nOil,2,virgin,cold\n,9\n");
        var lines = (await RejectedAsync(owner, import)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("name,quantity,,," + RejectedFile.ReasonHeader, lines[0]);
        Assert.StartsWith("Oil,2,virgin,cold,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(",9,,,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_header_gets_one_that_the_importer_knows()
    {
        var owner = await app.RegisterAsync();
        var mapping = Uri.EscapeDataString("""[{"column":1,"field":"name"},{"column":2,"field":"quantity"}]""");
        var import = await app.ImportAsync(owner, "Salt,5\n,2\nOil,3\n", $"?headerLine=0&mapping={mapping}");
        var lines = (await RejectedAsync(owner, import)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(["name,quantity," + RejectedFile.ReasonHeader, ",2,This line has no item name."], lines[..2]);
    }

    [Fact]
    public async Task Headings_come_along_so_that_categories_are_kept()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity,unit\nDairy:,,\nMilk,2,l\nDry:,,\nSalt,1,kg\n,7,l\n,8,g\n");
        var lines = (await RejectedAsync(owner, import)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Dry:,,,", lines[1]);
        Assert.StartsWith(",7,l,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith(",8,g,", lines[3], StringComparison.Ordinal);
        Assert.Equal("", lines[4]);
    }

    [Fact]
    public async Task Rows_of_another_table_come_back_under_its_own_header()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "Item,Qty,Cost\nRice,3,1.20\nSalt,2,0.80\n,5,0.60\n\nBar\nSpirit,Cost,Qty,Minimum\nGin,12.50,4,2\nRum,9.90,5,3\n,8.40,7,1\n");
        var lines = (await RejectedAsync(owner, import)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(["Item,Qty,Cost,," + RejectedFile.ReasonHeader, "Spirit,Cost,Qty,Minimum," + RejectedFile.ReasonHeader], lines.Where(line => line.EndsWith(RejectedFile.ReasonHeader, StringComparison.Ordinal)));
        var mended = string.Join("\r\n", lines.Select(line => line.StartsWith(",5", StringComparison.Ordinal) ? "Oats" + line : line.StartsWith(",8", StringComparison.Ordinal) ? "Whisky" + line : line));
        await app.ImportAsync(owner, mended, $"?mends={import}");
        var all = await app.ListAsync(owner, "trim_scale(unit_cost)");
        Assert.Contains("Oats|5|0.6", all);
        Assert.Contains("Whisky|7|8.4", all);
    }

    [Fact]
    public async Task Rows_of_a_JSON_array_come_with_their_keys_as_columns()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var sent = await client.PostAsJsonAsync(
            "/api/inventory/kitchen/import", new object[] { new { name = "Salt", quantity = 5 }, new { quantity = 2.5, category = "a,b" }, new { unit = "kg" }, "text" }, Ct);
        var import = (await sent.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        await app.RunAsync(import);
        var lines = (await RejectedAsync(owner, import)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("quantity,category,unit,name," + RejectedFile.ReasonHeader, lines[0]);
        Assert.StartsWith("2.5,\"a,b\",,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(",,kg,,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith(",,,text,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_the_file_and_the_way_back()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity\nSalt,5\n,2\n");
        using var client = await app.PagesAsync(owner);
        var page = await client.GetStringAsync(new Uri($"/imports/{import}", UriKind.Relative), Ct);
        Assert.Contains($"mends={import}", page, StringComparison.Ordinal);
        var file = await client.GetAsync(new Uri($"/imports/{import}?handler=Rejected", UriKind.Relative), Ct);
        Assert.Equal(("attachment", "upload rejected.csv"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName!.Trim('"')));
        Assert.Contains("This line has no item name.", await file.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1 kg", "'+1 kg")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'x", "''x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋x", "'＋x")]
    [InlineData("－5", "'－5")]
    [InlineData("＠x", "'＠x")]
    [InlineData("-5", "-5")]
    [InlineData("-1.234,50", "-1.234,50")]
    [InlineData("+5 %", "+5 %")]
    [InlineData("-", "-")]
    [InlineData("a=b", "a=b")]
    public void What_a_spreadsheet_would_run_is_protected_and_comes_back_equal(string cell, string written)
    {
        Assert.Equal(written, RejectedFile.Protect(cell));
        Assert.Equal(cell, CellText.WithoutProtection(written));
    }

    private async Task<string> RejectedAsync(Support.Owner owner, Guid import)
    {
        using var client = app.Api(owner);
        var answer = await client.GetAsync(new Uri($"/api/imports/{import}/rejected.csv", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct));
    }
}
