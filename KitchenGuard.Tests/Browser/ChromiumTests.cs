using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Browser;

/// <summary>The browser that other tests stand on.</summary>
public sealed class ChromiumTests(Chromium chromium)
{
    [Fact]
    public async Task Shows_a_page()
    {
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<h1>Stock</h1>");
        Assert.Equal("Stock", await page.GetByRole(Microsoft.Playwright.AriaRole.Heading).TextContentAsync());
    }
}
