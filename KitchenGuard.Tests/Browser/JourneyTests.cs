using System.Text;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>From the landing page to an edited item and its ledger, as a restaurant goes.</summary>
public sealed class JourneyTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private const string Kitchen = "Item;Group;On hand;Unit;Cost\nPlum tomatoes;Produce;12,5;kg;2,40\nButter;Dairy;6;kg;7,60\nLemons;Produce;40;each;0,30\n";
    private const string Bar = "name,category,size,qty,cost\nDry gin,Gin,700 ml,4.5,17.80\nTonic,Mixers,200 ml,96,0.62\n";

    public static TheoryData<Device> Devices => [Device.Phone, Device.Desktop, Device.Phone with { Dark = true }, Device.Desktop with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task From_the_landing_page_to_an_item_and_its_ledger(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, device);
        var page = visit.Page;
        await page.GotoAsync("/");
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign up" }).First.ClickAsync();
        await page.ArriveAsync("/register");
        var signUp = new SignUpPages(visit);
        await visit.AssertAccessibleAsync();
        await signUp.PersonAsync();
        await visit.AssertAccessibleAsync();
        await signUp.RestaurantAsync();
        await visit.AssertAccessibleAsync();
        await signUp.FileAsync("Kitchen list", File("kitchen.csv", Kitchen), device.Script);
        await Expect(page.GetByText("kitchen.csv")).ToBeVisibleAsync();
        await signUp.FileAsync("Bar list", File("bar.csv", Bar), device.Script);
        await Expect(page.GetByText("bar.csv")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();
        await signUp.SubmitAsync();
        await visit.AssertAccessibleAsync();

        await WaitForItemAsync(page, "/kitchen", "Plum tomatoes");
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();
        await page.GotoAsync("/bar");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Dry gin", Exact = true })).ToBeVisibleAsync();

        await page.GotoAsync("/kitchen");
        var url = await page.Locator("a.item-name.wide-only", new() { HasText = "Butter" }).GetAttributeAsync("href");
        await page.GotoAsync(url!);
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await page.ArriveAsync("/edit");
        await visit.AssertAccessibleAsync();
        await page.GetByLabel("Reorder point").FillAsync("8");
        await visit.PressAsync("Save");
        await Expect(page.GetByText("Low").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Imported")).ToBeVisibleAsync();
        await Expect(page.GetByText("+6")).ToBeVisibleAsync();
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_movement_takes_three_taps_and_the_number_on_a_phone_and_can_be_undone()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        var page = visit.Page;
        await SignUpWithKitchenAsync(visit);
        await WaitForItemAsync(page, "/kitchen", "Lemons");
        await visit.TapAsync(page.Locator("a.item-name.phone-only", new() { HasText = "Lemons" }));
        await visit.TapAsync(page.Locator("#sheet-body .kind", new() { HasText = "Wasted" }));
        await page.Locator("#sheet-body").GetByLabel("Quantity").FillAsync("2,5");
        await visit.AssertAccessibleAsync();
        await visit.TapAsync(page.Locator("#sheet-body").GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Expect(page.Locator("tr", new() { HasText = "Lemons" }).Locator(".on-hand")).ToContainTextAsync("37.5");
        Assert.Equal(3, visit.Taps);
        await page.Locator("#toasts").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("tr", new() { HasText = "Lemons" }).Locator(".on-hand")).ToContainTextAsync("40");
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_number_that_cannot_be_read_is_named_beside_the_field_and_moves_nothing()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        var page = visit.Page;
        await SignUpWithKitchenAsync(visit);
        await WaitForItemAsync(page, "/kitchen", "Butter");
        await page.Locator("a.item-name.phone-only", new() { HasText = "Butter" }).ClickAsync();
        await page.Locator("#sheet-body").GetByLabel("Quantity").FillAsync("two");
        await page.Locator("#sheet-body").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#quantity-error")).ToContainTextAsync("two");
        await page.ReloadAsync();
        await Expect(page.Locator("tr", new() { HasText = "Butter" }).Locator(".on-hand")).ToContainTextAsync("6");
    }

    [Fact]
    public async Task Sign_in_and_one_movement_work_without_JavaScript()
    {
        string email;
        await using (var before = await Visit.OpenAsync(chromium, app.Address, Device.Desktop))
        {
            email = await SignUpWithKitchenAsync(before);
            await WaitForItemAsync(before.Page, "/kitchen", "Butter");
        }

        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone with { Script = false });
        var page = visit.Page;
        await page.GotoAsync("/kitchen");
        await visit.FillAsync("E-mail or user name", email);
        await visit.FillAsync("Password", SignUpPages.Password);
        await visit.PressAsync("Sign in");
        await page.Locator("a.item-name.phone-only", new() { HasText = "Butter" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Received" }).CheckAsync();
        await page.GetByLabel("Quantity").FillAsync("1.5");
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Save");
        await page.GotoAsync("/kitchen");
        await Expect(page.Locator("tr", new() { HasText = "Butter" }).Locator(".on-hand")).ToContainTextAsync("7.5");
        await visit.AssertCleanAsync();
    }

    public static TheoryData<string, string> NotLists => new()
    {
        { "picture.csv", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR" },
        { "empty.csv", "" },
        { "book.csv", "PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml" },
    };

    [Theory]
    [MemberData(nameof(NotLists))]
    public async Task What_is_no_list_gets_one_sentence_and_the_wizard_goes_on(string name, string bytes)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        await visit.Page.GotoAsync("/register");
        var signUp = new SignUpPages(visit);
        await signUp.PersonAsync();
        await signUp.RestaurantAsync();
        await signUp.FileAsync("Kitchen list", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.Latin1.GetBytes(bytes) });
        await Expect(visit.Page.Locator(".invalid-feedback, .alert").First).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await signUp.SubmitAsync();
        await visit.AssertCleanAsync();
    }

    private static async Task<string> SignUpWithKitchenAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/register");
        var signUp = new SignUpPages(visit);
        await signUp.PersonAsync();
        await signUp.RestaurantAsync();
        await signUp.FileAsync("Kitchen list", File("kitchen.csv", Kitchen));
        await Expect(visit.Page.GetByText("kitchen.csv")).ToBeVisibleAsync();
        await signUp.SubmitAsync();
        return signUp.Email;
    }

    // The import runs beside the browser: the list is asked for again until it has what was in the file.
    private static async Task WaitForItemAsync(IPage page, string url, string name)
    {
        using var patience = Patience.ForAnImport();
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            await page.GotoAsync(url);
        }
        while (await page.Locator("a.item-name", new() { HasText = name }).CountAsync() == 0);
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
