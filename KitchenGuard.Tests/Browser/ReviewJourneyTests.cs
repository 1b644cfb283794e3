using System.Text;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>From an upload through its questions and corrections to the stock.</summary>
public sealed class ReviewJourneyTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private const string Kitchen = """
        Item;Group;On hand;Unit;Best before
        Plum tomatoes;Produce;12,5;kg;03/04/2027
        Butter;Dairy;lots;kg;05/06/2027
        Lemons;Produce;40;each;
        Milk;Dairy;about 6;l;07/08/2027
        Cream;Dairy;some;l;
        Rice;Dry;3;sckl;
        """;

    public static TheoryData<Device> Devices => [Device.Phone, Device.Desktop, Device.Desktop with { Dark = true }, Device.Phone with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task From_an_upload_through_corrections_to_the_stock(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, device);
        var page = visit.Page;
        await SignInAsync(visit, "/imports/upload?department=kitchen");
        await visit.AssertAccessibleAsync();
        var input = page.Locator("input[type=file]");
        await input.SetInputFilesAsync(new FilePayload { Name = "kitchen.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Kitchen) });
        if (!device.Script)
        {
            await visit.PressAsync("Upload");
        }

        await page.ArriveAsync("/review");
        await Expect(page.Locator("#review-result")).ToContainTextAsync("6 new items");
        await visit.AssertAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "3 April 2027" }).ClickAsync();
        await Expect(page.Locator(".question")).ToHaveCountAsync(0);

        await page.GetByLabel("What “sckl” means").FillAsync("bag");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use for all" }).First.ClickAsync();
        await Expect(page.GetByText("“sckl” means “bag”")).ToBeVisibleAsync();

        await page.GetByLabel("“On hand” of line 3").FillAsync("8");
        await page.GetByLabel("“On hand” of line 3").PressAsync("Enter");
        if (device.Script)
        {
            await Expect(page.GetByLabel("“On hand” of line 5")).ToBeFocusedAsync();
            await Expect(page.Locator("#file-kitchen-first tr", new() { HasText = "Butter" })).Not.ToContainTextAsync("lots");
            await Expect(page.Locator("#issue-filter")).ToContainTextAsync("To check 2");
            await page.Keyboard.TypeAsync("6,5");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByLabel("“On hand” of line 6")).ToBeFocusedAsync();
        }
        else
        {
            await page.GetByLabel("“On hand” of line 5").FillAsync("6,5");
            await page.GetByLabel("“On hand” of line 5").PressAsync("Enter");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Leave out line 6" }).ClickAsync();
        await Expect(page.Locator("#review-result")).ToContainTextAsync("5 new items");
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();
        await visit.PressAsync("Import now");
        await page.ArriveAsync(url => !url.EndsWith("/review", StringComparison.Ordinal));

        using var patience = Patience.ForAnImport();
        var first = device.Width < 768 ? "a.item-name.phone-only" : "a.item-name.wide-only";
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            await page.GotoAsync("/kitchen");
        }
        while (await page.Locator(first, new() { HasText = "Rice" }).CountAsync() == 0);

        await Expect(page.Locator("tr", new() { HasText = "Milk" }).Locator(".on-hand")).ToContainTextAsync("6.5");
        await Expect(page.Locator("tr", new() { HasText = "Butter" }).Locator(".on-hand")).ToContainTextAsync("8");
        await Expect(page.Locator("tr", new() { HasText = "Rice" }).Locator(".on-hand")).ToContainTextAsync("bag");
        await Expect(page.GetByText("Cream")).ToHaveCountAsync(0);
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task All_cells_of_a_line_are_corrected_in_the_sheet()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        var page = visit.Page;
        await SignInAsync(visit, "/imports/upload?department=kitchen");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "kitchen.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Kitchen) });
        await page.ArriveAsync("/review");
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct line 3" }).ClickAsync();
        await page.Locator("#sheet-body").GetByLabel("On hand").FillAsync("7");
        await visit.AssertAccessibleAsync();
        await page.Locator("#sheet-body").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#toasts")).ToContainTextAsync("Line 3 is corrected.");
        await Expect(page.GetByText("Corrections: 1")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("“On hand” of line 3")).ToHaveCountAsync(0);
        await visit.AssertCleanAsync();
    }

    private async Task SignInAsync(Visit visit, string url)
    {
        var owner = await app.RegisterAsync();
        await visit.Page.GotoAsync(url);
        await visit.FillAsync("E-mail or user name", owner.Email);
        await visit.FillAsync("Password", owner.Password);
        await visit.PressAsync("Sign in");
        await visit.Page.ArriveAsync(address => address.EndsWith(url, StringComparison.Ordinal));
    }
}
