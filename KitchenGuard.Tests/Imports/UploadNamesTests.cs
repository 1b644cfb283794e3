using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Imports;

/// <summary>Uploads with names that would do harm, and forms of too many parts.</summary>
public sealed class UploadNamesTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string List = "name,quantity\nRice,25\n";
    private const string Url = "/api/inventory/kitchen/import";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_of_a_thousand_parts_is_read_or_refused_but_never_fails()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 1500; i++)
        {
            form.Add(new StringContent("x"), $"part{i}");
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(List)), "file", "list.csv");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri(Url, UriKind.Relative), form, Ct)).StatusCode);
        using var scope = app.Inside(owner.RestaurantId);
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Imports.CountAsync(Ct));
    }

    public static TheoryData<string, string> Names => new()
    {
        { "../../etc/passwd", "passwd" },
        { "C:\\lists\\bar.csv", "bar.csv" },
        { "con.csv", "con.csv" },
        { "a\r\nSet-Cookie: x=1.csv", "aSet-Cookie: x=1.csv" },
        { "invoice\u202Evsc.exe", "invoicevsc.exe" },
        { "<img src=x>.csv", "<img src=x>.csv" },
        { "Speisekarte Käse \"neu\".csv", "Speisekarte Käse \"neu\".csv" },
        { new string('a', 4096), new string('a', 100) },
        { new string('a', 99) + "\U0001F35E.csv", new string('a', 99) },
        { "", "upload.csv" },
        { " ", "file" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_name_is_only_ever_shown(string name, string shown)
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(List));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var query = name.Length == 0 ? "" : "?dryRun=true&fileName=" + Uri.EscapeDataString(name);
        var answer = await client.PostAsync(new Uri(Url + query, UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        Assert.Equal(shown, (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct)).GetProperty("fileName").GetString());

        var source = await client.GetAsync(new Uri($"/api/imports/{id}/source", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, source.StatusCode);
        Assert.Equal("attachment", source.Content.Headers.ContentDisposition?.DispositionType);
        Assert.False(source.Headers.Contains("Set-Cookie"));
        Assert.Equal(List, await source.Content.ReadAsStringAsync(Ct));

        using var pages = await app.PagesAsync(owner);
        var page = await pages.GetStringAsync(new Uri("/imports", UriKind.Relative), Ct);
        Assert.Contains(shown, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_not_cut_inside_a_character() =>
        Assert.True(ImportContent.DisplayName(new string('a', 99) + "\U0001F35E").EnumerateRunes().All(rune => rune != Rune.ReplacementChar));
}
