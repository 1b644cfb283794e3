using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Lines with cells too many: mended where one reading fits, else rejected.</summary>
public class ReadingShiftsTests
{
    private const string Sound = "Rice,dry,5,1.20\nSalt,dry,2,0.80\nOats,dry,7,2.50\n";

    [Theory]
    [InlineData("Sauce, hot,wet,3,4.50", "Sauce, hot", "wet", 3, 4.5)]
    [InlineData("Sauce,wet, cold,3,4.50", "Sauce", "wet, cold", 3, 4.5)]
    [InlineData("Sauce, hot, red,wet,3,4.50", "Sauce, hot, red", "wet", 3, 4.5)]
    public async Task Joins_a_text_where_only_one_reading_fits(string line, string name, string category, int quantity, decimal cost)
    {
        var table = await TableFixture.ReadAsync($"name,category,quantity,cost\n{Sound}{line}\n");
        var item = table.At(5).Item!;
        Assert.Equal((name, category, quantity, cost), (item.Name, item.Category!, (int)item.Quantity!, item.UnitCost!.Value));
        var issue = Assert.Single(table.At(5).Issues);
        Assert.Equal((IssueSeverity.Warning, IssueCode.CellsJoined), (issue.Severity, issue.Code));
    }

    [Fact]
    public async Task Joins_a_decimal_comma_that_the_column_proves()
    {
        var table = await TableFixture.ReadAsync("name,quantity,cost,barcode\nRice,5,\"1,20\",111\nSalt,2,\"0,80\",222\nOats,7,\"2,50\",333\nCorn,4,3,25,444 x\n");
        Assert.Equal(RecordOutcome.Rejected, table.At(5).Outcome);
        table = await TableFixture.ReadAsync("name,cost,unit,best before\nRice,\"1,20\",kg,2026-01-02\nSalt,\"0,80\",kg,2026-01-02\nOats,\"2,50\",kg,2026-01-02\n\"Corn\",,3,25,2026-01-02\n");
        Assert.Equal(RecordOutcome.Rejected, table.At(5).Outcome);
        table = await TableFixture.ReadAsync("name,best before,cost\nRice,2026-01-02,\"1,20\"\nSalt,2026-01-02,\"0,80\"\nOats,2026-01-03,\"2,50\"\nCorn,2026-01-05,3,25\n");
        Assert.Equal(("Corn", 3.25m, new DateOnly(2026, 1, 5)), (table.At(5).Item!.Name, table.At(5).Item!.UnitCost!.Value, table.At(5).Item!.ExpiresOn!.Value));
        Assert.Equal(IssueCode.CellsJoined, Assert.Single(table.At(5).Issues).Code);
    }

    [Theory]
    [InlineData("Sauce,hot,wet,3,4.50")]
    [InlineData("Sauce,wet,3,4,50")]
    [InlineData("Oil 1,5,wet,3,4.50")]
    [InlineData("Sauce,wet,1,200,4.50")]
    [InlineData("Sauce,hot,red,wet,raw,3,4.50,1")]
    public async Task Rejects_what_could_be_read_in_two_ways(string line)
    {
        var table = await TableFixture.ReadAsync($"name,category,quantity,cost\n{Sound}{line}\n");
        Assert.Equal((RecordOutcome.Rejected, IssueCode.TooManyCells), (table.At(5).Outcome, table.At(5).Issues[0].Code));
    }

    [Fact]
    public async Task Takes_a_blank_after_a_delimiter_for_nothing_where_cells_begin_with_blanks()
    {
        var table = await TableFixture.ReadAsync("name, category, quantity, cost\nRice, dry, 5, 1.20\nSalt, dry, 2, 0.80\nOats, dry, 7, 2.50\nSauce, hot, wet, 3, 4.50\n");
        Assert.Equal(RecordOutcome.Rejected, table.At(5).Outcome);
    }

    [Fact]
    public async Task Takes_no_half_of_a_number_when_all_decimal_commas_split_their_cells()
    {
        var table = await TableFixture.ReadAsync("name,cost,unit\nRice,12,50,kg\nSalt,3,25,kg\nOats,7,10,kg\nCorn,4,05,kg\n");
        Assert.Empty(table.Items);
        Assert.Equal(4, table.Records.Count);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.NumbersSplit);
        // A column that merely has no title is no half of a number.
        table = await TableFixture.ReadAsync("name,quantity\nRice,12,kg\nSalt,3,kg\n");
        Assert.Equal([12m, 3m], table.Items.Select(item => item.Quantity!.Value));
    }

    [Fact]
    public async Task Leaves_short_lines_alone_when_only_their_end_is_missing()
    {
        var table = await TableFixture.ReadAsync($"name,category,quantity,cost\n{Sound}Corn,dry,4\nPeas,3\nBeans\n");
        Assert.Equal((4m, null), (table.At(5).Item!.Quantity, table.At(5).Item!.UnitCost));
        Assert.Equal((RecordOutcome.Rejected, IssueCode.TooFewCells), (table.At(6).Outcome, table.At(6).Issues[0].Code));
    }

    [Fact]
    public async Task Takes_two_of_four_lines_with_cells_too_many_for_no_wider_table()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\nRice,5,kg,1.20\nOats,2,kg,0.80\nSalt, fine,3,kg,0.40\nPepper, black, ground,1,kg,0.40\n");
        Assert.Equal(["Rice", "Oats"], table.Items.Select(item => item.Name));
        Assert.Equal([IssueCode.TooManyCells, IssueCode.TooManyCells], table.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public async Task Takes_no_number_for_a_unit()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\nRice,5,kg,1.20\nOats,2,12.50,0.80\nSalt,3,kg,0.40\n");
        Assert.Equal(["kg", null, "kg"], table.Items.Select(item => item.UnitCode));
        Assert.Equal([(3, 3, IssueCode.NotAUnit)], table.Issues);
    }
}
