using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers of dates, sections that are places, calls between items, stock that is not tracked, and months.</summary>
public class ReadingSectionsTests
{
    private static string Counts(TableFixture table) => string.Join(' ', table.Items.Select(item => $"{item.Name}={item.Quantity?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-"}"));

    [Fact]
    public async Task Lines_with_other_marks_than_their_header_are_warned_of()
    {
        var table = await TableFixture.ReadAsync("Artikel;Menge;Einheit\nTomaten,3,kg\nMilch,4,l\nSalz,2,kg\n");
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.NumbersSplit, Severity: IssueSeverity.Warning });
        Assert.DoesNotContain((await TableFixture.ReadAsync("Artikel;Menge;Einheit\nTomaten;;\nMilch;;\nSalz;;\n")).Inspection.Notices, notice => notice.Code == IssueCode.NumbersSplit);
    }

    [Fact]
    public async Task One_item_that_nobody_counted_heads_nothing()
    {
        var table = await TableFixture.ReadAsync("Article,Stock,Unit,Cost\nFlour,10,kg,1.10\nSugar,,,\nSalt,5,kg,0.60\nPepper,2,kg,9.10\nRice,8,kg,1.90\n");
        Assert.Equal(["Flour", "Sugar", "Salt", "Pepper", "Rice"], table.Items.Select(item => item.Name));
        Assert.All(table.Items, item => Assert.Null(item.Category));
        var sections = await TableFixture.ReadAsync("Article,Stock,Unit,Cost\nFlour,10,kg,1.10\nSpice,2,kg,9.10\nDrinks,,,\nCola,5,l,0.60\nWater,8,l,0.30\nTonic,8,l,1.90\n");
        Assert.Equal("Drinks", sections.Item("Cola").Category);
    }

    [Theory]
    [InlineData("Item,Unit,2027-01-03,2027-01-10,2027-01-17", "Milk=5 Bread=9")]
    [InlineData("Item,Unit,31.01.2027,28.02.2027,31.12.2026", "Milk=3 Bread=8")]
    [InlineData("Item,Unit,17/01/2027,10/01/2027,03/01/2027", "Milk=4 Bread=10")]
    public async Task Counts_under_dates_keep_their_header_and_the_latest_is_taken(string header, string expected)
    {
        var table = await TableFixture.ReadAsync($"{header}\nMilk,l,4,3,5\nBread,loaf,10,8,9\n");
        Assert.Equal(1, table.Inspection.Plan!.Detected.HeaderLine);
        Assert.Equal(expected, Counts(table));
    }

    [Fact]
    public async Task Dates_of_an_item_are_no_header() =>
        Assert.Equal(0, (await TableFixture.ReadAsync("Milk,4,l,2027-01-03,2027-01-10\nBread,3,kg,2027-01-04,2027-01-11\n")).Inspection.Plan!.Detected.HeaderLine);

    [Fact]
    public async Task Dates_beside_a_stock_are_not_the_stock()
    {
        var table = await TableFixture.ReadAsync("Item,Unit,2027-01-03,2027-01-10,Stock\nMilk,l,4,3,5\nBread,loaf,10,8,9\n");
        Assert.Equal("Milk=5 Bread=9", Counts(table));
    }

    [Fact]
    public async Task A_section_that_is_a_place_is_where_its_items_are()
    {
        var table = await TableFixture.ReadAsync("Location: Walk-in,,\nItem,Qty,Unit\nMilk,4,l\nButter,3,kg\nLocation: Bar fridge,,\nItem,Qty,Unit\nMilk,2,l\nLime juice,1,l\nLocation: Dry store,,\nItem,Qty,Unit\nFlour,25,kg\n");
        Assert.Equal([("Milk", "Walk-in"), ("Butter", "Walk-in"), ("Milk", "Bar fridge"), ("Lime juice", "Bar fridge"), ("Flour", "Dry store")], table.Items.Select(item => (item.Name, item.StorageArea ?? "")));
        Assert.All(table.Items, item => Assert.Null(item.Category));
    }

    [Fact]
    public async Task What_is_to_be_done_is_no_category()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit\nDAIRY,,\nMilk,4,l\nButter,3,kg\n*** ORDER TOMORROW ***,,\nCream,2,l\nYoghurt,6,kg\n*** DRY GOODS ***,,\nFlour,25,kg\nSugar,10,kg\n");
        Assert.Equal(["DAIRY", "DAIRY", "DAIRY", "DAIRY", "*** DRY GOODS ***", "*** DRY GOODS ***"], table.Items.Select(item => item.Category));
    }

    [Fact]
    public async Task What_a_till_does_not_track_is_not_counted()
    {
        var table = await TableFixture.ReadAsync("Name,Track stock,Stock,Price\nTea,TRUE,45,2.50\nCoffee,FALSE,0,3.00\nCake,TRUE,0,4.50\nScone,FALSE,7,3.50\n");
        Assert.Equal("Tea=45 Coffee=- Cake=0 Scone=7", Counts(table));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.NotTracked, Column: 3 });
    }

    [Theory]
    [InlineData("02/2028", "2028-02-29")]
    [InlineData("2/2028", "2028-02-29")]
    [InlineData("2028-02", "2028-02-29")]
    [InlineData("12.2028", "2028-12-31")]
    [InlineData("Feb 2028", "2028-02-29")]
    [InlineData("13/2028", null)]
    [InlineData("02/28", null)]
    public async Task A_month_is_good_until_its_last_day(string cell, string? expected)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,Best before\nTuna,1,can,{cell}\nBeans,2,can,04/2028\nCorn,3,can,05/2028\nPeas,3,can,06/2028\n");
        Assert.Equal(ItemField.ExpiresOn, table.Field("Best before"));
        Assert.Equal(expected, table.Items[0].ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(new DateOnly(2028, 4, 30), table.Items[1].ExpiresOn);
    }

    [Fact]
    public async Task A_header_in_two_rows_is_joined_though_its_first_is_known()
    {
        var table = await TableFixture.ReadAsync("Item,Opening,,Closing,\n,Cases,Each,Cases,Each\nCoke,2,5,1,3\nFanta,1,0,0,20\nTonic,4,2,2,6\n");
        Assert.Equal(["Coke", "Fanta", "Tonic"], table.Records.Where(record => record.Outcome != RecordOutcome.Skipped).Select(record => record.Item?.Name));
        Assert.Equal("Coke=- Fanta=- Tonic=-", Counts(table));
    }
}
