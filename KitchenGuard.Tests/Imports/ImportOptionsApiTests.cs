using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What a script says and cannot be meant is named; nothing is passed over.</summary>
public sealed class ImportOptionsApiTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string Stock = "name;quantity;area\nSalt;5;Cellar\nOil;2;Kitchen\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"mapping":[{"column":9,"field":"notes"}]}""", "no column 9 in this file; it has 3")]
    [InlineData("""{"mapping":[{"column":"nope","field":"notes"}]}""", "no column 'nope'")]
    [InlineData("""{"mapping":[{"field":"notes"}]}""", "mapping[0]")]
    [InlineData("""{"mapping":[{"column":2,"feild":"notes"}]}""", "mapping[0]")]
    [InlineData("""{"mapping":[{"column":-3,"field":"notes"}]}""", "counted from 1")]
    [InlineData("""{"pivot":"storageArea","pivotColumns":[0,1]}""", "counted from 1")]
    [InlineData("""{"pivot":"storageArea","pivotColumns":[2,99]}""", "no column 99")]
    [InlineData("""{"only":{"column":99,"values":["x"]}}""", "no column 99")]
    [InlineData("""{"only":{"column":1,"values":["x"],"exept":true}}""", "only")]
    [InlineData("""{"sheet":"Bar"}""", "no sheet 'Bar'")]
    [InlineData("""{"prices":"cents"}""", "“prices” is one of whole, hundredths")]
    [InlineData("""{"headerLine":"two"}""", "headerLine")]
    [InlineData("""{"department":"cellar"}""", "kitchen or bar")]
    [InlineData("""{"dryRun":false}""", "“dryRun” is not an option")]
    [InlineData("""{"remembered":true}""", "“remembered” is not an option")]
    public async Task A_change_that_cannot_be_meant_is_named_and_changes_nothing(string change, string named)
    {
        using var client = app.Api(await app.RegisterAsync());
        var id = await StartAsync(client, Stock, "?dryRun=true");
        var before = await client.GetStringAsync(new Uri($"/api/imports/{id}", UriKind.Relative), Ct);
        using var body = new StringContent(change, Encoding.UTF8, "application/json");
        var answer = await client.PatchAsync(new Uri($"/api/imports/{id}", UriKind.Relative), body, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(named, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await client.GetStringAsync(new Uri($"/api/imports/{id}", UriKind.Relative), Ct));
    }

    [Theory]
    [InlineData("?delimeter=;", "“delimeter” is not an option")]
    [InlineData("?headerLine=two", "headerLine")]
    [InlineData("?atomic=yes", "atomic")]
    [InlineData("?quantities=7", "“quantities” is one of set, add, ignore")]
    [InlineData("?mapping=%5B", "mapping")]
    [InlineData("?mapping=%5B%7B%22column%22%3A4%2C%22field%22%3A%22notes%22%7D%5D", "no column 4")]
    [InlineData("?sheet=Bar", "no workbook")]
    [InlineData("?mends=that", "“mends” is the id")]
    [InlineData("?mends=0195d3a0-0000-7000-8000-000000000000", "“mends” is the id")]
    public async Task An_upload_with_options_that_cannot_be_meant_is_refused(string query, string named)
    {
        using var client = app.Api(await app.RegisterAsync());
        using var file = new StringContent(Stock, Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import" + query, UriKind.Relative), file, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(named, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/imports", Ct)).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/imports?cursor=abc")]
    [InlineData("/api/imports/{id}/issues?cursor=abc")]
    [InlineData("/api/imports/{id}/issues?cursor=-1")]
    [InlineData("/api/imports/{id}/issues?severity=foo")]
    [InlineData("/api/imports/{id}/issues?column=x")]
    [InlineData("/api/imports/{id}/undone?outcome=foo")]
    [InlineData("/api/imports/{id}/undone?cursor=7")]
    [InlineData("/api/audit?cursor=abc")]
    public async Task A_question_that_cannot_be_meant_is_refused(string address)
    {
        using var client = app.Api(await app.RegisterAsync());
        var id = await StartAsync(client, Stock, "?dryRun=true");
        var answer = await client.GetAsync(new Uri(address.Replace("{id}", id.ToString(), StringComparison.Ordinal), UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Two_files_in_a_form_are_refused()
    {
        using var client = app.Api(await app.RegisterAsync());
        using var form = new MultipartFormDataContent { { new StringContent(Stock), "file", "a.csv" }, { new StringContent(Stock), "file", "b.csv" } };
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("one_file", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/imports", Ct)).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("null")]
    [InlineData(" null ")]
    public async Task Null_is_no_array_of_rows(string json)
    {
        using var client = app.Api(await app.RegisterAsync());
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), body, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("not_rows", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_correction_beside_the_table_is_refused()
    {
        using var client = app.Api(await app.RegisterAsync());
        var id = await StartAsync(client, Stock, "?dryRun=true");
        var answer = await client.PutAsJsonAsync($"/api/imports/{id}/edits", new[] { new { line = 2, column = 7, value = "1" } }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("3 columns", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ {\n \"name\": \"Tom\" } ]", "JSON")]
    [InlineData("{\"name\": \"Tom\"}", "JSON")]
    [InlineData("MZ\u0090\0\u0003\0\0\0", "program")]
    public async Task What_is_no_table_is_refused_by_its_name(string text, string named)
    {
        using var client = app.Api(await app.RegisterAsync());
        using var file = new ByteArrayContent(Encoding.Latin1.GetBytes(text)) { Headers = { ContentType = new("text/csv") } };
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import?dryRun=true", UriKind.Relative), file, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,quantity,category\nTom\uFFFEato,3,Veg\nOnion,4,Veg\n", 1, 1)]
    [InlineData("na\uFFFEme,name,category\nTomato,Tomato,V\uFFFEeg\nOnion,Onion,Veg\n", 2, 0)]
    public async Task A_character_that_is_none_is_damage(string text, int created, int rejected)
    {
        using var client = app.Api(await app.RegisterAsync());
        using var file = new StringContent(text, Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import?dryRun=true", UriKind.Relative), file, Ct);
        var rows = (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{(await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid()}", Ct)).GetProperty("rows");
        Assert.Equal((created, rejected), (rows.GetProperty("created").GetInt32(), rows.GetProperty("rejected").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/inventory/kitchen?q=a%EF%BF%BEb", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Rows_take_no_options_of_files()
    {
        using var client = app.Api(await app.RegisterAsync());
        var answer = await client.PostAsJsonAsync("/api/inventory/kitchen/import?decimalMark=,", new[] { new { name = "Salt", quantity = 5 } }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_said_about_a_column_that_another_delimiter_takes_away_is_dropped_with_a_warning()
    {
        using var client = app.Api(await app.RegisterAsync());
        var id = await StartAsync(client, Stock, "?dryRun=true&mapping=" + Uri.EscapeDataString("""[{"column":3,"field":"notes"}]"""));
        var changed = await client.PatchAsJsonAsync($"/api/imports/{id}", new { delimiter = "|" }, Ct);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var issues = (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}/issues", Ct)).GetProperty("items");
        Assert.Contains(issues.EnumerateArray(), issue => issue.GetProperty("code").GetString() == IssueCode.NoSuchPlace);
    }

    [Fact]
    public async Task The_document_has_every_option()
    {
        using var client = app.Api(await app.RegisterAsync());
        var paths = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct)).GetProperty("paths");
        var change = paths.GetProperty("/api/imports/{id}").GetProperty("patch").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        var upload = paths.GetProperty("/api/inventory/{department}/import").GetProperty("post").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        string[] options =
        [
            "encoding", "delimiter", "quote", "sheet", "headerLine", "decimalMark", "dateOrder", "prices", "mapping", "firstTableOnly", "pivot", "pivotColumns", "pivotField",
            "quantities", "badCells", "blanks", "mode", "atomic", "countedAt", "values", "only",
        ];
        Assert.Equal(options.Append("department").Order(), change.EnumerateObject().Select(option => option.Name).Order());
        Assert.Superset(options.Append("dryRun").ToHashSet(), upload.OfType<string>().ToHashSet());
        Assert.Equal(["whole", "hundredths"], change.GetProperty("prices").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    private static async Task<Guid> StartAsync(HttpClient client, string text, string query)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import" + query, UriKind.Relative), content, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }
}
