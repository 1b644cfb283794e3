using KitchenGuard.Tests.Browser;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Security;

/// <summary>What only a browser can show: the headers it sends itself, and what it keeps.</summary>
public sealed class BrowserTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private const string Elsewhere = "http://elsewhere.example/";

    [Theory]
    [InlineData(ServiceWorkerPolicy.Block)]
    [InlineData(ServiceWorkerPolicy.Allow)]
    public async Task Another_site_may_link_to_a_page_but_not_post_to_it(ServiceWorkerPolicy workers)
    {
        // Where the service worker is allowed, by this name.
        var home = new UriBuilder(app.Address) { Host = "localhost" }.Uri;
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync(new() { ServiceWorkers = workers });
        var page = await context.NewPageAsync();
        await page.RouteAsync(Elsewhere + "**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<a href='{home}login'>link</a><form method=post action='{home}login'><button>post</button></form>",
        }));
        await page.GotoAsync(home + "login");
        if (workers == ServiceWorkerPolicy.Allow)
        {
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done))).then(() => 1)");
        }

        await page.GotoAsync(Elsewhere);
        var linked = await page.RunAndWaitForResponseAsync(() => page.GetByText("link").ClickAsync(), response => response.Url == home + "login");
        Assert.Equal((200, workers == ServiceWorkerPolicy.Allow), (linked.Status, linked.FromServiceWorker));
        await page.GotoAsync(Elsewhere);
        var posted = await page.RunAndWaitForResponseAsync(() => page.GetByText("post").ClickAsync(), response => response.Request.Method == "POST");
        Assert.Equal(403, posted.Status);
    }

    [Fact]
    public async Task After_signing_out_the_browser_has_nothing_left_and_back_leads_to_the_login_page()
    {
        var owner = await app.RegisterAsync();
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync(new() { BaseURL = app.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login");
        await page.Locator("[name='Input.Login']").FillAsync(owner.Email);
        await page.Locator("[name='Input.Password']").FillAsync(owner.Password);
        await page.Locator("[name='Input.Password']").PressAsync("Enter");
        await page.ArriveAsync("/dashboard");
        await page.GotoAsync("/kitchen");
        await page.EvaluateAsync("localStorage.setItem('theme', 'dark')");
        await page.GotoAsync("/logout");
        await page.Locator("main form button").ClickAsync();
        await page.ArriveAsync("/login");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("[name='Input.Login']")).ToBeVisibleAsync();
        Assert.Contains("returnUrl=%2Fkitchen", page.Url);
    }
}
