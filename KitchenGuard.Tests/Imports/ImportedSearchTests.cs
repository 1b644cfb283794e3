using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Imports;

/// <summary>What an import wrote is found by every word that the list shows of it.</summary>
public sealed class ImportedSearchTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    [Fact]
    public async Task An_item_is_still_found_by_what_a_later_file_says_nothing_of()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Name,SKU,Barcode,Brand,Category,Supplier\nTomato,T-1,4006381333931,Mutti,Produce,Greenfields\n");
        await app.ImportAsync(owner, "SKU,Name,Unit cost,Brand\nT-1,Tomatoes,2.50,Cirio\n");
        foreach (var word in new[] { "tomatoes", "t-1", "4006381333931", "cirio", "produce", "greenfields", "green tomat" })
        {
            Assert.Equal(["Tomatoes"], await FindAsync(owner, word));
        }

        Assert.Empty(await FindAsync(owner, "mutti"));
    }

    [Fact]
    public async Task What_a_file_clears_is_no_longer_found_by()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Name,SKU,Brand,Category\nTomato,T-1,Mutti,Produce\n");
        await app.ImportAsync(owner, "Name,SKU,Brand\nTomato,T-1,\n", "?blanks=clear");
        Assert.Equal(["Tomato"], await FindAsync(owner, "t-1 produce"));
        Assert.Empty(await FindAsync(owner, "mutti"));
    }

    [Fact]
    public async Task An_item_of_several_rows_is_found_by_what_any_of_them_left_it()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Name,SKU,Brand,Category,Supplier\nTomato,T-1,Mutti,,Greenfields\nOnion,O-1,,,\nTomato,T-1,,Produce,\n");
        Assert.Equal(["Tomato"], await FindAsync(owner, "mutti produce greenfields t-1"));
    }

    [Fact]
    public async Task A_search_by_supplier_follows_the_item_to_another_one_and_back()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "Name,Supplier\nTomato,Crème & Co\nOnion,Field\n");
        var second = await app.ImportAsync(owner, "Name,Supplier\nTomato,Field\n");
        Assert.Empty(await FindAsync(owner, "creme"));
        Assert.Equal(["Onion", "Tomato"], await FindAsync(owner, "FIELD"));
        Assert.Equal(["Tomato"], await FindAsync(owner, "field tom"));
        await app.UndoAsync(owner, second);
        Assert.Equal(["Tomato"], await FindAsync(owner, "creme co"));
        Assert.Empty(await FindAsync(await app.RegisterAsync(), "creme"));
    }

    private async Task<string[]> FindAsync(Owner owner, string words) =>
        [.. (await app.GetAsync(owner, "/api/inventory/kitchen?q=" + Uri.EscapeDataString(words))).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("name").GetString()!)];
}
