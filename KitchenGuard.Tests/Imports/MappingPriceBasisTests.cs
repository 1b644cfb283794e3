using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Columns of text that say of each row what its price is for, and in which money it is.</summary>
public class MappingPriceBasisTests
{
    [Theory]
    [InlineData("Stock unit,Price,Price unit", "kg,5.90,kg", "5.9")]
    [InlineData("Stock unit,Price,Price unit", "oz,16.00,lb", "1")]
    [InlineData("Stock unit,Price,Price unit", "l,22.50,5l", "4.5")]
    [InlineData("Stock unit,Cost,Cost unit", "each,3.00,doz", "0.25")]
    [InlineData("Unit,Price,Per", "kg,16.75,25kg", "0.67")]
    [InlineData("Unit,Price,Per", "each,6.60,30", "0.22")]
    [InlineData("Unit,Price,Per", "g,82.00,per 100 kg", "0.0008")]
    [InlineData("Einheit,Preis,pro", "Stk,24.00,1000 Stk", "0.024")]
    [InlineData("Einheit,EK,EK-Einheit", "Fl,7.50,Fl", "7.5")]
    [InlineData("ME,Preis,PE", "KG,82.00,100", "0.82")]
    [InlineData("Unit,Price,Price UOM", "each,7.50,bottle", "7.5")]
    [InlineData("Unit,Price,Price UOM", "sleeve,7.50,Sleeve", "7.5")]
    [InlineData("Unit,Price,Price unit", "bottle,14.40,12x750 ml", "1.2")]
    [InlineData("Unité,PA HT,Unité d'achat", "kg,20.00,sac 25kg", "0.8")]
    [InlineData("Inventory unit,Purchase cost,Purchase unit", "oz,16.00,lb", "1")]
    public async Task Brings_a_price_to_the_unit_in_which_the_item_is_counted(string headers, string cells, string expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Stock,{headers}\nBeef,12,{cells}\nButter,20,kg,6.50,{(headers.EndsWith("PE", StringComparison.Ordinal) ? "1" : "kg")}\n");
        Assert.Equal((expected, 6.5m), (table.Item("Beef").CostPerUnit?.ToString("0.####", CultureInfo.InvariantCulture), table.Item("Butter").CostPerUnit));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.Multiples);
    }

    [Theory]
    [InlineData("Fl", "Kasten")]
    [InlineData("kg", "Sack")]
    [InlineData("kg", "5 l")]
    [InlineData("", "kg")]
    [InlineData("kg", "whatever")]
    public async Task Leaves_a_price_empty_that_is_for_something_else(string unit, string per)
    {
        var table = await TableFixture.ReadAsync($"Artikel;Bestand;Einheit;EK;EK-Einheit\nPils;60;{unit};14,90;{per}\nWein;24;Fl;7,50;Fl\nMehl;5;kg;0,80;kg\nSalz;5;kg;0,90;kg\n", currency: "EUR");
        Assert.Equal((null, 7.5m), (table.Item("Pils").CostPerUnit, table.Item("Wein").CostPerUnit));
        var warning = table.At(2).Issues.Single();
        Assert.Equal((IssueCode.UnitMismatch, ItemField.UnitCost, "14,90"), (warning.Code, warning.Field, warning.Value));
        Assert.Contains($"'{per}'", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name,Cost/kg\nTomato,2.50\nOnion,1.20\nLeek,3.10\n", "kg", "2.50")]
    [InlineData("Name,Price per litre\nOil,4.50\nVinegar,1.20\nMilk,1.10\n", "l", "4.50")]
    // What is counted may be counted in anything.
    [InlineData("Name,Qty,Cost/kg\nTomato,5,2.50\nOnion,2,1.20\nLeek,3,3.10\n", null, null)]
    public async Task A_list_that_counts_nothing_counts_in_what_it_prices_by(string text, string? unit, string? cost)
    {
        var item = (await TableFixture.ReadAsync(text)).Items[0];
        Assert.Equal((unit, cost), (item.UnitCode, item.UnitCost?.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Takes_the_price_of_what_is_bought_for_the_cases_where_the_row_says_how_much_is_in_one()
    {
        var table = await TableFixture.ReadAsync("Item,Stock UOM,Purchase UOM,Purchase Qty per UOM,Stock,Purchase Price\nFlour,KG,BAG,25,60,20.00\nCola,CAN,CASE,24,72,12.00\n");
        Assert.Equal([(25m, 20m, 0.8m), (24m, 12m, 0.5m)], table.Items.Select(item => (item.CaseSize, item.CaseCost, item.CostPerUnit)));
    }

    [Theory]
    [InlineData("Item,Purchase amount,Purchase unit,Purchase price\nRum,750,ml,30\nSpice,42.5,g,3\n")]
    [InlineData("Item,Unit,Unit price\nRum,btl,30\nSpice,jar,3\n")]
    [InlineData("Item,Unit,Price,Par\nRum,btl,30,4\nSpice,jar,3,2\n")]
    [InlineData("Item,Purchase unit,Unit,Unit cost\nRum,case,btl,30\nSpice,box,jar,3\n")]
    [InlineData("Item,Price,Unit\nRum,30,btl\nSpice,3,jar\n")]
    [InlineData("Item,Unit,Price,PE\nRum,btl,30,24\nSpice,jar,3,12\n")]
    public async Task Does_not_take_other_units_for_what_a_price_is_for(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.All(table.Plan.Columns, column => Assert.Null(column.PriceUnitIn));
        Assert.Equal([30m, 3m], table.Items.Select(item => item.UnitCost ?? item.CaseCost));
    }

    [Fact]
    public async Task Leaves_prices_in_other_money_empty_and_takes_the_restaurants()
    {
        var table = await TableFixture.ReadAsync("Item,Unit,Qty,Cost,Currency\nGin,btl,3,18.00,GBP\nRum,btl,2,15.00,EUR\nSake,btl,2,19.00,€\nPort,btl,1,11.00,\nMezcal,btl,4,,USD\n", currency: "EUR");
        Assert.Equal([null, 15m, 19m, 11m, null], table.Items.Select(item => item.UnitCost));
        Assert.Equal([(2, 4, IssueCode.ForeignCurrency)], table.Issues);
    }

    [Fact]
    public async Task Reads_the_house_price_beside_a_cost_in_other_money()
    {
        var table = await TableFixture.ReadAsync("Item,Cost,Cost currency,Sale price\nGin,18.00,GBP,6.00\nRum,15.00,USD,5.00\n");
        Assert.Equal([(null, 6m), (15m, 5m)], table.Items.Select(item => (item.UnitCost, item.SalePrice)));
    }

    [Fact]
    public async Task Takes_the_unit_from_the_price_where_nothing_else_says_one()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Price\nBeef,12.5,14.90/kg\nCola,3,12.00/cs\nLemon,40,0.35/ea\nSalt,2,0.90\n");
        Assert.Equal([("kg", 14.9m), ("case", 12m), ("each", 0.35m), (null, 0.9m)], table.Items.Select(item => (item.UnitCode, item.UnitCost!.Value)));
        var packed = await TableFixture.ReadAsync("Item,Pack,Qty,Price\nBeef,5 kg bag,12,14.90/kg\nPork,2 kg bag,3,9.90/kg\n");
        Assert.All(packed.Items, item => Assert.Equal((null, null), (item.UnitCode, item.UnitCost)));
    }

    [Theory]
    [InlineData("Rate (50kg)", "60.00", "1.2")]
    [InlineData("Price (25 lb)", "22.6796185", "2")]
    [InlineData("Price (2kg)", "60.00", "60")]
    public async Task Divides_the_price_of_a_sack_that_the_header_names(string header, string cell, string expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Unit,Qty,{header}\nRice,kg,100,{cell}\nFlour,kg,50,40.00\n");
        Assert.Equal(expected, table.Item("Rice").UnitCost?.ToString("0.####", CultureInfo.InvariantCulture));
    }
}
