using KitchenGuard.Tests.Imports;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Inventory;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Inventory;

public sealed class SearchIndexUpkeepTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string Settle = "select gin_clean_pending_list('inventory.idx_items_search')";

    [Fact]
    public async Task What_somebody_wrote_waits_for_the_upkeep_and_is_found_all_the_while()
    {
        await app.RowsAsync("alter table inventory.items set (autovacuum_enabled = false)");
        await app.RowsAsync(Settle);
        var owner = await app.RegisterAsync();
        await AddAsync(owner, "Saffron");
        Assert.Equal(1, await FoundAsync(owner));
        Assert.NotEqual(["0"], await app.RowsAsync(Settle));

        await AddAsync(owner, "Saffron threads");
        using var upkeep = ActivatorUtilities.CreateInstance<SearchIndexUpkeep>(app.Services);
        await upkeep.SettleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["0"], await app.RowsAsync(Settle));
        Assert.Equal(2, await FoundAsync(owner));
        await app.RowsAsync("alter table inventory.items reset (autovacuum_enabled)");
    }

    private async Task AddAsync(Owner owner, string name) => (await app.PostAsync(owner, "/api/inventory/kitchen", new { name })).EnsureSuccessStatusCode();

    private async Task<int> FoundAsync(Owner owner) =>
        (await app.GetAsync(owner, "/api/inventory/kitchen?q=affro")).GetProperty("items").GetArrayLength();
}
