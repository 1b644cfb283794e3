using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Columns that stand for bottle sizes or storage places.</summary>
public class PivotTests
{
    [Fact]
    public async Task Makes_one_item_of_every_filled_size()
    {
        var table = await TableFixture.ReadAsync("Spirit,Type,750ml,1L,1.75L\nJameson,Whiskey,4,2,\nTito's,Vodka,,0,1.5\nEmpty,Vodka,,,\n", department: "bar");
        Assert.Equal(
            [("Jameson", "Whiskey", "750 ml", 4m), ("Jameson", "Whiskey", "1000 ml", 2m), ("Tito's", "Vodka", "1000 ml", 0m), ("Tito's", "Vodka", "1750 ml", 1.5m)],
            table.Items.Select(item => (item.Name, item.Category!, item.BottleSize!, item.Quantity!.Value)));
        Assert.Equal([0, 1, 0, 1, 0], table.Records.Select(record => record.Part));
        Assert.Equal((RecordOutcome.Skipped, IssueCode.PivotBlank), (table.Records[^1].Outcome, table.Records[^1].Issues[0].Code));
        Assert.Equal(3, table.Inspection.Records);
        Assert.Contains("'750ml', '1L', '1.75L' are sizes", Assert.Single(table.Inspection.Notices, notice => notice.Code == IssueCode.Pivot).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_prices_from_quantities_under_sizes()
    {
        var table = await TableFixture.ReadAsync("Brand,70 cl,1 Liter\nGin,€12.50,€16.00\nRum,€9.90,\n", department: "bar", currency: "EUR");
        Assert.Equal([("Gin", "700 ml", 12.5m), ("Gin", "1000 ml", 16m), ("Rum", "700 ml", 9.9m)], table.Items.Select(item => (item.Name, item.BottleSize!, item.UnitCost!.Value)));
        table = await TableFixture.ReadAsync("Item,750ml Qty,750ml Cost,1L Qty,1L Cost\nGin,3,12.50,4,16.00\n", department: "bar");
        Assert.Equal([("750 ml", 3m, 12.5m), ("1000 ml", 4m, 16m)], table.Items.Select(item => (item.BottleSize!, item.Quantity!.Value, item.UnitCost!.Value)));
        table = await TableFixture.ReadAsync("Item,Stock,,Cost,\nName,750ml,1L,750ml,1L\nGin,3,4,12.50,16.00\nRum,2,1,9.99,13.00\n", department: "bar");
        Assert.Equal([("750 ml", 3m, 12.5m), ("1000 ml", 4m, 16m)], table.Items.Take(2).Select(item => (item.BottleSize!, item.Quantity!.Value, item.UnitCost!.Value)));
        // Parts of bottles or prices: nothing says which, so nothing is imported from them.
        table = await TableFixture.ReadAsync("Item,750ml,1L\nGin,12.49,16.85\n", department: "bar");
        Assert.Null(table.Plan.Pivot);
        Assert.Null(table.Items[0].Quantity ?? table.Items[0].UnitCost);
    }

    [Fact]
    public async Task Leaves_out_what_does_not_say_which_size_it_is_for()
    {
        var table = await TableFixture.ReadAsync("Item,SKU,Cost,Supplier,ABV,750ml,1L\nGin,G1,12.50,Empire,40%,3,4\nRum,R1,9.90,Empire,38%,1,2\n", department: "bar");
        Assert.All(table.Items, item => Assert.Equal((null, null, "Empire"), (item.Sku, item.UnitCost, item.Supplier)));
        Assert.Equal([40m, 40m, 38m, 38m], table.Items.Select(item => item.Abv!.Value));
        Assert.Equal([2, 3], table.Inspection.Notices.Where(notice => notice.Code == IssueCode.PivotExcludes).Select(notice => notice.Column!.Value));
        Assert.Equal(4, table.Items.Select(item => item.IdentityKey).Distinct().Count());
    }

    [Fact]
    public async Task Adds_up_places_to_one_quantity()
    {
        var table = await TableFixture.ReadAsync("Item,Unit,Walk-in,Bar,Cellar\nLime,kg,2.5,0.5,\nGin,bottle,,6,0\nBeer,case,3,2?,1\nIce,bag,,,\n");
        Assert.Equal([("Lime", 3m, null), ("Gin", 6m, "Bar"), ("Beer", null, null), ("Ice", (decimal?)null, (string?)null)],
            table.Items.Select(item => (item.Name, item.Quantity, item.StorageArea)));
        Assert.Equal([(4, 4, IssueCode.NotANumber), (4, null, IssueCode.PivotSum)], table.Issues);
        Assert.Equal(PivotKind.StorageArea, table.Plan.Pivot!.Kind);
    }

    [Fact]
    public async Task Does_not_add_places_to_the_total_beside_them()
    {
        var table = await TableFixture.ReadAsync("Item,Walk-in,Bar,On Hand\nLime,2,1,3\nGin,0,6,6\n");
        Assert.Null(table.Plan.Pivot);
        Assert.Equal([3m, 6m], table.Items.Select(item => item.Quantity!.Value));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.PivotExcludes);
    }

    [Theory]
    [InlineData("wk1,wk2,wk3")]
    [InlineData("Week 1,Week 2,Week 3")]
    [InlineData("Jan,Feb,Mar")]
    [InlineData("Monday,Tuesday,Wednesday")]
    [InlineData("Lun,Mar,Mer")]
    [InlineData("Price 1,Price 2,Price 3")]
    [InlineData("Retail,Wholesale,Member")]
    [InlineData("2023,2024,2025")]
    [InlineData("1 oz,1.5 oz,2 oz")]
    [InlineData("per 100g,per 500g,per 1kg")]
    [InlineData("Sold 750ml,Sold 1L,Sold 1.75L")]
    [InlineData("Small,Medium,Large")]
    public async Task Makes_no_items_of_other_columns_of_numbers(string columns)
    {
        foreach (var department in new[] { "kitchen", "bar" })
        {
            var table = await TableFixture.ReadAsync($"Item,Category,{columns}\nLime,Fruit,2,1,3\nGin,Spirit,4,6,5\n", department: department);
            Assert.Null(table.Plan.Pivot);
            Assert.Equal(["Lime", "Gin"], table.Items.Select(item => item.Name));
        }
    }

    [Fact]
    public async Task Does_what_a_person_or_script_says()
    {
        const string sizes = "Item,750ml,1L\nGin,3,4\n";
        var table = await TableFixture.ReadAsync(sizes, new ImportOptions { Pivot = PivotKind.None }, "bar");
        Assert.Null(Assert.Single(table.Items).Quantity);
        table = await TableFixture.ReadAsync(sizes, new ImportOptions { Pivot = PivotKind.BottleSize, PivotField = ItemField.SalePrice }, "bar");
        Assert.Equal([3m, 4m], table.Items.Select(item => item.SalePrice!.Value));
        table = await TableFixture.ReadAsync(sizes, new ImportOptions { Mapping = [new ColumnChoice(2, ItemField.Quantity)] }, "bar");
        Assert.Equal(3m, Assert.Single(table.Items).Quantity);
        table = await TableFixture.ReadAsync("Item,Beach hut,Kiosk,Code\nGin,3,4,9\n", new ImportOptions { Pivot = PivotKind.StorageArea, PivotColumns = [2, 3] }, "bar");
        Assert.Equal(7m, Assert.Single(table.Items).Quantity);
        Assert.NotNull(new ImportOptions { PivotColumns = [2, 3] }.FindFault());
        Assert.NotNull(new ImportOptions { Pivot = PivotKind.BottleSize, PivotColumns = [2, 2] }.FindFault());
        var options = JsonSerializer.Deserialize<ImportOptions>("""{"pivot":"storageArea","pivotColumns":[2,3]}""", JsonSerializerOptions.Web)!;
        Assert.Equal((PivotKind.StorageArea, 2), (options.Pivot, options.PivotColumns!.Count));
    }
}
