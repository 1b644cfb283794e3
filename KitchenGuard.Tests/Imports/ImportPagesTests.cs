using System.Net;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Imports;

public sealed partial class ImportPagesTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string Page = "/imports/upload?department=bar";
    private const string Bar = "name;quantity;unit\nGin;7;bottle\nGin;3;bottle\nRum;lots;bottle\nTotal;10;\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_uploaded_file_is_reviewed_and_imported_once()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var review = await UploadAsync(client, Bar);
        var page = await ReadAsync(client, review);
        Assert.Contains("bar.csv", page, StringComparison.Ordinal);
        Assert.Contains("semicolon (;)", page, StringComparison.Ordinal);
        Assert.Matches("4 rows.*2 new items.*1 merged.*1 skipped.*1 cell to check", Regex.Replace(page, "<[^>]+>|\\s+", " "));
        Assert.Equal(review, (await client.GetAsync(new Uri(review.Replace("/review", "", StringComparison.Ordinal), UriKind.Relative), Ct)).Headers.Location?.ToString());

        var url = (await PostAsync(client, review, "Run")).Headers.Location!.ToString();
        Assert.Equal(review.Replace("/review", "", StringComparison.Ordinal), url);
        var details = await WaitAsync(client, url);
        Assert.Equal(url, (await PostAsync(client, review, "Run", tokenFrom: "/imports/upload")).Headers.Location?.ToString());
        var sum = Regex.Replace(Sum().Match(details).Groups[1].Value, "<[^>]+>|\\s+", " ");
        Assert.Matches("4 rows.*= .*2 new.* 0 changed.* 0 unchanged.* 1 merged.* 1 skipped.* 0 rejected", sum);
        Assert.Contains("bar.csv", await ReadAsync(client, "/imports"), StringComparison.Ordinal);
        Assert.Contains("To check", await ReadAsync(client, "/dashboard"), StringComparison.Ordinal);

        Assert.Contains("this very file", await ReadAsync(client, await UploadAsync(client, Bar)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_asked_with_the_files_own_value_and_answered_with_one_button()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var review = await UploadAsync(client, "name;quantity;unit;expires on\nGin;1.250;bottle;03/04/2027\nRum;2.500;bottle;05/06/2027\n");
        var page = await ReadAsync(client, review);
        Assert.Contains("3 April 2027", page, StringComparison.Ordinal);
        Assert.Contains("4 March 2027", page, StringComparison.Ordinal);
        await PostAsync(client, review, "Read", ("answer", "dateOrder=dmy"));
        page = await ReadAsync(client, review);
        Assert.DoesNotContain("4 March 2027", page, StringComparison.Ordinal);
        Assert.Contains("1,250", page, StringComparison.Ordinal);
        await PostAsync(client, review, "Read", ("answer", "decimalMark=,"), ("dateOrder", "dmy"));
        page = await ReadAsync(client, review);
        Assert.DoesNotContain("class=\"question\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("to check<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_are_corrected_and_taken_back_one_by_one_or_by_the_line()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var review = await UploadAsync(client, Bar);
        var back = await PostAsync(client, review, "Edit&severity=warning", ("line", "4"), ("column", "2"), ("value", "9"));
        Assert.EndsWith("#issues", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("severity=warning", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await ReadAsync(client, review);
        Assert.DoesNotContain("to check<", page, StringComparison.Ordinal);
        Assert.Contains("Corrections: 1", page, StringComparison.Ordinal);
        Assert.Contains("value=\"9\"", await ReadAsync(client, review + "/4"), StringComparison.Ordinal);
        await PostAsync(client, review + "/4", null, ("cells", "Dark rum"), ("cells", "9"), ("cells", "bottle"));
        Assert.Contains("Corrections: 2", await ReadAsync(client, review), StringComparison.Ordinal);
        await PostAsync(client, review, "Undo", ("line", "4"), ("column", "2"));
        page = await ReadAsync(client, review);
        Assert.Contains("1 cell to check", page, StringComparison.Ordinal);
        Assert.Contains("Dark rum", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_split_on_a_page_by_what_it_says_itself()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var review = await UploadAsync(client, "name;group;quantity\nGin;Spirits;7\nSalt;Dry;3\nRum;spirits;1\n");
        var page = await ReadAsync(client, review + "/split");
        Assert.Contains("Spirits", page, StringComparison.Ordinal);
        Assert.Contains("2 rows", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(client, review + "/split?column=2", null)).StatusCode);
        Assert.Equal(review, (await PostAsync(client, review + "/split?column=2", null, ("values", "Spirits"))).Headers.Location?.ToString());
        Assert.Contains("2 new items", Regex.Replace(await ReadAsync(client, review), "<[^>]+>|\\s+", " "), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(await ReadAsync(client, "/imports"), "bar\\.csv"));
    }

    [Fact]
    public async Task What_is_no_list_gets_one_sentence_and_is_not_kept()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var answer = await SendAsync(client, "%PDF-1.7\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("No file was imported yet", await ReadAsync(client, "/imports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_may_not_open_what_imports()
    {
        var owner = await app.RegisterAsync();
        await using (var source = Npgsql.NpgsqlDataSource.Create(app.SuperuserConnectionString))
        {
            await using var demote = source.CreateCommand("update auth.members set role = 'BarStaff' where restaurant_id = $1");
            demote.Parameters.Add(new() { Value = owner.RestaurantId });
            Assert.Equal(1, await demote.ExecuteNonQueryAsync(Ct));
        }

        using var client = await app.PagesAsync(owner);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/imports/upload", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri($"/imports/{Guid.CreateVersion7()}/review", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Source_and_table_are_sent_as_attachments()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        var url = await ImportAsync(client);
        var source = await client.GetAsync(new Uri(url + "?handler=Source", UriKind.Relative), Ct);
        Assert.Equal(("attachment", "bar.csv"), (source.Content.Headers.ContentDisposition!.DispositionType, source.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(Bar, await source.Content.ReadAsStringAsync(Ct));
        var table = await client.GetAsync(new Uri(url + "?handler=Table", UriKind.Relative), Ct);
        Assert.Equal("attachment", table.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Gin,7,bottle", await table.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Line")]
    [InlineData("?handler=State")]
    [InlineData("?handler=Source")]
    [InlineData("?handler=Table")]
    public async Task Another_restaurants_import_does_not_exist(string query)
    {
        using var owner = await app.PagesAsync(await app.RegisterAsync());
        var url = await ImportAsync(owner);
        using var stranger = await app.PagesAsync(await app.RegisterAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(url + query, UriKind.Relative), Ct)).StatusCode);
    }

    private static async Task<string> ImportAsync(HttpClient client) =>
        (await PostAsync(client, await UploadAsync(client, Bar), "Run")).Headers.Location!.ToString();

    private static async Task<string> UploadAsync(HttpClient client, string text)
    {
        var url = (await SendAsync(client, text)).Headers.Location!.ToString();
        Assert.Matches("^/imports/[0-9a-f-]{36}/review$", url);
        return url;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await client.GetStringAsync(new Uri(Page, UriKind.Relative), Ct)).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "file", "bar.csv" },
        };
        return await client.PostAsync(new Uri("/imports/upload?handler=Upload&department=bar", UriKind.Relative), form, Ct);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string url, string? handler, params (string Name, string Value)[] fields) =>
        await PostAsync(client, url, handler, url.Contains("/review", StringComparison.Ordinal) ? url.Split("/split")[0] : url, fields);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string url, string? handler, string tokenFrom, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(new Uri(tokenFrom, UriKind.Relative), Ct)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri(handler is null ? url : $"{url}?handler={handler}", UriKind.Relative), form, Ct);
    }

    private static async Task<string> WaitAsync(HttpClient client, string url)
    {
        for (var i = 0; i < 150; i++)
        {
            var page = await ReadAsync(client, url);
            if (!page.Contains("state-bar", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(100, Ct);
        }

        throw new TimeoutException("The import did not end within 15 seconds.");
    }

    private static async Task<string> ReadAsync(HttpClient client, string url) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(url, UriKind.Relative), Ct));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<p class=\"sum\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Sum();
}
