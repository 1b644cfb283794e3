using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>Going and thinking better of it, as people see it.</summary>
public sealed class LeavingPagesTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    public static TheoryData<Device> Devices => [Device.Phone, Device.Desktop with { Dark = true }, Device.Phone with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task An_owner_takes_the_data_along_closes_the_restaurant_and_keeps_it(Device device)
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        await using var visit = await OpenAsync(device, owner);
        var page = visit.Page;
        await page.GotoAsync("/settings");
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Download all data" }).ClickAsync();
        await visit.AssertAccessibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => visit.PressAsync("Download"));
        Assert.Matches(@"^kitchenguard-.*\.zip$", download.SuggestedFilename);

        await page.GotoAsync("/settings/delete");
        await visit.AssertAccessibleAsync();
        await visit.FillAsync("The restaurant's name", "Another one");
        await visit.PressAsync("Delete in 30 days");
        await Expect(page.GetByText("That is not the restaurant's name.")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.FillAsync("The restaurant's name", $"Restaurant of {owner.Email}");
        await visit.PressAsync("Delete in 30 days");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This restaurant will be deleted" })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await page.GotoAsync("/kitchen");
        await Expect(page.GetByText("Only owners get in.")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();

        await using (var kitchen = await OpenAsync(device, cook))
        {
            await Expect(kitchen.Page.GetByText("Its owner is having it deleted")).ToBeVisibleAsync();
            await kitchen.AssertAccessibleAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Keep it, or see more" }).ClickAsync();
        await visit.PressAsync("Keep the restaurant");
        await page.ArriveAsync("/dashboard");
        await Expect(page.GetByText("Only owners get in.")).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task A_cook_leaves_and_comes_back_and_is_removed_after_a_question(Device device)
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        await using (var visit = await OpenAsync(device, cook))
        {
            var page = visit.Page;
            await page.GotoAsync("/account/delete");
            await visit.AssertAccessibleAsync();
            await page.GetByLabel("Yes, I want my account deleted").CheckAsync();
            await visit.PressAsync("Delete in 14 days");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await SignInAsync(visit, cook);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your account will be deleted on" })).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.PressAsync("Keep my account");
            await page.ArriveAsync("/dashboard");
            await visit.AssertCleanAsync();
        }

        await using var owners = await OpenAsync(device, owner);
        await owners.Page.GotoAsync("/account/delete");
        await Expect(owners.Page.GetByText("You are the only owner of a restaurant")).ToBeVisibleAsync();
        await owners.AssertAccessibleAsync();
        await owners.Page.GotoAsync($"/members/{await app.MemberIdAsync(cook)}");
        await owners.Page.GetByRole(AriaRole.Link, new() { Name = "Remove from this restaurant" }).ClickAsync();
        await owners.AssertAccessibleAsync();
        await owners.PressAsync("Remove from this restaurant");
        await owners.Page.ArriveAsync("/members");
        await Expect(owners.Page.GetByText(cook.Email)).ToHaveCountAsync(0);
        await owners.AssertCleanAsync();
    }

    private async Task<Visit> OpenAsync(Device device, Owner person)
    {
        var visit = await Visit.OpenAsync(chromium, app.Address, device);
        await SignInAsync(visit, person);
        return visit;
    }

    private static async Task SignInAsync(Visit visit, Owner person)
    {
        await visit.Page.GotoAsync("/login");
        await visit.FillAsync("E-mail or user name", person.Email);
        await visit.FillAsync("Password", person.Password);
        await visit.PressAsync("Sign in");
        await visit.Page.ArriveAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }
}
