using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>An app is set up and signs in, as people see it.</summary>
public sealed class SecondFactorPagesTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    public static TheoryData<Device> Devices => [Device.Phone, Device.Phone with { Dark = true }, Device.Desktop, Device.Desktop with { Dark = true }, Device.Phone with { Script = false }];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task From_the_first_code_to_the_next_sign_in(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Address, device);
        var page = visit.Page;
        var owner = await app.RegisterAsync();
        await LoginAsync();
        await page.GotoAsync("/account/prove?returnUrl=%2Faccount%2Fsecond-factor");
        await visit.AssertAccessibleAsync();
        await visit.FillAsync("Password", owner.Password);
        await visit.PressAsync("Go on");
        await page.ArriveAsync("/account/second-factor");
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Set up an app");
        await Expect(page.GetByAltText("QR code of the key below")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        var totp = new Totp(Base32Encoding.ToBytes((await page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal).Trim()));
        // Time may go on to the next code meanwhile: each is taken half a minute late as well.
        await visit.FillAsync("Six digits", totp.ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime));
        await visit.PressAsync("Turn on");
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await visit.AssertAccessibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => visit.PressAsync("Save as a file"));
        Assert.Equal("kitchenguard-recovery-codes.txt", download.SuggestedFilename);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(page.GetByText("You have 10 codes left")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();

        await page.Context.ClearCookiesAsync();
        await LoginAsync();
        await page.ArriveAsync("/login/code");
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "I have lost my phone" }).ClickAsync();
        await Expect(page.GetByLabel("One of the codes you kept")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Use the app instead" }).ClickAsync();
        await visit.FillAsync("Six digits from the app on your phone", totp.ComputeTotp((TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(30)).UtcDateTime));
        await visit.PressAsync("Sign in");
        await page.ArriveAsync("/dashboard");
        await visit.AssertCleanAsync();

        async Task LoginAsync()
        {
            await page.GotoAsync("/login");
            await visit.AssertAccessibleAsync();
            await visit.FillAsync("E-mail or user name", owner.Email);
            await visit.FillAsync("Password", owner.Password);
            await visit.PressAsync("Sign in");
            await page.ArriveAsync(url => new Uri(url).AbsolutePath != "/login");
        }
    }
}
