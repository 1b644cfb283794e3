using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Broken and hostile files: each spoils only what it must.</summary>
public class ReadingFaultsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \r\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF \n\t\n")]
    public async Task Calls_a_file_without_text_empty(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(RefusalCode.Empty, table.Inspection.Refusal!.Code);
    }

    [Fact]
    public async Task Reads_a_header_alone_as_no_rows()
    {
        var table = await TableFixture.ReadAsync("name,quantity\n");
        Assert.Null(table.Inspection.Refusal);
        Assert.Equal(0, table.Inspection.Records);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.NoRecords);
    }

    [Theory]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml", RefusalCode.Workbook)]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0readme.txt", RefusalCode.Archive)]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", RefusalCode.Image)]
    [InlineData("%PDF-1.7\n%", RefusalCode.Pdf)]
    [InlineData("<!DOCTYPE html><html><table>", RefusalCode.Html)]
    [InlineData("\u001f\u008b\u0008\0\0\0\0", RefusalCode.Archive)]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", RefusalCode.Workbook)]
    [InlineData("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF", RefusalCode.Image)]
    public async Task Refuses_what_is_no_table_by_its_name(string start, string code)
    {
        var table = await TableFixture.ReadAsync(Encoding.Latin1.GetBytes(start));
        Assert.Equal(code, table.Inspection.Refusal!.Code);
        Assert.EndsWith(".", table.Inspection.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_table_without_names_and_still_shows_its_columns()
    {
        var table = await TableFixture.ReadAsync("colour,quantity\nred,1\nblue,2\n");
        Assert.Equal(RefusalCode.NoNameColumn, table.Inspection.Refusal!.Code);
        Assert.Equal(2, table.Plan.Columns.Count);
    }

    [Fact]
    public async Task Reads_the_first_of_two_columns_of_one_name_and_names_both()
    {
        var table = await TableFixture.ReadAsync("name,quantity,quantity\nRice,1,2\nSalt,3,4\n");
        Assert.Equal([1m, 3m], table.Items.Select(item => item.Quantity!.Value));
        var notice = Assert.Single(table.Inspection.Notices, notice => notice.Code == IssueCode.DuplicateHeader);
        Assert.Contains("Columns 2 and 3", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contains_an_unterminated_quote_in_its_own_line()
    {
        var text = new StringBuilder("name,quantity,unit\nRice,1,kg\n\"Salt,2,kg\n");
        for (var i = 0; i < 5000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Item {i},{i},kg\n");
        }

        var table = await TableFixture.ReadAsync(text.ToString());
        Assert.Equal(5001, table.Items.Count);
        Assert.Equal([(3, null, IssueCode.UnterminatedQuote)], table.Issues);
        Assert.Equal(5003, table.Records[^1].Line);
    }

    [Fact]
    public async Task Contains_an_unterminated_quote_before_quoted_cells()
    {
        var table = await TableFixture.ReadAsync("name,notes,quantity\n\"Salt,coarse,2\n\"Rice\",\"white, long\",3\nOats,\"a \"\"b\"\"\",4\n");
        Assert.Equal(["Rice", "Oats"], table.Items.Select(item => item.Name));
        Assert.Equal("a \"b\"", table.Item("Oats").Notes);
        Assert.Equal([(2, null, IssueCode.UnterminatedQuote)], table.Issues);
    }

    [Fact]
    public async Task Rejects_lines_that_an_opening_quote_and_a_later_inch_mark_make_one()
    {
        var table = await TableFixture.ReadAsync("name,category,quantity\nRice,dry,1\n\"Salt,dry,2\nPan 12\",tools,3\nOats,dry,4\n");
        Assert.Equal(["Rice", "Oats"], table.Items.Select(item => item.Name));
        Assert.Equal([(3, null, IssueCode.UnterminatedQuote)], table.Issues);
    }

    [Fact]
    public async Task Keeps_memory_flat_under_fifty_megabytes_of_unclosed_quote()
    {
        var bytes = new byte[49 * 1024 * 1024];
        Array.Fill(bytes, (byte)'x');
        "name,quantity\nRice,1\n\""u8.CopyTo(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = await TableFixture.ReadAsync(bytes);
        Assert.Equal("Rice", Assert.Single(table.Items).Name);
        Assert.Equal([(3, null, IssueCode.CellTooLong)], table.Issues);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20L * 1024 * 1024);
    }

    [Fact]
    public async Task Rejects_an_endless_cell_and_reads_on()
    {
        var table = await TableFixture.ReadAsync($"name,notes,quantity\nRice,{new string('a', 300_000)},1\nSalt,\"{new string('b', 60_000)}\n{new string('c', 60_000)}\",2\nOats,,3\n");
        Assert.Equal("Oats", Assert.Single(table.Items).Name);
        Assert.Equal([(2, IssueCode.CellTooLong), (3, IssueCode.CellTooLong)], table.Issues.Select(issue => (issue.Line, issue.Code)));
        Assert.Equal(5, table.Records[^1].Line);
    }

    [Fact]
    public async Task Rejects_a_name_over_200_characters()
    {
        var table = await TableFixture.ReadAsync($"name,quantity\n{new string('a', 201)},1\n{new string('b', 200)},2\n");
        Assert.Equal(200, Assert.Single(table.Items).Name.Length);
        Assert.Equal([(2, 1, IssueCode.NameTooLong)], table.Issues);
        Assert.Equal(80, table.Records[0].Issues[0].Value!.Length);
    }

    [Fact]
    public async Task Takes_a_stray_quote_as_text_and_rejects_text_after_a_closing_one()
    {
        var table = await TableFixture.ReadAsync("name,quantity\n12\" pan,1\n\"a\"b,2\nRice,3\n");
        Assert.Equal(["12\" pan", "Rice"], table.Items.Select(item => item.Name));
        Assert.Equal([(3, null, IssueCode.TextAfterQuote)], table.Issues);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Counts_lines_right_after_cells_of_several_lines(string end)
    {
        var table = await TableFixture.ReadAsync($"name,notes,quantity{end}Rice,\"one{end}two{end}three\",1{end}{end}Salt,,2{end}\"Oats{end}rolled\",,3{end}Corn,,4".ToString());
        Assert.Equal([("Rice", 2), ("Salt", 6), ("Oats rolled", 7), ("Corn", 9)], table.Records.Select(record => (record.Item!.Name, record.Line)));
        Assert.Equal("one\ntwo\nthree", table.Item("Rice").Notes);
    }

    [Fact]
    public async Task Reads_mixed_line_ends()
    {
        var table = await TableFixture.ReadAsync("name,quantity\r\nRice,1\rSalt,2\nOats,3");
        Assert.Equal([("Rice", 2, 1m), ("Salt", 3, 2m), ("Oats", 4, 3m)], table.Records.Select(record => (record.Item!.Name, record.Line, record.Item.Quantity!.Value)));
    }

    [Fact]
    public async Task Reads_short_rows_and_blank_extra_cells_but_not_shifted_ones()
    {
        var table = await TableFixture.ReadAsync("name,category,quantity,notes\nRice,dry,1\nSalt,dry,2,,,\nOats,3\nCorn,dry,4,x,7\nPeas,dry,5,x\n");
        Assert.Equal(["Rice", "Salt", "Peas"], table.Items.Select(item => item.Name));
        Assert.Equal([(4, 2, IssueCode.TooFewCells), (5, 5, IssueCode.TooManyCells)], table.Issues);
    }

    [Fact]
    public async Task Refuses_more_than_256_columns_and_contains_a_row_of_thousands_of_cells()
    {
        var wide = await TableFixture.ReadAsync("name," + string.Join(',', Enumerable.Range(1, 300).Select(i => $"c{i}")) + "\nRice,1\n");
        Assert.Equal(RefusalCode.TooManyColumns, wide.Inspection.Refusal!.Code);
        var table = await TableFixture.ReadAsync($"name,quantity\nRice,1\nSalt,2{new string(',', 1_000_000)}x\nOats,3\n");
        Assert.Equal(["Rice", "Oats"], table.Items.Select(item => item.Name));
        Assert.Equal([(3, IssueCode.TooManyCells)], table.Issues.Select(issue => (issue.Line, issue.Code)));
    }

    [Theory]
    [InlineData("Ri\0ce")]
    [InlineData("Ri\u0007ce")]
    [InlineData("Ri\u007Fce")]
    [InlineData("Ri\u202Ece")]
    [InlineData("Ri\u2066ce")]
    public async Task Rejects_control_and_bidirectional_characters(string name)
    {
        var table = await TableFixture.ReadAsync($"name,quantity\n{name},1\nSalt,2\n");
        Assert.Equal("Salt", Assert.Single(table.Items).Name);
        Assert.Equal([(2, 1, IssueCode.ControlCharacters)], table.Issues);
    }

    [Fact]
    public async Task Never_lets_damaged_bytes_into_the_stock()
    {
        var good = string.Concat(Enumerable.Range(0, 60).Select(i => $"Crème brûlée {i},1,Café\n"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes("name,quantity,supplier\n" + good), .. "Jalape"u8, 0xF1, .. "o,2,Caf\u00e9\nRice,3,Caf"u8, 0xE9, .. "\n"u8];
        var table = await TableFixture.ReadAsync(bytes);
        Assert.Equal("UTF-8", table.Plan.Detected.Encoding);
        Assert.Equal([(62, 1, IssueCode.DamagedText), (63, 3, IssueCode.DamagedText)], table.Issues);
        Assert.Null(table.Item("Rice").Supplier);
        Assert.All(table.Items, item => Assert.DoesNotContain('\uFFFD', item.Name));
    }

    [Fact]
    public async Task Stores_formulas_and_markup_as_they_stand()
    {
        var table = await TableFixture.ReadAsync("name,notes,quantity\n\"=HYPERLINK(\"\"x\"\")\",<script>alert(1)</script>,1\n@SUM,';DROP TABLE items;--,2\n+1 sauce,{{7*7}},3\n");
        Assert.Equal(["=HYPERLINK(\"x\")", "@SUM", "+1 sauce"], table.Items.Select(item => item.Name));
        Assert.Equal(["<script>alert(1)</script>", "';DROP TABLE items;--", "{{7*7}}"], table.Items.Select(item => item.Notes));
    }

    [Fact]
    public async Task Refuses_more_than_500_000_records()
    {
        var text = new StringBuilder("name\n");
        for (var i = 0; i <= ReadLimits.MaxRecords; i++)
        {
            text.Append("a\n");
        }

        var table = await TableFixture.ReadAsync(text.ToString());
        Assert.Equal(RefusalCode.TooManyRecords, table.Inspection.Refusal!.Code);
    }

    [Theory]
    [InlineData(ReadLimits.MaxRecords, true)]
    [InlineData(ReadLimits.MaxRecords + 1, false)]
    public async Task Refuses_more_than_500_000_json_rows(int rows, bool taken)
    {
        var json = "[" + string.Join(',', Enumerable.Repeat("{}", rows)) + "]";
        var plan = JsonRows.Plan(new ImportOptions(), "kitchen", "USD", "en-US");
        var inspection = await JsonRows.InspectAsync(new MemoryStream(Encoding.ASCII.GetBytes(json)), plan, TestContext.Current.CancellationToken);
        Assert.Equal((taken ? null : RefusalCode.TooManyRecords, taken ? rows : null), (inspection.Refusal?.Code, inspection.Records));
    }

    [Fact]
    public async Task Reads_data_at_once_where_the_values_are_evidence_and_asks_where_they_are_not()
    {
        var table = await TableFixture.ReadAsync("Rice,3,kg\nSalt,2,kg\nOats,7,kg\n");
        Assert.Equal((0, 3), (table.Plan.Detected.HeaderLine, table.Inspection.Records));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.NoHeader);
        table = await TableFixture.ReadAsync("Rice,Farm,3\nSalt,Mine,2\n");
        Assert.Equal(RefusalCode.NoNameColumn, table.Inspection.Refusal!.Code);
        table = await TableFixture.ReadAsync("Rice,Farm,3\nSalt,Mine,2\n", new ImportOptions { Mapping = [new ColumnChoice(1, ItemField.Name), new ColumnChoice(3, ItemField.Quantity)] });
        Assert.Equal([("Rice", 3m), ("Salt", 2m)], table.Items.Select(item => (item.Name, item.Quantity!.Value)));
    }

    [Fact]
    public async Task Takes_headers_in_any_case_order_and_padding_and_names_columns_it_does_not_know()
    {
        var table = await TableFixture.ReadAsync("  QUANTITY ,Colour of lid, NAME\n3,red,Rice\n2,blue,Salt\n");
        Assert.Equal([("Rice", 3m), ("Salt", 2m)], table.Items.Select(item => (item.Name, item.Quantity!.Value)));
        Assert.Equal(2, Assert.Single(table.Inspection.Notices, notice => notice.Code == IssueCode.ColumnNotImported).Column);
    }

    [Fact]
    public async Task Keeps_bytes_that_are_no_text_in_any_encoding_out_of_the_stock()
    {
        var good = string.Concat(Enumerable.Range(0, 60).Select(i => $"Crème brûlée {i},1\n"));
        var table = await TableFixture.ReadAsync([.. Encoding.UTF8.GetBytes("name,quantity\n" + good), .. "Ri"u8, 0xC0, 0xAF, 0xFF, .. "ce,2\nSalt,3\n"u8]);
        Assert.Equal([(62, 1, IssueCode.DamagedText)], table.Issues);
        Assert.Equal(3m, table.Item("Salt").Quantity);
    }

    [Fact]
    public async Task Refuses_a_file_above_50_megabytes_without_reading_it()
    {
        var bytes = new byte[ReadLimits.MaxBytes + 1];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var inspection = await FileInspector.InspectAsync(new MemoryStream(bytes), new ImportOptions(), "kitchen", "USD", "en-US", TestContext.Current.CancellationToken);
        Assert.Equal(RefusalCode.TooLarge, inspection.Refusal!.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Fact]
    public async Task Knows_a_name_again_in_other_forms_of_unicode_and_survives_a_tower_of_accents()
    {
        var tower = "e" + new string('\u0301', 150);
        var table = await TableFixture.ReadAsync($"name,quantity\nCafé,1\nCafe\u0301,2\nCa\u200Bfé,3\n{tower},4\n{new string('\u0301', 2000)},5\n");
        Assert.Single(table.Items.Take(3).Select(item => item.IdentityKey).Distinct());
        Assert.Equal(4m, table.At(5).Item!.Quantity);
        Assert.Equal((RecordOutcome.Rejected, IssueCode.NameTooLong), (table.At(6).Outcome, table.At(6).Issues[0].Code));
    }

    [Fact]
    public async Task Reads_a_stream_that_cannot_be_sought()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        await pipe.Writer.WriteAsync("name,quantity\nRice,1\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        var inspection = await FileInspector.InspectAsync(pipe.Reader.AsStream(), new ImportOptions(), "kitchen", "USD", "en-US", TestContext.Current.CancellationToken);
        Assert.Equal(1, inspection.Records);
    }
}
