using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Browser;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Security;

/// <summary>A restaurant whose every text tries to become something else, in a browser.</summary>
public sealed class HostileTextTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private static readonly string[] Texts =
    [
        "<script id=planted>alert(1)</script>", "\"><img id=planted src=x onerror=alert(1)>", "' onmouseover='alert(1)' id='planted", "</textarea></title><b id=planted>",
        "${{7*7}}@(7*7){{constructor.constructor('alert(1)')()}}", "javascript:alert(1)", "<svg id=planted/onload=alert(1)>", "]]><!--<b id=planted>-->", "Ω≈ç√∫˜µ≤≥÷ خبز 🥖",
        "'; drop table inventory.items; --", "%s%n %00 ../../etc/passwd", "<template hx-get=/logout hx-trigger=load id=planted>",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stays_text_on_every_page()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        var all = string.Join(' ', Texts)[..100];
        using var registered = await client.PostAsJsonAsync("/api/auth/register", new
        {
            email = "hostile@restaurant.example", password = "a long enough password", fullName = Texts[0],
            restaurant = new { name = Texts[1], address = Texts[2], phone = "+353 1 555", timeZone = "Europe/Dublin", currency = "EUR", locale = "en-GB" },
        }, Ct);
        Assert.True(registered.IsSuccessStatusCode, await registered.Content.ReadAsStringAsync(Ct));
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await registered.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("accessToken").GetString());
        var item = "";
        foreach (var text in Texts)
        {
            using var made = await client.PostAsJsonAsync("/api/inventory/kitchen", new
            {
                name = text, unit = "kg", category = text, supplier = text, brand = text, notes = text, storageArea = text, sku = text[..Math.Min(20, text.Length)], quantity = 1, reorderPoint = 5,
            }, Ct);
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Ct));
            item = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
            using var moved = await client.PostAsJsonAsync($"/api/items/{item}/movements", new { kind = "receive", quantity = 1, note = text }, Ct);
            Assert.True(moved.IsSuccessStatusCode);
        }

        using var rows = new StringContent("Name,Quantity,Unit\n" + string.Concat(Texts.Append("Fish \u202e and chips\u202c \u200b").Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)} again\",{text[..3]},kg\n")), Encoding.UTF8, "text/csv");
        using var file = new MultipartFormDataContent { { rows, "file", "<b id=planted>.csv" }, { new StringContent("""{"dryRun":true}""", new MediaTypeHeaderValue("application/json")), "options" } };
        using var imported = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), file, Ct);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Ct));
        var import = (await imported.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();

        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Desktop);
        var dialogs = new List<string>();
        visit.Page.Dialog += async (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await visit.Page.GotoAsync("/login");
        await visit.Page.Locator("[name='Input.Login']").FillAsync("hostile@restaurant.example");
        await visit.Page.Locator("[name='Input.Password']").FillAsync("a long enough password");
        await visit.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await visit.Page.ArriveAsync("/dashboard");
        string[] urls =
        [
            "/dashboard", "/kitchen", $"/kitchen?q={Uri.EscapeDataString(Texts[1])}", $"/kitchen?category={Uri.EscapeDataString(Texts[0])}", $"/items/{item}/edit", $"/items/{item}", "/imports",
            $"/imports/{import}", $"/imports/{import}/review", "/audit", "/members", "/settings", "/account", "/devices", $"/login?returnUrl={Uri.EscapeDataString(all)}",
        ];
        var seen = 0;
        foreach (var url in urls)
        {
            await visit.Page.GotoAsync(url);
            await visit.Page.LoadedAsync();
            Assert.True(await visit.Page.Locator("#planted").CountAsync() == 0, $"{url}: a text became an element.");
            seen += (await visit.Page.Locator("body").InnerTextAsync()).Contains("planted", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Empty(dialogs);
        Assert.True(seen >= 8, $"Only {seen} pages showed such a text.");
        await visit.AssertCleanAsync();
    }
}
