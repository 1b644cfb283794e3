using System.Text;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>One file's whole life: preview, correction, import, mending of what was rejected, undo.</summary>
public sealed class ImportJourneyTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private const string Kitchen = """
        Item;Group;On hand;Unit;Cost
        Plum tomatoes;Produce;12,5;kg;2,40
        Butter;Dairy;lots;kg;7,60
        Cream;Dairy;lots;l;3,10
        ;Produce;40;each;0,30
        Rice;Dry;25;kg;1,15
        """;

    public static TheoryData<Device> Devices => [Device.Phone, Device.Desktop, Device.Phone with { Dark = true }, Device.Desktop with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task From_preview_to_mending_and_undo(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, device);
        var page = visit.Page;
        await SignInAsync(visit);
        await UploadAsync(visit, device, "kitchen.csv", Kitchen);
        await Expect(page.Locator("#review-result")).ToContainTextAsync("4 new items");
        await Expect(page.Locator("#review-result")).ToContainTextAsync("1 rejected");

        await page.GetByLabel("“On hand” of line 3").FillAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Also in the other row with “lots”" }).First.ClickAsync();
        await Expect(page.GetByText("Corrections: 2")).ToBeVisibleAsync();
        await Expect(page.Locator("#review-result")).ToContainTextAsync("4 new items");
        await visit.AssertAccessibleAsync();
        var first = await ImportNowAsync(visit);
        await Expect(page.Locator("#state")).ToContainTextAsync("5 rows became 4 items");
        await visit.AssertAccessibleAsync();

        var rejected = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the rejected rows" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await rejected.PathAsync(), TestContext.Current.CancellationToken);
        var row = Assert.Single(text.Split('\n'), line => line.Contains("Produce;40", StringComparison.Ordinal));
        await SendAsync(visit, device, rejected.SuggestedFilename, text.Replace(row, "Lemons" + row, StringComparison.Ordinal));
        await page.ArriveAsync("/review");
        await Expect(page.Locator("#review-result")).ToContainTextAsync("1 new item");
        await visit.AssertAccessibleAsync();
        await ImportNowAsync(visit);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "kitchen.csv", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(["Butter 6 kg", "Cream 6 l", "Lemons 40 each", "Plum tomatoes 12.5 kg", "Rice 25 kg"], await StockAsync(page, device));

        await page.GotoAsync(first);
        await page.GetByRole(AriaRole.Link, new() { Name = "Undo this import" }).ClickAsync();
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Undo import");
        await WaitAsync(page, first, "#undone");
        await Expect(page.Locator("#undone")).ToContainTextAsync("Went back");
        await visit.AssertAccessibleAsync();
        Assert.Equal(["Lemons 40 each"], await StockAsync(page, device));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_file_of_both_lists_is_split_as_suggested()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        var page = visit.Page;
        await SignInAsync(visit);
        await UploadAsync(visit, Device.Phone, "all.csv", "Item;Dept;On hand\nGin;Bar;4\nRice;Kitchen;25\nRum;Bar;2\nSalt;Kitchen;3\nStraws;Paper;50\nRye;Bar;1\n");
        await page.GetByRole(AriaRole.Link, new() { Name = "Split the file" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Kitchen" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Bar" })).Not.ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Paper" })).Not.ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Paper" }).CheckAsync();
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Split");
        await page.ArriveAsync("/review");
        await Expect(page.Locator("#review-result")).ToContainTextAsync("3 new items");
        await visit.AssertCleanAsync();
    }

    private static async Task UploadAsync(Visit visit, Device device, string name, string text)
    {
        await visit.Page.GotoAsync("/imports/upload?department=kitchen");
        await SendAsync(visit, device, name, text);
        await visit.Page.ArriveAsync("/review");
    }

    private static async Task SendAsync(Visit visit, Device device, string name, string text)
    {
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        if (!device.Script)
        {
            await visit.PressAsync("Upload");
        }
    }

    /// <returns>The import's address.</returns>
    private static async Task<string> ImportNowAsync(Visit visit)
    {
        await visit.PressAsync("Import now");
        await visit.Page.ArriveAsync(url => !url.EndsWith("/review", StringComparison.Ordinal));
        var url = visit.Page.Url;
        await WaitAsync(visit.Page, url, "#state[role=status]");
        return url;
    }

    // The job runs beside the browser: the page is asked for again until it is through.
    private static async Task WaitAsync(IPage page, string url, string what)
    {
        using var patience = Patience.ForAnImport();
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            await page.GotoAsync(url);
        }
        while (await page.Locator(what).CountAsync() == 0);
    }

    private static async Task<string[]> StockAsync(IPage page, Device device)
    {
        await page.GotoAsync("/kitchen");
        var name = device.Width < 768 ? "a.item-name.phone-only" : "a.item-name.wide-only";
        var rows = await page.Locator("tr", new() { Has = page.Locator(name) }).AllAsync();
        var stock = new List<string>();
        foreach (var row in rows)
        {
            var amount = await row.Locator(".on-hand").InnerTextAsync();
            stock.Add($"{(await row.Locator(name).InnerTextAsync()).Trim()} {string.Join(' ', amount.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        }

        return [.. stock.Order(StringComparer.Ordinal)];
    }

    private async Task SignInAsync(Visit visit)
    {
        var owner = await app.RegisterAsync();
        await visit.Page.GotoAsync("/login");
        await visit.FillAsync("E-mail or user name", owner.Email);
        await visit.FillAsync("Password", owner.Password);
        await visit.PressAsync("Sign in");
        await visit.Page.ArriveAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }
}
