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
    public async Task A_laid_file_shows_how_it_is_read_and_is_imported_once()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        await LayAsync(client);
        var preview = await ReadAsync(client, Page);
        Assert.Contains("bar.csv", preview, StringComparison.Ordinal);
        Assert.Contains("semicolon (;)", preview, StringComparison.Ordinal);

        var url = (await KitchenGuardApp.PostFormAsync(client, Page, [])).Headers.Location!.ToString();
        Assert.StartsWith("/imports/", url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KitchenGuardApp.PostFormAsync(client, Page, [])).StatusCode);

        var details = await WaitAsync(client, url);
        var sum = Regex.Replace(Sum().Match(details).Groups[1].Value, "<[^>]+>|\\s+", " ");
        Assert.Matches("4 rows.*= .*2 new.* 0 changed.* 0 unchanged.* 1 merged.* 1 skipped.* 0 rejected", sum);
        Assert.Contains("bar.csv", await ReadAsync(client, "/imports"), StringComparison.Ordinal);
        Assert.Contains("To check", await ReadAsync(client, "/dashboard"), StringComparison.Ordinal);
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

    [Fact]
    public async Task Whoever_signs_in_next_at_the_same_browser_does_not_find_the_file()
    {
        using var client = await app.PagesAsync(await app.RegisterAsync());
        await LayAsync(client);
        await KitchenGuardApp.PostFormAsync(client, "/logout", [], "/dashboard");
        var next = await app.RegisterAsync();
        await KitchenGuardApp.PostFormAsync(client, "/login", new() { ["Input.Login"] = next.Email, ["Input.Password"] = next.Password });
        Assert.DoesNotContain("bar.csv", await ReadAsync(client, Page), StringComparison.Ordinal);
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

    private static async Task<string> ImportAsync(HttpClient client)
    {
        await LayAsync(client);
        return (await KitchenGuardApp.PostFormAsync(client, Page, [])).Headers.Location!.ToString();
    }

    private static async Task LayAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await client.GetStringAsync(new Uri(Page, UriKind.Relative), Ct)).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Bar)), "file", "bar.csv" },
        };
        var answer = await client.PostAsync(new Uri("/imports/upload?handler=Upload&department=bar", UriKind.Relative), form, Ct);
        Assert.Equal(Page, answer.Headers.Location?.ToString());
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
