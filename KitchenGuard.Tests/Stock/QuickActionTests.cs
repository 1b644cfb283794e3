using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using KitchenGuard.Tests.Browser;
using KitchenGuard.Tests.Inventory;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;

namespace KitchenGuard.Tests.Stock;

public sealed class QuickActionTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_phone_three_taps_use_stock_and_one_undoes_it()
    {
        var (page, api, violations) = await OpenAsync(new ViewportSize { Width = 360, Height = 740 }, hasTouch: true);
        await page.GotoAsync("/bar");
        await page.Locator("#rows tr", new() { HasText = "Lager" }).TapAsync();
        await page.Locator("[data-step='1']").TapAsync();
        await page.Locator("label.chip", new() { HasText = "case of 24" }).TapAsync();
        var clock = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).TapAsync();
        await page.Locator(".toast-line").WaitForAsync();
        Assert.InRange(clock.ElapsedMilliseconds, 0, 3000);
        Assert.Contains("24 bottle of Lager used, 24 bottle left.", await page.Locator(".toast-line").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(24m, await OnHandAsync(api));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).TapAsync();
        await page.Locator(".toast-line", new() { HasText = "Undone" }).WaitForAsync();
        Assert.Equal(48m, await OnHandAsync(api));
        Assert.Contains("48", await page.Locator("#rows tr", new() { HasText = "Lager" }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Lists_items_and_forms_are_accessible(string theme)
    {
        var (page, api, violations) = await OpenAsync(new ViewportSize { Width = 1280, Height = 900 }, hasTouch: false);
        await page.EmulateMediaAsync(new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        var id = (await api.GetFromJsonAsync<JsonElement>("/api/inventory/bar", Ct)).GetProperty("items")[0].GetProperty("id").GetGuid();
        foreach (var url in new[] { "/bar", "/kitchen", "/bar?q=nothing+at+all", "/bar?archived=true", "/bar/new", $"/items/{id}", $"/items/{id}/edit", $"/items/{id}/movements/new" })
        {
            await page.GotoAsync(url);
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{url}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} {v.Nodes[0].Html}"))}");
        }

        await page.GotoAsync("/bar/new");
        await page.Locator(".action-bar .btn-primary").ClickAsync();
        await page.Locator(".invalid-feedback").First.WaitForAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        Assert.Empty(violations);
    }

    private async Task<(IPage Page, HttpClient Api, List<string> Violations)> OpenAsync(ViewportSize size, bool hasTouch)
    {
        var address = app.Address;
        var owner = await app.RegisterAsync();
        var api = new HttpClient { BaseAddress = address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", owner.AccessToken);
        await ItemApiTests.CreateAsync(api, new { name = "Lager", unit = "bottle", caseSize = 24, quantity = 48, unitCost = 1.1, reorderPoint = 12 }, "bar");
        var context = await (await chromium.BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = size, HasTouch = hasTouch, IsMobile = hasTouch, ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        var page = await context.NewPageAsync();
        var violations = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                violations.Add(message.Text);
            }
        };
        await page.GotoAsync("/login");
        await page.GetByLabel("E-mail or user name").FillAsync(owner.Email);
        await page.GetByLabel("Password").FillAsync(owner.Password);
        await page.Locator("main .btn-primary").ClickAsync();
        await page.ArriveAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        return (page, api, violations);
    }

    private static async Task<decimal> OnHandAsync(HttpClient api) =>
        (await api.GetFromJsonAsync<JsonElement>("/api/inventory/bar", Ct)).GetProperty("items")[0].GetProperty("quantity").GetDecimal();
}
