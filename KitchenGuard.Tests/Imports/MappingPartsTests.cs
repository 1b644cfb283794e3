using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Columns of which none alone is the item's count, level, cost or code, and packs that say what is counted.</summary>
public class MappingPartsTests
{
    [Theory]
    [InlineData("Jan", "14", "6", "33", null)]
    [InlineData("Opening stock Jan", "14", "6", "33", null)]
    [InlineData("Jan", "4912345678904", "4912345678911", "4912345678928", ItemField.Barcode)]
    [InlineData("JAN", "49123456", "49123457", "49123458", ItemField.Barcode)]
    [InlineData("Barcode", "10023", "10024", "10037", ItemField.Barcode)]
    [InlineData("Barcode", "B-1", "B-2", "B-3", ItemField.Barcode)]
    public async Task A_barcode_has_digits_enough(string header, string first, string second, string third, string? field)
    {
        var table = await TableFixture.ReadAsync($"Item,{header},Note\nFlour,{first},a\nSugar,{second},b\nSalt,{third},c\n");
        Assert.Equal(field, table.Field(header));
        Assert.Equal(field is null, table.Inspection.Notices.Any(notice => notice.Column == 2));
    }

    [Theory]
    [InlineData("Item,Cases,Bottles,Bottle cost", "Chablis,2,4,84.00", "Rioja,0,5,60.00", "Cava,3,,90.00")]
    [InlineData("Artikel,Kisten,Flaschen,EK", "Chablis,2,4,84.00", "Rioja,0,5,60.00", "Cava,3,,90.00")]
    [InlineData("Product,Full bottles,Tenths,Bottle cost", "Gin,3,4,18.00", "Rum,2,7,20.00", "Rye,1,1,30.00")]
    [InlineData("Product,Count 1,Count 2,Bottle cost", "Gin,3,4,18.00", "Rum,2,7,20.00", "Rye,1,1,30.00")]
    [InlineData("Product,Stock 03/04/2027,Stock 04/03/2027,Bottle cost", "Gin,3,4,18.00", "Rum,2,7,20.00", "Rye,1,1,30.00")]
    [InlineData("Product,Stock Jan,Stock Feb,Bottle cost", "Gin,3,4,18.00", "Rum,2,7,20.00", "Rye,1,1,30.00")]
    public async Task A_count_in_two_columns_is_asked_about(string header, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"{header}\n{string.Join('\n', rows)}\n", department: "bar");
        Assert.Null(table.Plan.ColumnOf(ItemField.Quantity));
        Assert.All(table.Items, item => Assert.Null(item.Quantity));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.ColumnUnsure, Column: 2 or 3 });
        Assert.All([2, 3], column => Assert.Contains(table.Inspection.Notices, notice => notice.Column == column));
    }

    [Theory]
    [InlineData("Item,Cases,Bottles,Bottles/case,Case price")]
    [InlineData("Artikel,Kisten,Flaschen,Fl. pro Kiste,EK Kiste")]
    [InlineData("Vino,Casse,Bottiglie,Bottiglie per cassa,Prezzo cassa")]
    [InlineData("Item,Stock cases,Stock bottles,Case size,Case cost")]
    [InlineData("Item,Qty (cases),Qty (each),Units per case,Case cost")]
    [InlineData("Item,On Hand (CS),On Hand (EA),Case Qty,Ext")]
    public async Task Cases_and_loose_bottles_are_counted_together_where_the_case_is_known(string header)
    {
        var table = await TableFixture.ReadAsync($"{header}\nChablis,2,4,6,84.00\nRioja,0,5,6,60.00\nCava,3,,12,90.00\nPort,,7,6,66.00\nSherry,,,6,66.00\nMarsala,1,2,,66.00\n", department: "bar");
        Assert.Equal([16m, 5m, 36m, 7m, null, null], table.Items.Select(item => item.Quantity));
        Assert.Equal([(7, 3, IssueCode.UnitMismatch)], table.Issues);
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.Multiples, Column: 2 });
        Assert.Equal(["Marsala", "1", "2", "", "66.00"], table.At(7).Cells);
    }

    [Theory]
    [InlineData("Item,Cases,Bottles,Total stock", "Total stock")]
    [InlineData("Item,Stock 31.01.2027,Stock 28.02.2027,Cost", "Stock 28.02.2027")]
    [InlineData("Item,Stock 31/01/2027,Stock 28/02/2027,Cost", "Stock 28/02/2027")]
    [InlineData("Item,Count 2027-02-28,Count 2027-01-31,Cost", "Count 2027-02-28")]
    [InlineData("Item,Prev count,This count,Diff", "This count")]
    [InlineData("Item,Qty,Unit,Case qty", "Qty")]
    public async Task The_last_or_whole_count_is_taken(string header, string quantity)
    {
        var table = await TableFixture.ReadAsync($"{header}\nChablis,2,4,16\nRioja,1,5,17\nCava,3,7,43\n", department: "bar");
        Assert.Equal(quantity, table.Plan.ColumnOf(ItemField.Quantity)?.Header);
    }

    [Theory]
    [InlineData("Par Mon,Par Tue,Par Sat")]
    [InlineData("Par Mo,Par Di,Par Sa")]
    [InlineData("Soll Montag,Soll Dienstag,Soll Samstag")]
    public async Task A_level_for_each_day_is_no_level(string header)
    {
        var table = await TableFixture.ReadAsync($"Item,{header}\nFlour,5,6,22\nSugar,3,4,9\nSalt,1,2,3\n");
        Assert.Null(table.Plan.ColumnOf(ItemField.ParLevel));
        Assert.Equal(3, table.Inspection.Notices.Count(notice => notice.Code == IssueCode.ColumnUnsure));
    }

    [Fact]
    public async Task A_unit_that_is_a_pack_is_what_is_counted_and_paid()
    {
        var table = await TableFixture.ReadAsync("Item,Unit,Qty,Cost\nCoke,24x330ml,4,12.00\nWine,case of 6,2,60.00\nEggs,tray of 30,5,4.50\nFlour,25kg bag,3,18.00\nCava,lot de 6,2,30.00\n");
        Assert.Equal([("case", 24m, 4m, 12m), ("case", 6m, 2m, 60m), ("case", 30m, 5m, 4.5m)],
            table.Items.Take(3).Select(item => (item.UnitCode!, item.CaseSize!.Value, item.Quantity!.Value, item.CostPerUnit!.Value)));
        Assert.Equal([("25kg bag", null, 18m), ("lot de 6", null, 30m)], table.Items.Skip(3).Select(item => (item.UnitCode!, item.CaseSize, item.CostPerUnit!.Value)));
    }

    [Fact]
    public async Task A_unit_that_is_a_pack_stays_a_case_beside_sizes()
    {
        var table = await TableFixture.ReadAsync("Item,Unit,Qty,Cost\nCoke,24x330ml,4,12.00\nMilk,1 l,2,1.10\nRice,5 kg,5,9.50\nWine,6 bottles,2,60.00\n");
        Assert.Equal(ItemField.PackSize, table.Field("Unit"));
        Assert.Equal([("case", 24m, 12m), (null, null, 1.1m), (null, null, 9.5m), ("6 bottles", null, 60m)], table.Items.Select(item => (item.UnitCode, item.CaseSize, item.CostPerUnit!.Value)));
        Assert.Equal([(5, 2, IssueCode.PackUnclear)], table.Issues);
    }

    [Fact]
    public async Task A_pack_that_cannot_be_read_is_said()
    {
        var table = await TableFixture.ReadAsync("Item,Pack,Case price\nA,12x1 kg,12.00\nB,6/#10,60.00\nC,24,4.50\nD,x12,18.00\nE,5 kg,9.00\nF,6x500 g,8.00\nG,10x100 g,8.00\n");
        Assert.Equal([12m, null, null, null, null, 6m, 10m], table.Items.Select(item => item.CaseSize));
        Assert.Equal([(3, 2, IssueCode.PackUnclear), (4, 2, IssueCode.PackUnclear), (5, 2, IssueCode.PackUnclear)], table.Issues);
        Assert.DoesNotContain(table.Inspection.Notices, notice => notice.Code == IssueCode.PackUnclear);
    }

    [Fact]
    public async Task Packs_that_mostly_cannot_be_read_are_said_once()
    {
        var table = await TableFixture.ReadAsync("Item,Pack,Case price\nA,12x1 kg,12.00\nB,6/#10,60.00\nC,24/12 OZ,4.50\nD,6/#5,18.00\nE,lot de 6,9.00\n");
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.PackUnclear, Column: 2 });
        Assert.Empty(table.Issues);
    }

    [Fact]
    public async Task A_number_of_bottles_is_no_bottle_size()
    {
        var table = await TableFixture.ReadAsync("Artikel;Einheit;Bestand;Inhalt;EK\nGin;Flasche;3;0,7;18,00\nRum;Flasche;2;1,0;22,00\nBier;Kasten;5;20;15,00\nRadler;Kasten;5;0,5;15,00\nHelles;Fass;5;30;75,00\n", department: "bar", currency: "EUR");
        Assert.Equal(["700 ml", "1000 ml", null, "500 ml", "30000 ml"], table.Items.Select(item => item.BottleSize));
        Assert.Equal([(4, 4, IssueCode.OutOfRange)], table.Issues);
    }

    [Theory]
    [InlineData("Cost inc VAT")]
    [InlineData("EK brutto")]
    [InlineData("Prix d'achat TTC")]
    public async Task A_cost_with_tax_in_it_is_said(string header)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,{header}\nFlour,3,1.20\nSugar,2,0.95\nSalt,1,0.44\n", currency: "EUR");
        Assert.Equal(ItemField.UnitCost, table.Field(header));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.TaxIncluded, Column: 3 });
    }

    [Theory]
    [InlineData("Item,Qty,Unit,List price", "List price", ItemField.SalePrice)]
    [InlineData("Item,Qty,Unit,Price", "Price", ItemField.UnitCost)]
    [InlineData("Item,Unit,Weight (g),Price", "Price", ItemField.UnitCost)]
    public async Task A_bare_price_is_said(string header, string price, string field)
    {
        var table = await TableFixture.ReadAsync($"{header}\nFlour,bag,1000,1.20\nSugar,bag,500,0.90\nSalt,bag,500,0.44\n".Replace("Qty,Unit", "Unit,Qty", StringComparison.Ordinal));
        Assert.Equal(field, table.Field(price));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.BarePrice, Column: 4 });
    }

    [Theory]
    [InlineData("Item,Qty,Case Qty,Case Price", "Case Qty")]
    [InlineData("Item,Qty,Case,Cost per case", "Case")]
    public async Task A_case_beside_its_price_is_how_many_are_in_one(string header, string size)
    {
        var table = await TableFixture.ReadAsync($"{header}\nCoke,60,24,12.00\nWine,18,6,60.00\nCava,7,12,90.00\n");
        Assert.Equal(ItemField.CaseSize, table.Field(size));
        Assert.Equal([0.5m, 10m, 7.5m], table.Items.Select(item => item.CostPerUnit!.Value));
    }

    [Theory]
    [InlineData("Item,Qty,Cases,Case Price", "Cases")]
    [InlineData("Item,Qty,Case qty,Price", "Case qty")]
    public async Task How_many_cases_there_are_is_no_case_size(string header, string cases)
    {
        var table = await TableFixture.ReadAsync($"{header}\nCoke,60,24,12.00\nWine,18,6,60.00\nCava,7,12,90.00\n");
        Assert.Null(table.Field(cases));
        Assert.Contains(table.Inspection.Notices, notice => notice.Column == 3);
    }

    [Fact]
    public async Task A_net_price_beside_a_gross_one_is_no_sale_price()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Net price,Gross price\nFlour,3,1.00,1.20\nSugar,2,0.80,0.96\nSalt,1,0.45,0.54\n");
        Assert.Equal(ItemField.UnitCost, table.Field("Net price"));
        Assert.Null(table.Field("Gross price"));
    }
}
