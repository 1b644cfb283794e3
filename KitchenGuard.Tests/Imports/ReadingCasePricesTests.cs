using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What a case, box or pack costs, and what of that one counted unit costs.</summary>
public class ReadingCasePricesTests
{
    [Theory]
    [InlineData("box", "Pieces per box,Box price", "6.9")]
    [InlineData("Karton", "Stk/Karton,Preis/Karton", "6.9")]
    [InlineData("tray", "Pieces per tray,Tray price", "6.9")]
    [InlineData("crate", "Bottles per crate,Cost per crate", "6.9")]
    [InlineData("pack", "Pieces per pack,Pack price", "6.9")]
    [InlineData("case", "Units per case,Case price", "6.9")]
    [InlineData("each", "Pieces per box,Box price", "0.069")]
    [InlineData("each", "Pieces per pack,Pack price", "0.069")]
    [InlineData("box", "Units per case,Case price", "0.069")]
    public async Task Knows_that_what_is_counted_is_what_is_priced(string unit, string headers, string expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Unit,Stock,{headers}\nGloves,{unit},4,100,6.90\nStraws,{unit},6,500,8.00\n");
        var gloves = table.Item("Gloves");
        Assert.Equal((100m, 6.9m, expected), (gloves.CaseSize, gloves.CaseCost, gloves.CostPerUnit?.ToString("0.####", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Knows_it_where_the_header_of_the_count_names_the_box()
    {
        var table = await TableFixture.ReadAsync("Artikel;Bestand (Karton);Stk/Karton;EK/Karton\nPils;3;20;14,90\nCola;2;24;11,20\n", currency: "EUR");
        Assert.Equal([("box", 14.9m), ("box", 11.2m)], table.Items.Select(item => (item.UnitCode!, item.CostPerUnit!.Value)));
    }

    [Theory]
    [InlineData("Unit price", "case", "0.50", "12")]
    [InlineData("Unit cost", "case", "0.50", "12")]
    [InlineData("Cost", "case", "0.50", "12")]
    [InlineData("PU", "box", "0.50", "12")]
    [InlineData("Unit cost", "case", "12.00", "12")]
    [InlineData("Unit cost", "case", "9.00", "9")]
    [InlineData("Unit cost", "can", "0.50", "0.5")]
    public async Task Takes_the_price_of_the_case_where_cases_are_counted(string header, string unit, string cost, string expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Unit,Qty,Case size,{header},Case price\nCola,{unit},3,24,{cost},12.00\nTonic,{unit},2,24,0.60,14.40\n");
        Assert.Equal((12m, expected), (table.Item("Cola").CaseCost, table.Item("Cola").CostPerUnit?.ToString("0.####", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Pack", "10 LB", "LB", "40", "2.46")]
    [InlineData("Pack", "10 LB", "CS", "4", "98.4")]
    [InlineData("Pack", "10 LB", "EA", "4", "24.6")]
    [InlineData("Pack", "160 oz", "LB", "40", "2.46")]
    [InlineData("Pack", "1 gal", "LB", null, null)]
    [InlineData("Pack", "#10", "LB", null, null)]
    [InlineData("Case size", "4 LB", "LB", "4", "24.6")]
    public async Task Multiplies_packs_by_what_is_in_one_where_the_item_is_weighed(string header, string size, string unit, string? caseSize, string? cost)
    {
        var table = await TableFixture.ReadAsync($"Item,{header},Size,UOM,On hand,Case price\nChicken,4,{size},{unit},60,98.40\nBeef,8,10 LB,LB,80,279.20\nPork,2,5 LB,LB,80,27.90\nVeal,2,6 LB,LB,8,97.90\n");
        var chicken = table.Item("Chicken");
        Assert.Equal((caseSize, cost), (chicken.CaseSize?.ToString("0.####", CultureInfo.InvariantCulture), chicken.CostPerUnit?.ToString("0.####", CultureInfo.InvariantCulture)));
        Assert.Equal(caseSize is null, table.Issues.Contains((2, 2, IssueCode.PackUnclear)));
    }

    [Fact]
    public async Task Keeps_the_real_units_in_a_column_of_sizes()
    {
        var table = await TableFixture.ReadAsync("Item,Unit,Qty,Cost\nGin,70cl,3,18.00\nRum,1L,2,22.00\nButter,250g,20,2.10\nBeef,kg,12.5,14.90\nLemons,each,40,0.35\nSugar,1kg,10,1.10\n");
        Assert.Equal([(null, "70cl"), (null, "1L"), (null, "250g"), ("kg", null), ("each", null), (null, "1kg")], table.Items.Select(item => (item.UnitCode, item.PackSize)));
        var packs = await TableFixture.ReadAsync("Item,Unit,Pack,Qty\nGin,btl,70cl,3\nRum,btl,1L,2\nBeef,kg,kg,2\n");
        Assert.Equal(["70cl", "1L", "kg"], packs.Items.Select(item => item.PackSize));
    }

    [Fact]
    public async Task Reads_a_crate_and_what_is_in_it_as_bottles()
    {
        var table = await TableFixture.ReadAsync("Artikel;Gebinde;Inhalt;Preis netto\nPils;Kasten 20x0,5l;10 l;14,90\nSaft;Kasten 6x1,0l;6 l;7,20\nKeg;Fass 50l;50 l;119,00\nWein;6x0,75l;0,75 l;30,00\n", department: "bar", currency: "EUR");
        Assert.Equal(["500 ml", "1000 ml", "50000 ml", "750 ml"], table.Items.Select(item => item.BottleSize));
        Assert.Equal([14.9m, 7.2m, null, 30m], table.Items.Select(item => item.CaseCost));
        Assert.Equal([0.745m, 1.2m, 119m, 5m], table.Items.Select(item => item.CostPerUnit));
    }

    [Fact]
    public async Task Takes_a_bare_price_beside_a_pack_for_the_packs()
    {
        var table = await TableFixture.ReadAsync("Item,Pack,Price,Qty\nButter,36/1 LB,112.50,2\nSalt,1 kg,0.90,4\nBeans,6/#10,32.40,3\n");
        Assert.Equal([("case", 36m, 112.5m, 112.5m), (null, null, null, 0.9m), (null, null, null, 32.4m)], table.Items.Select(item => (item.UnitCode, item.CaseSize, item.CaseCost, item.CostPerUnit)));
    }

    [Fact]
    public async Task Does_not_count_in_packs_what_is_counted_in_bottles()
    {
        var table = await TableFixture.ReadAsync("Product,Pack,Bottles on hand,Price\nGin,12/750ml,18,240.00\nRum,6/1L,4,90.00\n", department: "bar");
        Assert.All(table.Items, item => Assert.NotEqual("case", item.UnitCode));
        Assert.Equal([(240m, 20m), (90m, 15m)], table.Items.Select(item => (item.CaseCost!.Value, item.CostPerUnit!.Value)));
    }

    [Theory]
    [InlineData("Item,Pack,Unit price\nCola,24x330ml,0.55\nTonic,6x200ml,0.60\n")]
    [InlineData("Item,Pack,Unit,Price\nCola,24x330ml,can,0.55\nTonic,6x200ml,btl,0.60\n")]
    public async Task Leaves_the_price_of_a_unit_beside_a_pack_alone(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal([0.55m, 0.6m], table.Items.Select(item => item.UnitCost));
    }

    [Fact]
    public async Task Takes_the_french_uvc_for_one_of_what_is_in_a_case()
    {
        var table = await TableFixture.ReadAsync("Article;Colisage;Prix UVC;Stock\nCrème;6;3,20;12\nBeurre;20;2,10;40\n", currency: "EUR");
        Assert.Equal([(6m, 3.2m), (20m, 2.1m)], table.Items.Select(item => (item.CaseSize!.Value, item.CostPerUnit!.Value)));
    }

    [Theory]
    [InlineData("Product,Quantity,Net Sales,Cost of goods\nBurger,120,1582.00,480.00\nFries,200,909.00,120.00\n", null)]
    [InlineData("Artikel,Menge,Umsatz,Wareneinsatz\nBurger,120,1582.00,480.00\nFries,200,909.00,120.00\n", null)]
    [InlineData("Dish,COGS,Sale price\nBurger,480.00,1250.00\nFries,120.00,400.00\n", 480)]
    public async Task Does_not_take_what_all_that_was_sold_has_cost_for_the_cost_of_one(string text, int? expected)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(expected, (int?)table.Item("Burger").UnitCost);
    }

    [Theory]
    [InlineData("Token,Item Name,Variation Name,SKU,Price\nT1,Lager,Pint,L1,5.80\nT2,Gin,25ml,G1,4.20\n", ItemField.SalePrice)]
    [InlineData("Name,Price,Tax rate (%),Track inventory?,Quantity\nBurger,12.50,20,Yes,30\nFries,4.00,20,Yes,20\n", ItemField.SalePrice)]
    [InlineData("Item id (Do not change),Item name,Variations,Price,Tax rate (%)\na-1,Burger,,12.50,20\na-2,Fries,,4.00,20\n", ItemField.SalePrice)]
    [InlineData("Name,Price,Tax rate (%),Quantity\nBurger,12.50,20,30\nFries,4.00,20,20\n", ItemField.SalePrice)]
    [InlineData("Name,Price,Tax rate (%),Unit\nFlour,12.50,20,kg\nFries,4.00,20,kg\n", ItemField.UnitCost)]
    public async Task Knows_the_lists_of_tills(string text, string field)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(field, table.Field("Price"));
    }
}
