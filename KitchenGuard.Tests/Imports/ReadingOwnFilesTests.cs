using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Files as spreadsheet programs and KitchenGuard itself write them.</summary>
public class ReadingOwnFilesTests
{
    [Theory]
    [InlineData("name,quantity,unit\nFlour,5,kg\n", "UTF-8")]
    [InlineData("name,quantity,unit\nCrème,5,kg\n", "UTF-8")]
    [InlineData("name,quantity,unit\nCrÃ¨me,5,kg\n", "UTF-8 twice")]
    public async Task A_byte_order_mark_says_nothing_of_letters_encoded_twice(string text, string encoding)
    {
        var table = await TableFixture.ReadAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(encoding, table.Plan.Detected.Encoding);
        Assert.Equal(encoding == "UTF-8", !table.Inspection.Notices.Any(notice => notice.Code == IssueCode.EncodingAssumed));
    }

    [Fact]
    public async Task Names_in_our_own_export_are_what_they_are()
    {
        var header = string.Join(',', ItemField.All);
        var row = string.Join(',', ItemField.All.Select(field => field == ItemField.Name ? "CafÃ© crÃ¨me" : ""));
        var table = await TableFixture.ReadAsync($"{header}\n{row}\n");
        Assert.Equal("CafÃ© crÃ¨me", Assert.Single(table.Items).Name);
        Assert.DoesNotContain(table.Inspection.Notices, notice => notice.Code == IssueCode.EncodingAssumed);
    }

    [Fact]
    public async Task A_heading_above_another_header_heads_what_is_below_it()
    {
        var table = await TableFixture.ReadAsync(
            "Dry store\nItem,Qty,Unit,Cost\nFlour,10,kg,1.20\nSugar,2,kg,1.10\n\nCooler\nItem,Unit,Cost,Qty\nMilk,l,0.90,5\nCream,l,1.90,3\nButter,kg,6.50,2\n");
        Assert.Contains(table.Issues, issue => issue == (6, null, IssueCode.Heading));
        Assert.Equal(("Cost", "Qty"), (table.Plan.ColumnsAt(4)[3].Header, table.Plan.ColumnsAt(9)[3].Header));
        Assert.All(["Milk", "Cream", "Butter"], (string name) => Assert.Equal("Cooler", table.Item(name).Category));
    }

    [Fact]
    public async Task Rejected_rows_of_a_workbook_have_its_numbers_as_anybody_knows_them()
    {
        var workbook = new TestWorkbook().Sheet("Stock", ["Item", "Qty", "Unit", "Cost"], ["Milk", "lots", "l", 0.9m], ["Salt", 2.5m, "kg", 1.5m], ["", 4m, "kg", 1.25m], ["Rice", 7m, "kg", 2.1m]).ToBytes();
        var table = await TableFixture.ReadAsync(workbook, new ImportOptions { BadCells = BadCells.Reject });
        var rejected = table.Records.Where(record => record.Outcome == RecordOutcome.Rejected).ToDictionary(record => record.Line, _ => new RejectedRecord("why", false));
        Assert.NotEmpty(rejected);
        using var output = new MemoryStream();
        await new RejectedFile(table.Plan, rejected, new Dictionary<(int, int), string>(), new HashSet<int>()).WriteAsync(() => new MemoryStream(workbook), output, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain(text, c => c is >= '\uFDD0' and <= '\uFDEF');
        Assert.Contains("1.25", text, StringComparison.Ordinal);
    }
}
