using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;

namespace KitchenGuard.Tests.Security;

/// <summary>A GET only looks.</summary>
public sealed class SafeMethodTests(TwoRestaurantsApp app) : IClassFixture<TwoRestaurantsApp>
{
    [Fact]
    public async Task Looking_at_anything_changes_nothing()
    {
        var (owner, its) = await app.ArrangeAsync("looking");
        using var pages = await app.PagesAsync(owner);
        using var api = app.Api(owner);
        var (before, changed) = (await app.DigestAsync(owner.RestaurantId), new List<string>());
        foreach (var route in KnownRoutes.All.Where(r => r.IsGet))
        {
            using var answer = await (route.IsApi ? api : pages).SendAsync(route.Call(its), TestContext.Current.CancellationToken);
            var after = await app.DigestAsync(owner.RestaurantId);
            if (before != after)
            {
                changed.Add(route.Name);
                before = after;
            }
        }

        Listed.None(changed);
    }
}
