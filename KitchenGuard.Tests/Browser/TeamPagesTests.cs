using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>What an owner sees of people and devices, and what a cook sees of a shared tablet.</summary>
public sealed class TeamPagesTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    public static TheoryData<Device> Devices => [Device.Phone, Device.Desktop with { Dark = true }, Device.Phone with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task From_sessions_and_log_to_a_tablet_that_a_cook_signs_in_on(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, device);
        var page = visit.Page;
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        await page.GotoAsync("/login");
        await visit.FillAsync("E-mail or user name", owner.Email);
        await visit.FillAsync("Password", owner.Password);
        await visit.PressAsync("Sign in");
        await page.ArriveAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        await page.GotoAsync("/account/sessions");
        await Expect(page.GetByText("This one")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await page.GotoAsync("/audit");
        // The sign-up's, the cook's, and this one.
        await Expect(page.Locator("#log strong", new() { HasText = "Signed in" })).ToHaveCountAsync(3);
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();

        await page.GotoAsync("/devices");
        await visit.AssertAccessibleAsync();
        await visit.FillAsync("Name", "Kitchen tablet");
        await visit.PressAsync("Use this device for all");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who is it?" })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await page.Locator($"a[href='/device/{cook.UserId}']").ClickAsync();
        await visit.FillAsync("Your password", cook.Password);
        await visit.FillAsync("New PIN, 4 to 6 digits", "2580");
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Set the PIN");
        await page.ArriveAsync("/kitchen");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Imports" })).ToHaveCountAsync(0);
        await visit.AssertAccessibleAsync();
        await page.GetByLabel("Your account").ClickAsync();
        await visit.PressAsync("Sign out");
        await page.Locator($"a[href='/device/{cook.UserId}']").ClickAsync();
        await visit.FillAsync("PIN", "2580");
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Go");
        await page.ArriveAsync("/kitchen");
        await visit.AssertCleanAsync();
    }
}
