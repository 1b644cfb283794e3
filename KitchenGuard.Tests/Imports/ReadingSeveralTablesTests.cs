using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Files with more than one table: below each other or side by side.</summary>
public class ReadingSeveralTablesTests
{
    [Fact]
    public async Task Reads_each_table_by_its_own_header()
    {
        var table = await TableFixture.ReadAsync(
            "Product,Qty,Unit\nTomatoes,3.5,kg\nLeeks,2,kg\n\nBar stock\nSpirit,Bottle Size,On Hand,Cost\nGin,700 ml,4,12.50\nRum,1 L,2,9.90\n");
        Assert.Equal(
            [("Tomatoes", 3.5m, "kg", null, null), ("Leeks", 2m, "kg", null, null), ("Gin", 4m, null, "700 ml", 12.5m), ("Rum", 2m, null, "1000 ml", (decimal?)9.9m)],
            table.Items.Select(item => (item.Name, item.Quantity!.Value, item.UnitCode, item.BottleSize ?? item.PackSize, item.UnitCost)));
        Assert.Equal([(5, IssueCode.Heading), (6, IssueCode.TableStarts)], table.Issues.Select(issue => (issue.Line, issue.Code)));
        Assert.Equal(table.Inspection.Records, table.Records.Count);
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.FurtherTable, Line: 6, Severity: IssueSeverity.Notice });
    }

    [Fact]
    public async Task Reads_the_same_columns_in_another_order()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Cost\nRice,3,1.20\nSalt,2,0.80\n\nItem,Cost,Qty\nOats,2.50,7\nCorn,3.10,8\n");
        Assert.Equal([3m, 2m, 7m, 8m], table.Items.Select(item => item.Quantity!.Value));
        Assert.Equal([1.2m, 0.8m, 2.5m, 3.1m], table.Items.Select(item => item.UnitCost!.Value));
    }

    [Fact]
    public async Task Passes_over_a_table_without_names_and_accounts_for_each_line()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Cost\nRice,3,1.20\nSalt,2,0.80\n\nStaff\nEmployee,Hours,Wage\nAnna,38,15.50\nBen,20,14.00\n");
        Assert.Equal(["Rice", "Salt"], table.Items.Select(item => item.Name));
        Assert.Equal([(5, IssueCode.Heading), (6, IssueCode.TableStarts), (7, IssueCode.OtherTable), (8, IssueCode.OtherTable)], table.Issues.Select(issue => (issue.Line, issue.Code)));
        Assert.Contains("line 6", table.At(8).Issues[0].Message, StringComparison.Ordinal);
        Assert.Equal(6, table.Inspection.Records);
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.FurtherTable, Severity: IssueSeverity.Warning });
    }

    [Fact]
    public async Task Passes_over_lines_that_go_on_where_a_header_inside_the_table_ends()
    {
        var table = await TableFixture.ReadAsync("Item,Cost,Qty\nRice,1.20,190\nSalt,0.80,91\n\nName,Qty\nOats,2.50,7\nCorn,3.10,8\n");
        Assert.Equal([190m, 91m], table.Items.Select(item => item.Quantity!.Value));
        Assert.Equal([IssueCode.TableStarts, IssueCode.OtherTable, IssueCode.OtherTable], table.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public async Task Takes_titles_over_the_same_header_as_categories()
    {
        var table = await TableFixture.ReadAsync("Produce\nItem,Qty\nTomatoes,3\n\nDairy\nItem,Qty\nMilk,2\nButter,5\n\nFrozen\n\nItem,Qty\nPeas,1\n");
        Assert.Equal([("Tomatoes", "Produce"), ("Milk", "Dairy"), ("Butter", "Dairy"), ("Peas", "Frozen")], table.Items.Select(item => (item.Name, item.Category!)));
        table = await TableFixture.ReadAsync("Inventory of the Corner Bistro\nItem,Qty\nTomatoes,3\nMilk,2\n");
        Assert.All(table.Items, item => Assert.Null(item.Category));
    }

    [Fact]
    public async Task Reads_tables_side_by_side()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,,Drink,Size,Count\nRice,3,,Gin,700 ml,4\nSalt,2,,Rum,1 L,5\nOats,7,,,,\n\"a\"b,1,,Wine,75 cl,1\n,,,Beer,33 cl,24\n", department: "bar");
        Assert.Equal(["Rice 3 ", "Gin 4 700 ml", "Salt 2 ", "Rum 5 1000 ml", "Oats 7 ", "Beer 24 330 ml"], table.Items.Select(item => $"{item.Name} {item.Quantity} {item.BottleSize}"));
        Assert.Equal([(2, 0), (2, 1), (3, 0), (3, 1), (4, 0), (5, 0), (6, 0)], table.Records.Select(record => (record.Line, record.Part)));
        Assert.Equal((5, RecordOutcome.Rejected), (table.Inspection.Records, table.At(5).Outcome));
        table = await TableFixture.ReadAsync("Item,Qty,,Par,Order\nRice,3,,5,2\nSalt,2,,4,2\n");
        Assert.Empty(table.Plan.Tables);
        Assert.Equal([(3m, 5m), (2m, 4m)], table.Items.Select(item => (item.Quantity!.Value, item.ParLevel!.Value)));
    }

    [Fact]
    public async Task Joins_the_two_rows_of_the_header_of_each_table_below()
    {
        var table = await TableFixture.ReadAsync(
            "Item,Stock,,Cost\n,Kitchen total,Minimum,\nRice,3,2,1.20\nSalt,2,1,0.80\n\nBar\nSpirit,Cost,Stock,\n,,On hand,Minimum\nGin,12.50,4,2\nRum,9.90,5,3\n\nPaper\nItem,Stock,,Cost\n,On hand,Minimum,\nCups,300,100,0.05\nLids,200,50,0.02\n");
        Assert.Equal(["Rice", "Salt", "Gin", "Rum", "Cups", "Lids"], table.Items.Select(item => item.Name));
        Assert.Equal([3m, 2m, 4m, 5m, 300m, 200m], table.Items.Select(item => item.Quantity!.Value));
        Assert.Equal([2m, 1m, 2m, 3m, 100m, 50m], table.Items.Select(item => item.ReorderPoint!.Value));
        Assert.Equal([1.2m, 0.8m, 12.5m, 9.9m, 0.05m, 0.02m], table.Items.Select(item => item.UnitCost!.Value));
        Assert.Equal(["Spirit", "Cost", "Stock On hand", "Stock Minimum"], table.Plan.Tables[0].Columns.Select(column => column.Header));
        Assert.Equal(
            [(6, IssueCode.Heading), (7, IssueCode.TableStarts), (8, IssueCode.TableStarts), (12, IssueCode.Heading), (13, IssueCode.TableStarts), (14, IssueCode.TableStarts)],
            table.Issues.Select(issue => (issue.Line, issue.Code)));
        Assert.Equal(table.Inspection.Records, table.Records.Count);
    }

    [Fact]
    public async Task Joins_the_two_rows_of_the_headers_of_tables_side_by_side()
    {
        var table = await TableFixture.ReadAsync(
            "Item,Stock,,,Drink,Stock,\n,On hand,Minimum,,,On hand,Minimum\nRice,3,1,,Gin,4,2\nSalt,2,1,,Rum,5,3\nOats,7,2,,,,\n");
        Assert.Equal(["Rice 3 1", "Gin 4 2", "Salt 2 1", "Rum 5 3", "Oats 7 2"], table.Items.Select(item => $"{item.Name} {item.Quantity} {item.ReorderPoint}"));
    }

    [Fact]
    public async Task Takes_no_item_for_the_second_row_of_a_header()
    {
        var table = await TableFixture.ReadAsync("Item,Qty\nRice,3\nSalt,2\n\nBar\nSpirit,Stock,,Notes\nGin,out,low,ask\nRum,5,3,\n");
        Assert.Equal(["Rice", "Salt", "Gin", "Rum"], table.Items.Select(item => item.Name));
    }

    [Fact]
    public async Task Reads_the_first_table_only_when_told_so()
    {
        var table = await TableFixture.ReadAsync("Item,Qty\nRice,3\nSalt,2\n\nSpirit,Cost\nGin,4.50\n", new ImportOptions { FirstTableOnly = true });
        Assert.Equal(["Rice", "Salt"], table.Items.Select(item => item.Name));
        Assert.Equal(4, table.Records.Count);
    }

    [Fact]
    public async Task Keeps_the_first_table_when_a_later_one_says_more()
    {
        var table = await TableFixture.ReadAsync("Item,Qty\nRice,3\nSalt,2\n\nSpirit,Bottle size,On hand,Cost,Supplier\nGin,700 ml,4,12.50,Empire\n");
        Assert.Equal(["Rice", "Salt", "Gin"], table.Items.Select(item => item.Name));
        Assert.Equal(1, table.Plan.Detected.HeaderLine);
    }

    [Fact]
    public async Task Says_so_when_lines_above_the_header_look_like_a_table()
    {
        var table = await TableFixture.ReadAsync("Worker,Hours\nAnna,3\nBen,2\n\nSpirit,Bottle size,On hand\nGin,700 ml,4\n");
        Assert.Equal("Gin", Assert.Single(table.Items).Name);
        Assert.Contains("Lines 2 to 3", Assert.Single(table.Inspection.Notices, notice => notice.Code == IssueCode.AboveHeader).Message, StringComparison.Ordinal);
        table = await TableFixture.ReadAsync("Count of,25 January 2026\nCounted by,Anna\n\nSpirit,Bottle size,On hand\nGin,700 ml,4\n");
        Assert.DoesNotContain(table.Inspection.Notices, notice => notice.Code == IssueCode.AboveHeader);
    }

    [Theory]
    [InlineData("Recipe,Portions,Sells at,\nPesto pasta,40,12.50,\nHerb salad,25,9.00,")]
    [InlineData("Recipe,Portions,Sells at\nPesto pasta,40,12.50\nHerb salad,25,9.00")]
    [InlineData("Supplier,Phone,Contact\nDairyco,555-1234,Ann\nMeatco,555-4567,Bob")]
    [InlineData("Dish,Portions,Allergens,\nCurry,30,nuts,\nSoup,20,none,")]
    public async Task Leaves_out_a_table_whose_header_no_list_knows(string below)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,Cost\nMilk,4,l,0.90\nBeef,2,kg,9.50\n,,,\n{below}\n");
        Assert.Equal([("Milk", 4m, "l"), ("Beef", 2m, "kg")], table.Items.Select(item => (item.Name, item.Quantity!.Value, item.UnitCode!)));
        Assert.Equal([IssueCode.TableStarts, IssueCode.OtherTable, IssueCode.OtherTable], table.Issues.Select(issue => issue.Code));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.FurtherTable, Line: 5, Severity: IssueSeverity.Warning });
    }

    [Theory]
    [InlineData("Juice,low,bottle,\nSoda,,can,1.00")]
    [InlineData("Juice,low,jugs,\nSoda,2,can,1.00")]
    [InlineData("Juice,low,,\nSoda,out,,1.00")]
    public async Task Takes_no_item_below_a_blank_line_for_a_header_that_no_list_knows(string below)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,Cost\nMilk,4,l,0.90\nBeef,2,kg,9.50\n,,,\n{below}\n");
        Assert.Empty(table.Plan.Tables);
        Assert.Equal(4, table.Items.Count);
    }

    [Theory]
    [InlineData("WASTE THIS WEEK\nItem,Qty,Unit,Reason\nMilk,3,l,spoiled")]
    [InlineData("Waste,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("Waste this week,,,\nMilk,3,l,0.90")]
    [InlineData("Pertes du 12 mars,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("Verderb KW 12\nArtikel,Menge,Einheit,EK\nMilk,3,l,0.90")]
    [InlineData("Bestellungen,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("Scarti della settimana,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("Mermas de marzo,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("Quebras,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("Derving deze week,,,\nItem,Qty,Unit,Cost\nMilk,3,l,0.90")]
    [InlineData("\nItem,Qty,Unit,Reason\nMilk,3,l,spoiled")]
    public async Task Adds_nothing_of_what_came_or_went_to_the_stock(string below)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,Cost\nMilk,4,l,0.90\nBeef,2,kg,9.50\n\n{below}\n\nFrozen\nItem,Qty,Unit,Cost\nPeas,5,kg,1.10\n");
        Assert.Equal([("Milk", 4m), ("Beef", 2m), ("Peas", 5m)], table.Items.Select(item => (item.Name, item.Quantity!.Value)));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.FurtherTable, Severity: IssueSeverity.Warning });
        Assert.Equal(table.Inspection.Records, table.Records.Count);
    }

    [Fact]
    public async Task Keeps_a_group_of_items_that_is_called_like_what_went()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\nDAIRY,,,\nMilk,4,l,0.90\nCream,2,l,3.50\nWASTE,,,\nBin liners,3,roll,4.90\nGloves,2,box,6.50\n");
        Assert.Equal([("Bin liners", "WASTE"), ("Gloves", "WASTE")], table.Items.Skip(2).Select(item => (item.Name, item.Category!)));
    }

    [Theory]
    [InlineData("Waste log", "Qty", null)]
    [InlineData("Bestellungen KW 12", "Menge", null)]
    [InlineData("Order list", "On hand", ItemField.Quantity)]
    [InlineData("Stock list", "Qty", ItemField.Quantity)]
    public async Task A_title_of_what_came_or_went_makes_no_stock(string title, string header, string? field)
    {
        var text = $"{title}\n\nItem,{header},Unit,Cost\nMilk,3,l,1.10\nBread,2,each,2.20\nRice,5,kg,1.80\n";
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(field, table.Field(header));
        Assert.Equal(field is null, table.Inspection.Notices.Any(notice => notice is { Code: IssueCode.Movements, Column: 2 }));
        Assert.Equal(ItemField.Quantity, (await TableFixture.ReadAsync(text, new ImportOptions { Mapping = [new ColumnChoice(2, ItemField.Quantity)] })).Field(header));
    }

    [Fact]
    public async Task A_header_that_comes_again_with_other_counts_is_a_table_of_its_own()
    {
        var table = await TableFixture.ReadAsync(
            "Code,Description,Size,Cost Price,Full Kegs,Pints\nD1,Stout,50 l,186.51,3,22\nD2,Lager,50 l,196.14,5,0\nTotal for,,,,8,\nCode,Description,Size,Cost Price,Full Cases,Bottles\nB1,Bud,330 ml,11.75,2,5\nB2,Corona,330 ml,13.75,1,9\n", department: "bar");
        Assert.Equal(["Stout", "Lager", "Bud", "Corona"], table.Items.Select(item => item.Name));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.FurtherTable, Line: 5 });
    }

    [Fact]
    public async Task A_name_of_nothing_but_0_is_what_a_formula_left()
    {
        var table = await TableFixture.ReadAsync("Name,Qty,Cost\nRice,3,2.50\n0,0,1.20\nSalt,2,0.80\n");
        Assert.Equal(["Rice", "Salt"], table.Items.Select(item => item.Name));
        Assert.Equal(IssueCode.NoName, Assert.Single(table.At(3).Issues).Code);
    }

    [Theory]
    [InlineData("Item,Qty\nRice,3\nSalt,2\n\nMilk,out\nButter,4\n")]
    [InlineData("Item,Qty\nRice,3\nSalt,2\n\nDAIRY\nMilk,low\nButter,4\n")]
    [InlineData("Item,Category,Qty\nWine,Beverage,3\nBeer,Drink,2\n\nJuice,Drink,\nSoda,Drink,9\n")]
    public async Task Does_not_take_items_for_headers(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Empty(table.Plan.Tables);
        Assert.Equal(4, table.Items.Count);
    }
}
