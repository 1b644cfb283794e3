using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Workbooks read as what they show, and their types decide where a text file would leave a doubt.</summary>
public class WorkbookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("January|February|March", "March")]
    [InlineData("March|February|January", "March")]
    [InlineData("Nov|Dec|Jan", "Jan")]
    [InlineData("Dez 2025|Jan 2026|Nov 2025", "Jan 2026")]
    [InlineData("2026-01|2025-12", "2026-01")]
    [InlineData("KW 11|KW 12", "KW 12")]
    [InlineData("Waste|Count|Notes", "Count")]
    [InlineData("Stock|March", "Stock")]
    public async Task Of_sheets_of_several_times_the_last_is_read(string names, string chosen)
    {
        var workbook = new TestWorkbook();
        foreach (var (index, name) in names.Split('|').Index())
        {
            workbook.Sheet(name, ["Item", "Qty", "Unit"], ["Rice", index + 1, "kg"], ["Salt", index + 2, "kg"], ["Oats", index + 3, "kg"]);
        }

        Assert.Equal(chosen, (await ReadAsync(workbook)).Plan.Detected.Sheet);
    }

    [Fact]
    public async Task A_month_that_nobody_has_counted_yet_is_not_the_last()
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Jan", ["Item", "Qty"], ["Rice", 4], ["Salt", 2], ["Oats", 1]).Sheet("Feb", ["Item", "Qty"], ["Rice", 5], ["Salt", 3], ["Oats", 2])
            .Sheet("Mar", ["Item", "Qty"], ["Rice"], ["Salt"], ["Oats"]));
        Assert.Equal("Feb", table.Plan.Detected.Sheet);
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.SheetChosen, Severity: IssueSeverity.Warning });
    }

    [Fact]
    public async Task Reads_a_plain_list_with_the_sheets_rows_as_lines()
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Stock", ["name", "quantity", "unit"], ["Rice", 2.5m, "kg"], [], ["Salt\ncoarse", 3, "kg"]));
        Assert.Equal([("Rice", 2.5m), ("Salt coarse", 3m)], table.Items.Select(item => (item.Name, item.Quantity!.Value)));
        Assert.Equal([2, 4], table.Records.Select(record => record.Line));
        Assert.Equal("Salt\ncoarse", table.At(4).Cells[0]);
        Assert.Equal(("Stock", 1, 4), (table.Plan.Detected.Sheet, table.Plan.Detected.HeaderLine, table.Plan.Detected.SheetRows));
        Assert.Empty(table.Inspection.Notices);
    }

    [Theory]
    [InlineData("1.234", "1.234")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("2.2999999999999998", "2.3")]
    [InlineData("1234.5670000000001", "1234.567")]
    [InlineData("1.2E-2", "0.012")]
    [InlineData("5E3", "5000")]
    [InlineData("-4.125", "-4.125")]
    [InlineData("0", "0")]
    [InlineData("123456.789012", "123456.789012")]
    public async Task Takes_a_number_as_it_is_shown_whatever_the_texts_beside_it_look_like(string stored, string value)
    {
        // The texts prove a decimal comma; "1.234" as text would be a thousand.
        var table = await ReadAsync(new TestWorkbook().Sheet("Stock",
            ["name", "quantity", "unit"], ["Rice", $"<c><v>{stored}</v></c>", "kg"], ["Salt", "12,5", "kg"], ["Oats", "1.234", "kg"], ["Oil", "7,25", "kg"]));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), table.Item("Rice").Quantity);
        Assert.Equal([12.5m, 1234m, 7.25m], table.Items.Skip(1).Select(item => item.Quantity!.Value));
    }

    [Fact]
    public async Task Numbers_prove_nothing_about_texts()
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Stock", ["name", "quantity", "unit"], ["Rice", 1.5m, "kg"], ["Salt", "1,234", "kg"], ["Oats", 2.25m, "kg"]));
        Assert.Null(table.Item("Salt").Quantity);
        Assert.Equal([(3, 2, IssueCode.AmbiguousNumber)], table.Issues);
    }

    [Theory]
    [InlineData("yyyy\\-mm\\-dd", "46085", "2026-03-04")]
    [InlineData("d/m/yy", "46085", "2026-03-04")]
    [InlineData("[$-409]mmm d, yyyy;@", "46085.75", "2026-03-04")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "46085", "2026-03-04")]
    [InlineData("dd/mm/yyyy hh:mm", "46085.9999999", "2026-03-05")]
    public async Task Reads_dates_by_their_format(string format, string stored, string date)
    {
        var table = await ReadAsync(new TestWorkbook().Formats(format).Sheet("Stock", ["name", "expiry date"], ["Milk", TestWorkbook.Styled(stored, 1)], ["Cream", "03/04/26"]));
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), table.Item("Milk").ExpiresOn);
        // A typed date does not prove the order of a text.
        Assert.Null(table.Item("Cream").ExpiresOn);
    }

    [Theory]
    [InlineData(false, "46085", "2026-03-04")]
    [InlineData(true, "44623", "2026-03-04")]
    [InlineData(false, "60", "1900-02-29")]
    [InlineData(false, "59", "1900-02-28")]
    [InlineData(false, "61", "1900-03-01")]
    [InlineData(false, "1", "1900-01-01")]
    [InlineData(true, "0", "1904-01-01")]
    public async Task Counts_days_from_both_epochs_with_the_day_that_1900_did_not_have(bool uses1904, string stored, string date)
    {
        var workbook = new TestWorkbook().Formats("yyyy-mm-dd").Sheet("Stock", ["name", "expiry date"], ["Milk", TestWorkbook.Styled(stored, 1)]);
        var table = await ReadAsync(uses1904 ? workbook.Uses1904() : workbook);
        Assert.Equal(date, table.At(2).Cells[1]);
    }

    [Fact]
    public async Task A_bare_number_in_a_workbook_of_the_1904_calendar_is_no_date()
    {
        object?[][] rows = [["name", "expiry date"], ["Milk", 44623], ["Cream", 44625], ["Curd", 44630]];
        var usual = await ReadAsync(new TestWorkbook().Sheet("Stock", rows));
        Assert.Equal(new DateOnly(2022, 3, 3), usual.Item("Milk").ExpiresOn);
        var other = await ReadAsync(new TestWorkbook().Uses1904().Sheet("Stock", rows));
        Assert.All(other.Items, item => Assert.Null(item.ExpiresOn));
        Assert.Equal(3, other.Issues.Count(issue => issue.Code == IssueCode.NotADate));
    }

    [Theory]
    [InlineData("0%", "0.4", "40%")]
    [InlineData("0.00%", "0.0475", "4.75%")]
    [InlineData("00000", "42", "00042")]
    [InlineData("h:mm", "0.5625", "13:30:00")]
    [InlineData("[h]:mm:ss", "1.5", "36:00:00")]
    [InlineData("#,##0.00", "1234.5", "1234.5")]
    [InlineData("#,##0.00\\ \"€\"", "1234.5", "1234.5 €")]
    [InlineData("[$€-407]\\ #,##0.00", "12", "€12")]
    [InlineData("_(\"$\"* #,##0.00_)", "12.5", "$12.5")]
    [InlineData("0\" ml\"", "750", "750 ml")]
    [InlineData("0\\ \\k\\g", "2", "2 kg")]
    [InlineData("0.0\" Gäste\"", "7", "7")]
    [InlineData("0.00E+00", "1500", "1500")]
    [InlineData("[Red]0.00;[Blue]-0.00", "1.25", "1.25")]
    [InlineData("General", "1.1", "1.1")]
    [InlineData("# ?/?", "0.5", "0.5")]
    [InlineData("@", "7", "7")]
    public async Task Says_what_the_format_shows(string format, string stored, string shown)
    {
        var table = await ReadAsync(new TestWorkbook().Formats(format).Sheet("Stock", ["name", "remark"], ["Rice", TestWorkbook.Styled(stored, 1)]));
        Assert.Equal(shown, table.At(2).Cells[1]);
    }

    [Theory]
    [InlineData("0.0,\" kg\"")]
    [InlineData("[>=1000]0.0,\" kg\";0\" g\"")]
    public async Task Takes_no_number_that_is_shown_at_another_scale(string format)
    {
        var table = await ReadAsync(new TestWorkbook().Formats(format).Sheet("Stock", ["name", "quantity"], ["Rice", TestWorkbook.Styled("1500", 1)]));
        Assert.Null(table.Item("Rice").Quantity);
        Assert.Equal([(2, 2, IssueCode.NoValue)], table.Issues);
    }

    [Fact]
    public async Task Takes_units_percent_and_currency_from_the_format()
    {
        var table = await ReadAsync(
            new TestWorkbook().Formats("0.000\" l\"", "0.0%", "#,##0.00\\ [$€-407]", "#,##0.00\\ \"$\"").Sheet("Bar", ["name", "bottle size", "abv", "unit cost", "quantity"],
                ["Gin", TestWorkbook.Styled("1.125", 1), TestWorkbook.Styled("0.375", 2), TestWorkbook.Styled("1.125", 4), 1],
                ["Rum", TestWorkbook.Styled("0.7", 1), TestWorkbook.Styled("0.4", 2), TestWorkbook.Styled("18.5", 3), 2]), department: "bar");
        Assert.Equal(("1125 ml", 37.5m, 1.125m), (table.Item("Gin").BottleSize, table.Item("Gin").Abv, table.Item("Gin").UnitCost));
        Assert.Equal(("700 ml", 40m, null), (table.Item("Rum").BottleSize, table.Item("Rum").Abv, table.Item("Rum").UnitCost));
        Assert.Equal([(3, 4, IssueCode.ForeignCurrency)], table.Issues);
    }

    [Fact]
    public async Task A_code_that_the_spreadsheet_made_a_date_of_is_lost_and_says_so()
    {
        var table = await ReadAsync(new TestWorkbook().Formats("d-mmm").Sheet("Stock", ["name", "sku", "quantity"],
            ["Screws", TestWorkbook.Styled("46000", 1), 5], ["Nails", "12-10", 5], ["Bolts", "12-11", 5], ["Nuts", 1213, 5]));
        Assert.Equal([null, "12-10", "12-11", "1213"], ((string[])["Screws", "Nails", "Bolts", "Nuts"]).Select(name => table.Item(name).Sku));
        Assert.Contains(table.Records.SelectMany(r => r.Issues), i => i.Code == IssueCode.DigitsLost && i.Line == 2);
    }

    [Fact]
    public async Task A_percentage_is_no_quantity_and_a_date_no_number()
    {
        var table = await ReadAsync(new TestWorkbook().Formats("0%", "d-mmm").Sheet("Stock", ["name", "quantity"],
            ["Rice", TestWorkbook.Styled("0.5", 1)], ["Salt", TestWorkbook.Styled("46024", 2)], ["Oats", 3]));
        Assert.Equal([null, null, 3m], table.Items.Select(item => item.Quantity));
        Assert.Equal([(2, 2, IssueCode.NotANumber), (3, 2, IssueCode.NotANumber)], table.Issues);
    }

    [Fact]
    public async Task Errors_and_formulas_without_a_value_stay_empty_and_are_never_zero()
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Stock", ["name", "category", "quantity"],
            ["Rice", "<c t=\"e\"><f>VLOOKUP(1,A:A,1)</f><v>#N/A</v></c>", "<c t=\"e\"><v>#REF!</v></c>"],
            ["Salt", "<c t=\"str\"><f>\"\"</f><v></v></c>", "<c><f>A1*2</f></c>"],
            ["Oats", "<c t=\"str\"><f>\"Dry\"</f><v>Dry</v></c>", "<c><f>1+1</f><v>2</v></c>"],
            ["Bran", "Dry", "<c><f>1+1</f><v/></c>"],
            ["<c t=\"e\"><v>#NAME?</v></c>", "Dry", 4]));
        Assert.Equal([("Rice", null, null), ("Salt", null, null), ("Oats", "Dry", 2m), ("Bran", "Dry", (decimal?)null)],
            table.Items.Select(item => (item.Name, item.Category, item.Quantity)));
        Assert.Equal(
            [(2, 2, IssueCode.NoValue), (2, 3, IssueCode.NoValue), (3, 3, IssueCode.NoValue), (5, 3, IssueCode.NoValue), (6, 1, IssueCode.NoName)],
            table.Issues.Order().Select(issue => (issue.Line, issue.Column!.Value, issue.Code)));
        Assert.Equal("#REF!", table.Records[0].Issues[0].Value);
        Assert.Contains("'#REF!' is a spreadsheet's error", table.Records[0].Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_shared_rich_and_inline_texts_without_their_reading_aids()
    {
        var table = await ReadAsync(new TestWorkbook()
            .Texts("<t>name</t>", "<r><rPr><b/></rPr><t>Green </t></r><r><t>tea</t></r>", "<t>日本酒</t><rPh sb=\"0\" eb=\"3\"><t>ニホンシュ</t></rPh><phoneticPr/>", "<t>a_x000D_\nb_x0009_c</t>", "<t/>")
            .Sheet("Stock", ["<c t=\"s\"><v>0</v></c>", "notes"],
                ["<c t=\"s\"><v>1</v></c>", "<c t=\"s\"><v>3</v></c>"],
                ["<c t=\"s\"><v>2</v></c>", "<c t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r></is></c>"],
                ["Salt", "<c t=\"s\"><v>4</v></c>"]));
        Assert.Equal([("Green tea", "a\nb\tc"), ("日本酒", "xy"), ("Salt", null)], table.Items.Select(item => (item.Name, item.Notes)));
    }

    [Fact]
    public async Task Keeps_codes_and_says_when_their_digits_are_lost()
    {
        var table = await ReadAsync(new TestWorkbook().Formats("0000000").Sheet("Stock", ["name", "sku", "barcode"],
            ["Rice", TestWorkbook.Styled("1234", 1), "<c><v>8412345678905</v></c>"],
            ["Salt", "00042", "<c><v>1.2345678901234501E+15</v></c>"],
            ["Oats", "<c t=\"b\"><v>1</v></c>", "<c><v>1001</v></c>"]));
        Assert.Equal(["0001234", "00042", "TRUE"], table.Items.Select(item => item.Sku));
        Assert.Equal(["8412345678905", null, "1001"], table.Items.Select(item => item.Barcode));
        Assert.Equal([(3, 3, IssueCode.DigitsLost)], table.Issues);
    }

    [Fact]
    public async Task A_category_that_spans_rows_is_each_rows_and_a_number_is_only_the_first_ones()
    {
        var cells = TestWorkbook.Rows([["Stock of March"], [], ["name", "category", "quantity"], ["Rice", "Dry", 6], ["Salt", null, null], ["Milk", "Dairy", 2]]);
        var table = await ReadAsync(new TestWorkbook().SheetXml("Stock",
            cells + "<mergeCells count=\"4\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"C4:C5\"/><mergeCell ref=\"B7:B900\"/></mergeCells>"));
        Assert.Equal([("Rice", "Dry", 6m), ("Salt", "Dry", null), ("Milk", "Dairy", (decimal?)2m)], table.Items.Select(item => (item.Name, item.Category, item.Quantity)));
        Assert.Equal(3, table.Plan.Detected.HeaderLine);
    }

    [Fact]
    public async Task Joins_merged_titles_with_those_that_they_span()
    {
        var table = await ReadAsync(new TestWorkbook().SheetXml("Stock", "<sheetData>"
            + TestWorkbook.Row(1, ["Item", "Unit", "Stock", "", "Price", ""]) + TestWorkbook.Row(2, ["", "", "Min", "Now", "Buy", "Sell"])
            + TestWorkbook.Row(3, ["Rice", "kg", 2, 3, 1.2, 2.5]) + TestWorkbook.Row(4, ["Salt", "kg", 4, 5, 0.9, 1.5]) + "</sheetData>"
            + "<mergeCells count=\"4\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:F1\"/></mergeCells>"));
        Assert.Equal([("Rice", 2m, 3m, 1.2m, 2.5m), ("Salt", 4m, 5m, 0.9m, 1.5m)],
            table.Items.Select(item => (item.Name, item.ReorderPoint!.Value, item.Quantity!.Value, item.UnitCost!.Value, item.SalePrice!.Value)));
    }

    [Fact]
    public async Task Reads_hidden_rows_and_columns_and_names_them()
    {
        var table = await ReadAsync(new TestWorkbook().SheetXml("Stock", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>"
            + TestWorkbook.Row(1, ["name", "quantity"]) + TestWorkbook.Row(2, ["Rice", 1]) + TestWorkbook.Row(3, ["Salt", 2], "hidden=\"1\"") + TestWorkbook.Row(4, [], "hidden=\"1\"") + "</sheetData>"));
        Assert.Equal([1m, 2m], table.Items.Select(item => item.Quantity!.Value));
        Assert.Equal(["Row 3 is hidden in the sheet, perhaps by a filter; it is read like the others.", "Column B is hidden in the sheet; it is read like the others."],
            table.Inspection.Notices.Where(notice => notice.Code == IssueCode.HiddenCells).Select(notice => notice.Message));
    }

    [Fact]
    public async Task Chooses_the_sheet_that_is_a_list_and_names_the_others()
    {
        var workbook = new TestWorkbook().Sheet("Read me", ["This workbook is filled in on Mondays."], ["Ask Ana."]).HiddenSheet("Lists", ["name", "quantity"], ["Old", 1], ["Older", 2])
            .Sheet("Stock", ["name", "quantity"], ["Rice", 1], ["Salt", 2]).Sheet("Empty");
        var table = await ReadAsync(workbook);
        Assert.Equal("Stock", table.Plan.Detected.Sheet);
        Assert.Equal(["Read me", "Lists", "Stock", "Empty"], table.Plan.Detected.Sheets!);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.SheetChosen && notice.Message.Contains("'Stock' is read", StringComparison.Ordinal));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.HiddenSheets && notice.Message.Contains("'Lists'", StringComparison.Ordinal));

        var given = await ReadAsync(workbook, new ImportOptions { Sheet = "lists" });
        Assert.Equal(["Old", "Older"], given.Items.Select(item => item.Name));
        Assert.Equal("lists", given.Plan.Options.Sheet);
        var empty = await ReadAsync(workbook, new ImportOptions { Sheet = "Empty" });
        Assert.Equal((RefusalCode.Empty, "The sheet 'Empty' is empty."), (empty.Inspection.Refusal!.Code, empty.Inspection.Refusal.Message));
        Assert.Equal(4, empty.Plan.Detected.Sheets!.Count);
        var missing = await ReadAsync(workbook, new ImportOptions { Sheet = "Wine" });
        Assert.Equal(RefusalCode.NoSheet, missing.Inspection.Refusal!.Code);
    }

    [Theory]
    [InlineData("kitchen", "Rice")]
    [InlineData("bar", "Gin")]
    public async Task Of_two_lists_takes_the_one_that_is_named_after_the_department(string department, string name)
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Kitchen", ["name", "quantity"], ["Rice", 1], ["Salt", 2]).Sheet("Bar", ["name", "quantity"], ["Gin", 1], ["Rum", 2]), department: department);
        Assert.Equal(name, table.Items[0].Name);
    }

    [Fact]
    public async Task A_correction_stands_for_a_cell_without_a_value()
    {
        var workbook = new TestWorkbook().Sheet("Stock", ["name", "quantity", "unit cost"], ["Rice", "<c t=\"e\"><v>#REF!</v></c>", 1.125m], ["Salt", 2.5m, 3]);
        var plan = (await ReadAsync(workbook)).Plan with { Edits = RecordEdits.Of([new CellEdit(2, 2, "7")]) };
        var records = await RecordReader.ReadAsync(new MemoryStream(workbook.ToBytes()), plan, Ct).ToListAsync(Ct);
        Assert.Equal([(7m, 1.125m), (2.5m, 3m)], records.Select(record => (record.Item!.Quantity!.Value, record.Item.UnitCost!.Value)));
        Assert.Equal(["Rice", "7", "1.1250"], records[0].Cells);
        Assert.Empty(records.SelectMany(record => record.Issues));
    }

    [Fact]
    public async Task What_stands_beside_the_table_moves_nothing()
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Stock", ["name", "quantity", "unit"], ["Rice", 1, "kg", null, null, "ask Ana"], ["Salt", 2.5m], ["Oats", 3, "kg"], ["Bran", null, "kg"]));
        Assert.Equal([1m, 2.5m, 3m, null], table.Items.Select(item => item.Quantity));
        Assert.Empty(table.Issues);
        Assert.Equal("ask Ana", table.Inspection.FirstRecords[0].Cells[5]);
    }

    [Fact]
    public async Task Ignores_macros_and_says_so()
    {
        var table = await ReadAsync(new TestWorkbook().WithMacros().Sheet("Stock", ["name", "quantity"], ["Rice", 1]));
        Assert.Single(table.Items);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.MacrosIgnored);
    }

    [Fact]
    public async Task Counts_cases_and_loose_bottles_together()
    {
        var table = await ReadAsync(new TestWorkbook().Sheet("Stock", ["Item", "Cases", "Bottles", "Bottles/case"], ["Chablis", 2, 4, 6], ["Rioja", 0, 5, 6], ["Cava", 3, null, 12]));
        Assert.Equal([16m, 5m, 36m], table.Items.Select(item => item.Quantity));
        Assert.Empty(table.Issues);
    }

    [Fact]
    public async Task Gives_the_table_as_clean_text()
    {
        var workbook = new TestWorkbook().Formats("yyyy-mm-dd").Sheet("Stock", ["name", "quantity", "expiry date"],
            ["Salt, coarse\n\"sea\"", 1.234m, TestWorkbook.Styled("46085", 1)], ["=cmd()", "<c t=\"e\"><v>#N/A</v></c>", "<c><f>1</f></c>"]);
        var table = await ReadAsync(workbook);
        using var output = new MemoryStream();
        await TableText.WriteAsync(new MemoryStream(workbook.ToBytes()), table.Plan.Detected, output, Ct);
        Assert.Equal("name,quantity,expiry date\r\n\"Salt, coarse\n\"\"sea\"\"\",1.2340,2026-03-04\r\n=cmd(),#N/A,\r\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task Reads_the_same_as_the_same_list_in_text()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(1, 400).Select(i => new object?[]
        {
            $"Item {i}", random.Next(0, 5) == 0 ? null : Math.Round((decimal)random.NextDouble() * 5000, random.Next(0, 7)), random.Next(3) == 0 ? "l" : "kg",
            Math.Round((decimal)random.NextDouble() * 90, random.Next(0, 5)), i % 3 == 0 ? "a;b,\"c\"" : null,
        }).Prepend(["name", "quantity", "unit", "unit cost", "notes"]).ToArray();
        var text = string.Concat(rows.Select(row => string.Join('\t', row.Select(cell => cell is decimal number ? number.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture) : cell)) + "\n"));
        var workbook = await ReadAsync(new TestWorkbook().Sheet("Stock", rows));
        var plain = await TableFixture.ReadAsync(text, new ImportOptions { Quote = "", Delimiter = "tab" });
        Assert.Equal(400, workbook.Items.Count);
        Assert.Equal(plain.Items.Select(Describe), workbook.Items.Select(Describe));
        static string Describe(ItemRow item) => $"{item.Name}|{item.Quantity / 1.0000000m}|{item.UnitCode}|{item.UnitCost / 1.0000000m}|{item.Notes}";
    }

    private static Task<TableFixture> ReadAsync(TestWorkbook workbook, ImportOptions? options = null, string department = "kitchen") =>
        TableFixture.ReadAsync(workbook.ToBytes(), options, department);
}
