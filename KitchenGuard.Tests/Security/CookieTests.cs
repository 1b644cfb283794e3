using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;

namespace KitchenGuard.Tests.Security;

/// <summary>Every cookie that the application sets in Production is bound to this host and to TLS, and hidden from scripts.</summary>
public sealed class CookieTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_bound_to_host_and_TLS()
    {
        var cookies = new List<string>();
        void Collect(HttpResponseMessage answer) => cookies.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        var (owner, its) = await app.ArrangeAsync("cookies");
        using var anonymous = app.Anonymous();
        foreach (var url in KnownRoutes.Anonymous.Where(r => r.StartsWith("GET ", StringComparison.Ordinal) && !r.Contains('{', StringComparison.Ordinal) && r != "GET /dev/mail"))
        {
            Collect(await anonymous.GetAsync(new Uri(url[4..], UriKind.Relative), Ct));
        }

        Collect(await KitchenGuardApp.PostFormAsync(anonymous, "/register", new()
        {
            ["Input.FullName"] = "Anna Cook", ["Input.Email"] = "anna@restaurant.example", ["Input.Password"] = "violet rocket onion",
        }));
        using var pages = app.Anonymous();
        Collect(await pages.GetAsync(new Uri("/login", UriKind.Relative), Ct));
        Collect(await KitchenGuardApp.PostFormAsync(pages, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password }));
        foreach (var route in KnownRoutes.All.Where(r => r.IsGet && !r.IsApi))
        {
            Collect(await pages.SendAsync(route.Call(its), Ct));
        }

        Collect(await KitchenGuardApp.PostFormAsync(pages, $"/items/{its.Item}/movements/new", new() { ["kind"] = "use", ["quantity"] = "1" }));
        Collect(await KitchenGuardApp.PostFormAsync(pages, "/logout", [], "/dashboard"));
        using var tablet = await app.PagesAsync(owner);
        Collect(await KitchenGuardApp.PostFormAsync(tablet, "/devices?handler=Enrol", new() { ["Input.Name"] = "Tablet", ["Input.Department"] = "Kitchen" }, "/devices"));
        Listed.None(cookies.Where(cookie => !IsBound(cookie)));
        Assert.Superset(
            new HashSet<string> { "__Host-kg-session", "__Host-kg-af", "__Host-kg-draft", "__Host-kg-toast", "__Host-kg-device" },
            cookies.Select(cookie => cookie.Split('=')[0]).ToHashSet());
    }

    private static bool IsBound(string cookie)
    {
        var parts = cookie.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
        return cookie.StartsWith("__Host-kg-", StringComparison.Ordinal) && parts.Contains("secure") && parts.Contains("httponly") && parts.Contains("path=/")
            && (parts.Contains("samesite=lax") || parts.Contains("samesite=strict")) && !parts.Any(part => part.StartsWith("domain", StringComparison.Ordinal));
    }
}
