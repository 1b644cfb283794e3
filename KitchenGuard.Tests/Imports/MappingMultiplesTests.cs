using System.Globalization;
using KitchenGuard.Web.Features.Imports.Mapping;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What one number of a column stands for: cents, dozens, packs of six, thousands, another currency.</summary>
public class MappingMultiplesTests
{
    private static string? Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Price per dozen", "each", "0.3")]
    [InlineData("Price per dozen", "", "0.3")]
    [InlineData("Price per dozen", "dozen", "3.6")]
    [InlineData("Price per dozen", "kg", null)]
    [InlineData("Price per dozen", "case", null)]
    [InlineData("Preis je Dutzend", "Stück", "0.3")]
    [InlineData("Cost/Dz", "each", "0.3")]
    [InlineData("Prix la douzaine", "pièce", "0.3")]
    [InlineData("Precio por docena", "ud", "0.3")]
    [InlineData("Prezzo alla dozzina", "pz", "0.3")]
    [InlineData("Price per 6", "each", "0.6")]
    [InlineData("Preis pro 6 Stück", "Stk", "0.6")]
    [InlineData("Price/100 pcs", "each", "0.036")]
    [InlineData("Price for 6", "each", "0.6")]
    [InlineData("Price (x6)", "each", "0.6")]
    [InlineData("Price per 6", "bottle", "0.6")]
    [InlineData("Price per 6", "kg", null)]
    public async Task A_price_for_several_is_divided_among_them(string header, string unit, string? expected)
    {
        foreach (var (title, size) in new[] { ("", ""), (",Case size", ",30") })
        {
            var table = await TableFixture.ReadAsync($"Item,Qty,Unit{title},{header}\nEggs,60,{unit}{size},3.60\nRolls,24,{unit}{size},3.60\nLimes,12,{unit}{size},3.60\n");
            Assert.Equal(ItemField.UnitCost, table.Field(header));
            Assert.All(table.Items, item => Assert.Equal((expected, null), (Number(item.CostPerUnit), Number(item.CaseCost))));
            Assert.Equal(expected is null, table.Issues.Exists(issue => issue.Code == IssueCode.UnitMismatch));
        }
    }

    [Theory]
    [InlineData("Price per 100")]
    [InlineData("Price per 100 g")]
    public async Task A_price_for_what_may_be_grams_is_left_out(string header)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,{header}\nEggs,60,each,3.60\nRolls,24,each,3.65\nLimes,12,each,3.62\n");
        Assert.Null(table.Field(header));
        Assert.All(table.Items, item => Assert.Equal((null, null), (item.UnitCost, item.CaseCost)));
    }

    [Theory]
    [InlineData("Cost (cents)")]
    [InlineData("cost_cents")]
    [InlineData("costCents")]
    [InlineData("Preis in Ct")]
    [InlineData("Preis (Ct)")]
    [InlineData("Preis (Cent)")]
    [InlineData("Preis in Cent")]
    [InlineData("Prix (centimes)")]
    [InlineData("Precio (céntimos)")]
    [InlineData("Preço em centavos")]
    [InlineData("Pris (öre)")]
    [InlineData("Prezzo (centesimi)")]
    [InlineData("Cost in pence")]
    public async Task Prices_in_cents_are_divided_by_a_hundred_and_it_is_said(string header)
    {
        var table = await TableFixture.ReadAsync($"Item;Qty;Unit;{header}\nEggs;60;each;12\nRolls;24;each;135\nLimes;12;each;40\n", currency: "EUR");
        Assert.Equal(ItemField.UnitCost, table.Field(header));
        Assert.Equal([0.12m, 1.35m, 0.4m], table.Items.Select(item => item.UnitCost ?? -1));
        Assert.All(table.Items, item => Assert.Null(item.CaseCost));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.Multiples, Column: 4 } && notice.Message.Contains("divided by 100", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Price (k€)", "2", "3", "5")]
    [InlineData("Cost 000s", "2", "3", "5")]
    [InlineData("Cost in thousands", "2", "3", "5")]
    [InlineData("Cost (hundreds)", "2", "3", "5")]
    [InlineData("Cost (p)", "220", "310", "540")]
    [InlineData("Preis in Tsd. €", "2", "3", "5")]
    [InlineData("Cost in pounds", "2.20", "3.10", "5.40")]
    [InlineData("Cost in dollars", "2.20", "3.10", "5.40")]
    [InlineData("Cost (cents)", "2.27", "3.14", "5.49")]
    public async Task Prices_in_thousands_or_another_currency_are_refused_with_a_notice(string header, string first, string second, string third)
    {
        var table = await TableFixture.ReadAsync($"Item;Qty;Unit;{header}\nEggs;60;each;{first}\nRolls;24;each;{second}\nLimes;12;each;{third}\n", currency: "EUR");
        Assert.Null(table.Field(header));
        Assert.All(table.Items, item => Assert.Equal((null, null, null), (item.UnitCost, item.CaseCost, item.SalePrice)));
        Assert.Contains(table.Inspection.Notices, notice => notice.Column == 4);
    }

    [Fact]
    public async Task A_small_p_is_pence_and_a_large_one_pesos()
    {
        Assert.Equal([12.5m, 8.99m, 0.4m], (await TableFixture.ReadAsync("Item,Cost (p)\nGin,1250\nRum,899\nLime,40\n", currency: "GBP")).Items.Select(item => item.UnitCost!.Value));
        Assert.Equal([1250m, 899m, 40m], (await TableFixture.ReadAsync("Item,Cost (P)\nGin,1250\nRum,899\nLime,40\n", currency: "PHP")).Items.Select(item => item.UnitCost!.Value));
    }

    [Fact]
    public async Task A_stock_in_hundreds_is_multiplied() =>
        Assert.Equal([300m, 1200m], (await TableFixture.ReadAsync("Item,Stock (hundreds)\nCups,3\nStraws,12\n")).Items.Select(item => item.Quantity!.Value));

    [Theory]
    [InlineData("Stock in packs of 6", "each", "18")]
    [InlineData("Stock in packs of 6", "", "18")]
    [InlineData("Stock (packs of 6)", "bottle", "18")]
    [InlineData("Stock in packs of 6", "kg", null)]
    [InlineData("Stock in cases of 6", "bottle", "18")]
    [InlineData("On hand (cases of 6)", "", "18")]
    [InlineData("Stock in cases of 6", "case", null)]
    [InlineData("Stock (6-packs)", "can", "18")]
    [InlineData("Bestand (6er Pack)", "Dose", "18")]
    [InlineData("Stock (pairs)", "each", "6")]
    [InlineData("Stock (x6)", "each", "18")]
    [InlineData("Stock x6", "can", "18")]
    [InlineData("Bestand in 6er", "Stk", "18")]
    [InlineData("Stock dz", "each", "36")]
    [InlineData("Stock (dozens)", "each", "36")]
    [InlineData("Stock (dozens)", "kg", null)]
    [InlineData("Stock in 1000s", "each", "3000")]
    [InlineData("Stock in thousands", "kg", "3000")]
    [InlineData("Stock (100g)", "kg", "0.3")]
    [InlineData("Stock (half kg)", "kg", "1.5")]
    [InlineData("Stock (100g)", "each", null)]
    [InlineData("Stock (100g)", "", null)]
    [InlineData("Stock (750 ml)", "bottle", null)]
    public async Task A_stock_counted_in_several_is_multiplied_or_left_empty(string header, string unit, string? expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Unit,{header},Par\nEggs,{unit},3,5\nRolls,{unit},3,5\nLimes,{unit},3,6\n");
        Assert.Equal(ItemField.Quantity, table.Field(header));
        Assert.All(table.Items, item => Assert.Equal(expected, Number(item.Quantity)));
        Assert.Equal(expected is null, table.Issues.Exists(issue => issue.Code == IssueCode.UnitMismatch));
    }

    [Theory]
    [InlineData("Aantal dozen", null)]
    [InlineData("Stock (kg)", "kg")]
    [InlineData("Stock in kg", "kg")]
    [InlineData("Food cost per cent", null)]
    [InlineData("Cost centre", null)]
    [InlineData("Price per 1 kg", "kg")]
    [InlineData("Count 2", null)]
    [InlineData("Price", null)]
    public void What_says_no_multiple_stays_as_it_is(string header, string? unit) =>
        Assert.Equal((1m, unit), (HeaderText.Parse(header).Times, HeaderText.Parse(header).Unit?.Code));

    [Theory]
    [InlineData("Price per piece", "kg", null)]
    [InlineData("Price ea", "kg", null)]
    [InlineData("Price (each)", "kg", null)]
    [InlineData("Preis pro Stück", "kg", null)]
    [InlineData("Prix par pièce", "l", null)]
    [InlineData("Price per piece", "each", "0.35")]
    [InlineData("Price per piece", "", "0.35")]
    [InlineData("Price per piece", "bottle", "0.35")]
    [InlineData("Price per piece", "dozen", "4.2")]
    [InlineData("Price per unit", "kg", "0.35")]
    public async Task A_price_of_a_piece_is_none_of_what_is_weighed(string header, string unit, string? expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,{header}\nLemon,5,{unit},0.35\nLime,4,{unit},0.35\nPear,3,{unit},0.35\n");
        Assert.All(table.Items, item => Assert.Equal(expected, Number(item.UnitCost)));
        Assert.Equal(expected is null, table.Issues.Exists(issue => issue.Code == IssueCode.UnitMismatch));
    }
}
