using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>An operator's way: look around, find somebody, lock them with a reason, find that in the log.</summary>
public sealed class OperationsPagesTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    public static TheoryData<Device> Devices =>
        [Device.Phone, Device.Phone with { Dark = true }, Device.Desktop, Device.Desktop with { Dark = true }, Device.Phone with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task From_the_overview_to_a_locked_user_and_the_log(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, device);
        var page = visit.Page;
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorAsync());
        await app.JoinAsync(owner, Role.KitchenStaff);
        await page.GotoAsync("/login");
        await visit.FillAsync("E-mail or user name", someone.Email);
        await visit.FillAsync("Password", someone.Password);
        await visit.PressAsync("Sign in");
        await page.ArriveAsync("/restaurants");
        await app.ShowFactorAsync(someone);
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Operations", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Users" }).ClickAsync();
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search users" }).FillAsync("nobody-of-that-name");
        await visit.PressAsync("Search");
        await Expect(page.GetByText("Nobody matches")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search users" }).FillAsync(owner.Email);
        await visit.PressAsync("Search");
        await page.GetByRole(AriaRole.Link, new() { Name = "Test Owner" }).ClickAsync();
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Restaurant of {owner.Email}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Members" })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Test Owner" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Lock", Exact = true }).ClickAsync();
        await visit.AssertAccessibleAsync();
        await visit.FillAsync("Reason", "Reported as stolen, ticket 4711.");
        await visit.PressAsync("Lock");
        await Expect(page.GetByText("The user is locked.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Unlock", Exact = true })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What operators did here" }).ClickAsync();
        await Expect(page.GetByText("Reported as stolen, ticket 4711.")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();
        await page.GotoAsync("/operations/restaurants");
        await visit.AssertAccessibleAsync();
        await page.GotoAsync("/account");
        await visit.AssertAccessibleAsync();
        await visit.AssertCleanAsync();

        await page.GotoAsync($"/operations/users/{owner.UserId}/unlock");
        await visit.PressAsync("Unlock");
        await Expect(page.GetByText("Say why")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
    }
}
