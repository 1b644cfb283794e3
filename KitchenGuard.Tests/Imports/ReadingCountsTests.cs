using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Lines of several counts, of what came and went, and what a list says about itself.</summary>
public class ReadingCountsTests
{
    private static string Counts(TableFixture table) => string.Join(' ', table.Items.Select(item => $"{item.Name}={item.Quantity?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-"}"));

    [Theory]
    [InlineData("Date", "31/01/2027", "31/12/2026", "30/11/2026")]
    [InlineData("Count date", "2027-01-31", "2026-12-31", "2026-11-30")]
    [InlineData("Count date", "2027-01-31 21:15", "2026-12-31 22:00", "2026-11-30 20:30")]
    [InlineData("Inventurdatum", "31.01.2027", "31.12.2026", "30.11.2026")]
    [InlineData("Week", "5", "4", "3")]
    [InlineData("KW", "KW 5", "KW 4", "KW 3")]
    public async Task Only_the_last_of_several_counts_is_the_stock(string header, string last, string before, string first)
    {
        var table = await TableFixture.ReadAsync($"{header},Item,Stock,Unit\n{before},Flour,25,kg\n{before},Sugar,10,kg\n{last},Flour,12,kg\n{last},Sugar,4,kg\n{first},Flour,8,kg\n{first},Sugar,3,kg\n{first},Salt,1,kg\n");
        Assert.Equal("Flour=12 Sugar=4", Counts(table));
        Assert.Equal([2, 3, 6, 7, 8], table.Issues.Where(issue => issue.Code == IssueCode.OlderCount).Select(issue => issue.Line));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.SeveralCounts, Column: 1, Severity: IssueSeverity.Warning });
    }

    [Theory]
    [InlineData("Date,Item,Stock,Unit", "31/01/2027,Flour,25,kg", "30/01/2027,Sugar,10,kg", "29/01/2027,Salt,1,kg")]
    [InlineData("Date,Item,Stock,Unit", "31/01/2027,Flour,25,kg", "31/01/2027,Flour,10,kg", "31/01/2027,Salt,1,kg")]
    [InlineData("Date,Item,Stock,Expiry", "31/01/2027,Flour,25,01/03/2027", "30/01/2027,Flour,10,13/03/2027", "30/01/2027,Salt,1,14/03/2027")]
    [InlineData("Week,Item,Stock,Unit", "52,Flour,25,kg", "1,Flour,10,kg", "1,Salt,1,kg")]
    public async Task Other_dates_leave_no_line_out(string header, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"{header}\n{string.Join('\n', rows)}\n");
        Assert.Equal(3, table.Items.Count);
        Assert.Null(table.Plan.Rows.CountedIn);
    }

    [Theory]
    [InlineData("Type", "Delivery", "Used", "Waste", "Count")]
    [InlineData("Movement", "In", "Out", "Transfer", "Adjustment")]
    [InlineData("Bewegungsart", "Lieferung", "Verbrauch", "Verderb", "Inventur")]
    [InlineData("Motif", "Livraison", "Consommation", "Perte", "Inventaire")]
    public async Task What_came_and_went_is_no_stock(string header, string first, string second, string third, string fourth)
    {
        var table = await TableFixture.ReadAsync($"Date,Item,{header},Qty,Unit\n01/02/2027,Flour,{first},25,kg\n02/02/2027,Flour,{second},-3,kg\n02/02/2027,Sugar,{first},10,kg\n03/02/2027,Flour,{third},-1,kg\n13/02/2027,Flour,{fourth},20,kg\n");
        Assert.All(table.Items, item => Assert.Equal((null, null), (item.Quantity, item.Category)));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.Movements, Column: 4 });
    }

    [Theory]
    [InlineData("Type", "Wine", "Beer", "Spirit")]
    [InlineData("Tipo", "Vino", "Birra", "Amaro")]
    public async Task Kinds_of_items_are_no_movements(string header, string first, string second, string third)
    {
        var table = await TableFixture.ReadAsync($"Item,{header},Qty\nChablis,{first},5\nPils,{second},3\nGin,{third},1\n", department: "bar");
        Assert.Equal("Chablis=5 Pils=3 Gin=1", Counts(table));
        Assert.Equal(ItemField.Category, table.Field(header));
    }

    [Theory]
    [InlineData("Items counted,5,")]
    [InlineData("Number of items: 5,,")]
    [InlineData("Anzahl Positionen,4,")]
    [InlineData("Nombre d'articles,4,")]
    [InlineData("Target GP%,70,")]
    [InlineData("Variance,-2,")]
    [InlineData("Page,1,")]
    [InlineData("Week,5,")]
    [InlineData("Date:,31/01/2027,")]
    [InlineData("Date,31 Jan 2027,")]
    [InlineData("Time,22:15,")]
    [InlineData("Manager,A. Smith,")]
    [InlineData("Grand total excl. VAT,,412.50")]
    [InlineData("Inventurwert netto,,32.80")]
    [InlineData("Stock Report,,Page 2")]
    public async Task What_a_list_says_about_itself_is_no_item(string line)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Cost\nFlour,12,0.80\nSugar,5,1.10\n{line}\nSalt,3,0.40\nRice,4,1.25\n,,\n{line}\n");
        Assert.Equal("Flour=12 Sugar=5 Salt=3 Rice=4", Counts(table));
        Assert.Equal([4, 8], table.Issues.Where(issue => issue.Code is IssueCode.Prose or IssueCode.Total).Select(issue => issue.Line));
    }

    [Theory]
    [InlineData("Dates,5,")]
    [InlineData("Date,5,")]
    [InlineData("VAT 69,3,14.00")]
    [InlineData("Total Greek Yoghurt,6,3.20")]
    [InlineData("Page,5,3.20")]
    [InlineData("Manager,5,12.00")]
    [InlineData("Thyme,5,")]
    [InlineData("Number 5 Gin,5,")]
    [InlineData("Chef's knife,2,")]
    [InlineData("No 1 Lemon Curd,2,")]
    public async Task Items_that_sound_like_it_stay(string line)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Cost\nFlour,12,0.80\nSugar,5,1.10\n{line}\nSalt,3,0.40\n");
        Assert.Equal(["Flour", "Sugar", line.Split(',')[0], "Salt"], table.Items.Select(item => item.Name));
    }

    [Theory]
    [InlineData("No", "1", "2", "4", null)]
    [InlineData("Nr", "1", "3", "4", null)]
    [InlineData("No", "104", "102", "107", ItemField.Sku)]
    [InlineData("SKU", "1", "2", "4", ItemField.Sku)]
    public async Task Numbers_of_lines_with_a_gap_are_no_codes(string header, string first, string second, string third, string? field)
    {
        var table = await TableFixture.ReadAsync($"{header},Item,Qty,Unit\n{first},Flour,12,kg\n{second},Sugar,5,kg\n{third},Salt,3,kg\n");
        Assert.Equal(field, table.Field(header));
    }

    [Theory]
    [InlineData("Item,Count,Size,Stock", "Stock")]
    [InlineData("Item,Stock,Unit,Count", "Stock")]
    [InlineData("Item,Count,Size,Note", "Count")]
    public async Task A_count_before_a_size_is_of_the_pack_where_a_stock_stands_beside(string header, string quantity)
    {
        var table = await TableFixture.ReadAsync($"{header}\nPrawns,24,1kg,3\nRolls,48,60g,2\nPeas,12,500g,7\n");
        Assert.Equal(quantity, table.Plan.ColumnOf(ItemField.Quantity)?.Header);
    }
}
