using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Features.Inventory.Exporting;

namespace KitchenGuard.Tests.Inventory;

public class WorkbookExportTests
{
    [Fact]
    public async Task Is_valid_and_typed_with_a_header_that_stays()
    {
        using var file = new MemoryStream();
        await WorkbookExport.WriteAsync("Kitchen", Items(2), file, TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Empty(sheet.Descendants<CellFormula>());
        var rows = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).ToList();
        Assert.Equal(ItemFields.Names, rows[0].Select(cell => cell.InnerText));
        var item = ItemFields.Names.Zip(rows[1]).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal(("=SUM(1)", CellValues.InlineString), (item["name"].InnerText, item["name"].DataType!.Value));
        Assert.Equal(("-1234.5678", (CellValues?)null), (item["quantity"].CellValue!.Text, item["quantity"].DataType?.Value));
        Assert.Equal(("46085", 3u), (item["expiresOn"].CellValue!.Text, item["expiresOn"].StyleIndex!.Value));
        // 18 digits: as a number a spreadsheet would cut it.
        Assert.Equal(("123456789012.123456", CellValues.InlineString), (item["parLevel"].InnerText, item["parLevel"].DataType!.Value));
        Assert.Equal("a_x005F_x000D_b_x0001_", item["notes"].InnerText);
    }

    private static async IAsyncEnumerable<ItemAnswer> Items(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return new ItemAnswer
            {
                Id = Guid.Empty, Department = Department.Kitchen, Name = "=SUM(1)", Quantity = -1234.5678m, Counted = true, Unit = "kg", StorageArea = "Main", Version = 1,
                ParLevel = 123456789012.123456m, ExpiresOn = new DateOnly(2026, 3, 4), Notes = "a_x000D_b\u0001",
            };
        }

        await Task.CompletedTask;
    }
}
