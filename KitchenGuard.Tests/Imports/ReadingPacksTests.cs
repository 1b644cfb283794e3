using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Packs, counts in cases, eras and other things that people write into one cell.</summary>
public class ReadingPacksTests
{
    [Theory]
    [InlineData("12/750ml", "12", "750 ml")]
    [InlineData("12x750 ml", "12", "750 ml")]
    [InlineData("12 x 0.75 l", "12", "750 ml")]
    [InlineData("24/12 oz", "24", null)]
    [InlineData("4x6x330ml", "24", "330 ml")]
    [InlineData("6/1 gal", "6", "1 gal")]
    [InlineData("1/2 gal", null, null)]
    [InlineData("1/2 bbl", null, null)]
    [InlineData("4x5 lb", "4", null)]
    [InlineData("500g×20", "20", null)]
    [InlineData("Case – 12/3 CT", "12", null)]
    [InlineData("6er Träger", "6", null)]
    [InlineData("carton de 6", "6", null)]
    [InlineData("caja 12 uds", "12", null)]
    [InlineData("Doos 12 st", "12", null)]
    [InlineData("ケース12本", "12", null)]
    [InlineData("24本入", "24", null)]
    [InlineData("10 lb bag", null, null)]
    [InlineData("10kg box", null, null)]
    [InlineData("Size 12", null, null)]
    [InlineData("large", null, null)]
    [InlineData("Tito's 1L", null, null)]
    [InlineData("12/3", null, null)]
    [InlineData("1.5x750 ml", null, null)]
    public async Task Takes_case_and_bottle_size_from_a_pack_where_it_is_certain(string pack, string? caseSize, string? bottleSize)
    {
        var table = await TableFixture.ReadAsync($"Product,Pack,Qty\nGin,{pack},1\nRum,12/700ml,2.5\n", department: "bar");
        var gin = table.Item("Gin");
        Assert.Equal((pack, caseSize, bottleSize), (gin.PackSize, gin.CaseSize?.ToString(CultureInfo.InvariantCulture), gin.BottleSize));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.PackRead);
    }

    [Fact]
    public async Task Leaves_the_columns_own_case_and_bottle_size_alone()
    {
        var table = await TableFixture.ReadAsync("Product,Pack,Case size,Bottle size\nGin,12/750ml,6,700 ml\nRum,12/750ml,,\n", department: "bar");
        Assert.Equal((6m, "700 ml"), (table.Item("Gin").CaseSize, table.Item("Gin").BottleSize));
        Assert.Equal((null, null), (table.Item("Rum").CaseSize, table.Item("Rum").BottleSize));
    }

    [Fact]
    public async Task Keeps_packs_of_one_name_apart()
    {
        var table = await TableFixture.ReadAsync("Product,Pack\nBeer,24x330ml\nBeer,12x330ml\n", department: "bar");
        Assert.All(table.Items, item => Assert.Null(item.BottleSize));
        Assert.Equal(2, table.Items.Select(item => item.IdentityKey).Distinct().Count());
    }

    [Fact]
    public async Task Counts_a_case_in_the_items_own_unit()
    {
        var table = await TableFixture.ReadAsync("Product,Unit,Pack,Case price\nRice,lb,4x5 lb,40.50\nOil,bottle,6 x 1 l,30.60\nEggs,dozen,15 dozen,30.00\n");
        Assert.Equal([20m, 6m, null], table.Items.Select(item => item.CaseSize));
        Assert.Equal([2.025m, 5.1m, null], table.Items.Select(item => item.CostPerUnit));
    }

    [Theory]
    [InlineData("2 cs + 3 btl", "27")]
    [InlineData("2cs 3btl", "27")]
    [InlineData("2 cases, 3 bottles", "27")]
    [InlineData("1 Kiste + 2 Fl.", "14")]
    [InlineData("1 caja y 2 botellas", "14")]
    [InlineData("2ケース3本", "27")]
    [InlineData("1 cs", "12")]
    [InlineData("4 btl", "4")]
    [InlineData("7", "7")]
    [InlineData("2 kegs + 3 btl", null)]
    [InlineData("2 cs + 3 kg", null)]
    [InlineData("12x750 ml", null)]
    [InlineData("3-4", null)]
    [InlineData("~3", null)]
    [InlineData("out", null)]
    public async Task Counts_cases_and_bottles_where_the_case_is_known(string cell, string? expected)
    {
        var table = await TableFixture.ReadAsync($"Item;Case size;On hand\nGin;12;{cell}\nRum;12;5\nRye;6;1\nAle;6;2\n", department: "bar");
        Assert.Equal(expected, table.Item("Gin").Quantity?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected is null, table.Issues.Exists(issue => issue.Line == 2));
    }

    [Fact]
    public async Task Says_why_it_cannot_count_cases()
    {
        var table = await TableFixture.ReadAsync("Item;On hand\nGin;2 cs + 3 btl\nRum;5\nRye;1\n", department: "bar");
        Assert.Null(table.Item("Gin").Quantity);
        Assert.Contains("does not say how many one case holds", table.At(2).Issues.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("½|1½|1 ¾|2", "0.5|1.5|1.75|2")]
    [InlineData("(1.00)|2.50|3.00-", "-1|2.5|-3")]
    [InlineData("n.v.|なし|2", "||2")]
    public async Task Reads_fractions_and_negatives(string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;quantity\n" + string.Concat(lines));
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.Quantity?.ToString("0.##", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("CHF", "5.-|12.–|1'234.50", "5|12|1234.5")]
    [InlineData("JPY", "\\1,200|\\300|\\45", "1200|300|45")]
    [InlineData("INR", "₹ 1,06,250.00|₹ 850.50|12.00", "106250|850.5|12")]
    [InlineData("EUR", "1\u202F234,50 €|12,00 €|3,5 €", "1234.5|12|3.5")]
    [InlineData("CHF", "CHF 1’234.50|CHF 12.00|CHF 3.50", "1234.5|12|3.5")]
    [InlineData("EUR", "15,50 €/ud.|4,20 € /ud.|3,00 €/ud.", "15.5|4.2|3")]
    public async Task Reads_prices_as_countries_write_them(string currency, string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;unit cost\n" + string.Concat(lines), currency: currency);
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.UnitCost?.ToString("0.##", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("R8.1.5|令和8年1月5日|2026年1月5日|R7.12.31", "2026-01-05|2026-01-05|2026-01-05|2025-12-31")]
    [InlineData("H31.4.30|令和元年5月1日|2026/1/5|2026.1.5", "2019-04-30|2019-05-01|2026-01-05|2026-01-05")]
    [InlineData("12/2026|Dec-26|2026-11-30|2026-10-01", "||2026-11-30|2026-10-01")]
    public async Task Reads_japanese_eras_and_no_month_without_a_day(string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;賞味期限\n" + string.Concat(lines));
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("0.40|0.125|0.05", "40|12.5|5")]
    [InlineData("40%|12.5%|5%", "40|12.5|5")]
    [InlineData("40|12.5|5", "40|12.5|5")]
    [InlineData("40% vol.|12.5°|5 % vol", "40|12.5|5")]
    public async Task Reads_alcohol_as_fraction_or_percent(string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;ABV\n" + string.Concat(lines), department: "bar");
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.Abv?.ToString("0.##", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Leaves_shortened_barcodes_empty_but_keeps_the_others()
    {
        var table = await TableFixture.ReadAsync("Product,UPC\nGin,7.24E+13\nRum,7.24E+13\nRye,5449000000996\nAle,4006381333931\nIPA,0036000291452\n");
        Assert.Equal([null, null, "5449000000996", "4006381333931", "0036000291452"], table.Items.Select(item => item.Barcode));
        Assert.Equal([IssueCode.DigitsLost, IssueCode.DigitsLost], table.Issues.Select(issue => issue.Code));
    }
}
