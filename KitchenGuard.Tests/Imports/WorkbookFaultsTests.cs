using System.IO.Compression;
using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Workbooks that are broken, hostile or no .xlsx: refused in a sentence, before anything is unpacked that should not be.</summary>
public class WorkbookFaultsTests
{
    private static readonly object?[][] List = [["name", "quantity"], ["Rice", 1], ["Salt", 2]];

    [Fact]
    public async Task Refuses_a_bomb_by_what_it_declares()
    {
        var zeros = new byte[64 * 1024 * 1024];
        zeros.AsSpan().Fill((byte)' ');
        var refusal = await RefuseAsync(new TestWorkbook().Sheet("Stock", List).Part("xl/media/image1.xml", zeros).ToBytes());
        Assert.Equal(RefusalCode.TooLarge, refusal.Code);
        Assert.Contains("unpacks to far more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_no_more_of_an_entry_than_it_declares()
    {
        // The bomb lies about its size: 64 MB of blanks before the end of the sheet, declared as 1000 bytes.
        var blanks = new string(' ', 64 * 1024 * 1024);
        var bytes = new TestWorkbook().SheetPart("Stock", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{TestWorkbook.Rows(List)}{blanks}</worksheet>").ToBytes();
        foreach (var (at, length) in Sizes(bytes, "xl/worksheets/sheet1.xml"))
        {
            Assert.True(length is 0 or > 64_000_000);
            BitConverter.TryWriteBytes(bytes.AsSpan(at), 1000);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(RefusalCode.Workbook, (await RefuseAsync(bytes)).Code);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public async Task Refuses_ten_thousand_parts()
    {
        var workbook = new TestWorkbook().Sheet("Stock", List);
        for (var i = 0; i < 10_001; i++)
        {
            workbook.Part($"xl/media/{i}.xml", []);
        }

        Assert.Equal(RefusalCode.TooLarge, (await RefuseAsync(workbook.ToBytes())).Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;\">]>")]
    public async Task Refuses_document_types_and_what_they_would_bring_in(string type)
    {
        var sheet = $"{type}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + TestWorkbook.Row(1, ["name"]) + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        Assert.Equal(RefusalCode.Workbook, (await RefuseAsync(new TestWorkbook().SheetPart("Stock", sheet).ToBytes())).Code);
    }

    [Fact]
    public async Task Refuses_an_entity_in_the_list_of_sheets()
    {
        var bytes = Rewrite(new TestWorkbook().Sheet("Stock", List).ToBytes(), "xl/workbook.xml",
            text => "<!DOCTYPE workbook [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text.Replace("name=\"Stock\"", "name=\"&e;\"", StringComparison.Ordinal));
        Assert.Equal(RefusalCode.Workbook, (await RefuseAsync(bytes)).Code);
    }

    [Fact]
    public async Task Refuses_a_cell_beyond_the_most_columns_and_names_it()
    {
        var header = Enumerable.Range(1, 300).Select(i => (object?)(i == 1 ? "name" : $"c{i}")).ToArray();
        var refusal = await RefuseAsync(new TestWorkbook().Sheet("Stock", header, ["Rice"]).ToBytes());
        Assert.Equal(RefusalCode.TooManyColumns, refusal.Code);
        Assert.Contains("column 257 (IW)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_more_rows_than_are_taken()
    {
        var rows = new StringBuilder("<sheetData>").Append(TestWorkbook.Row(1, ["name"]));
        for (var i = 2; i <= 501_010; i++)
        {
            rows.Append("<row><c><v>7</v></c></row>");
        }

        Assert.Equal(RefusalCode.TooManyRecords, (await RefuseAsync(new TestWorkbook().SheetXml("Stock", rows.Append("</sheetData>").ToString()).ToBytes())).Code);
    }

    [Fact]
    public async Task Styled_cells_without_content_are_no_cells()
    {
        var table = await TableFixture.ReadAsync(new TestWorkbook().SheetXml("Stock", "<sheetData>" + TestWorkbook.Row(1, ["name", "quantity"])
            + TestWorkbook.Row(2, ["Rice", 1]) + "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"0\"/></row></sheetData>").ToBytes());
        Assert.Equal(1, table.Inspection.Records);
        Assert.Equal(2, table.Plan.Columns.Count);
    }

    [Theory]
    [InlineData(32_000, true)]
    [InlineData(10_000, false)]
    public async Task Rejects_a_row_with_a_cell_that_is_too_long(int length, bool isTooLong)
    {
        var table = await TableFixture.ReadAsync(new TestWorkbook().Sheet("Stock", ["name", "notes"], ["Rice", new string('x', length)], ["Salt", "fine"]).ToBytes());
        Assert.Equal(isTooLong ? 1 : 2, table.Items.Count);
        Assert.Equal(isTooLong, table.Issues.Exists(issue => issue is (2, _, IssueCode.CellTooLong)));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public async Task Refuses_a_file_that_was_cut_off(double share)
    {
        var bytes = new TestWorkbook().Sheet("Stock", List).ToBytes();
        var refusal = await RefuseAsync(bytes[..(int)(bytes.Length * share)]);
        Assert.Equal(RefusalCode.Workbook, refusal.Code);
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survives_any_changed_byte()
    {
        var bytes = new TestWorkbook().Texts("<t>name</t>", "<t>Rice</t>").Formats("0.00").Sheet("Stock", ["<c t=\"s\"><v>0</v></c>", "quantity"], ["<c t=\"s\"><v>1</v></c>", TestWorkbook.Styled("1.5", 1)]).ToBytes();
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= (byte)(1 + (i % 255));
            // Whatever comes of it: an answer, never an exception.
            await TableFixture.ReadAsync(changed);
        }
    }

    [Theory]
    [InlineData("<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"1\">")]
    public async Task Refuses_a_sheet_that_contradicts_itself(string inner) =>
        Assert.Equal(RefusalCode.Workbook, (await RefuseAsync(new TestWorkbook().SheetXml("Stock", inner).ToBytes())).Code);

    [Theory]
    [InlineData("binary Excel workbook (.xlsb)", "[Content_Types].xml", "xl/workbook.bin")]
    [InlineData("OpenDocument file (.ods)", "mimetype", "content.xml")]
    [InlineData("Numbers document", "Index/Document.iwa", "Metadata/Properties.plist")]
    [InlineData("Word document", "[Content_Types].xml", "word/document.xml")]
    [InlineData("presentation", "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData("ZIP archive", "readme.txt", "list.csv")]
    public async Task Refuses_other_archives_by_name(string words, params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                zip.CreateEntry(entry);
            }
        }

        var refusal = await RefuseAsync(stream.ToArray());
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("upload", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_protected_workbook_from_an_old_one()
    {
        byte[] start = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Assert.Contains("(.xls)", (await RefuseAsync([.. start, .. new byte[90_000]])).Message, StringComparison.Ordinal);
        Assert.Contains("password", (await RefuseAsync([.. start, .. new byte[70_001], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[900]])).Message, StringComparison.Ordinal);
    }

    private static async Task<FileRefusal> RefuseAsync(byte[] bytes) => (await TableFixture.ReadAsync(bytes)).Inspection.Refusal!;

    private static byte[] Rewrite(byte[] bytes, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }

    /// <summary>Where the headers of an entry say how large it is unpacked.</summary>
    private static List<(int At, int Length)> Sizes(byte[] bytes, string name)
    {
        var found = new List<(int At, int Length)>();
        for (var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            if (bytes.AsSpan(at + 46).StartsWith(Encoding.UTF8.GetBytes(name)))
            {
                found.Add((at + 24, BitConverter.ToInt32(bytes, at + 24)));
            }

            var next = bytes.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return found;
    }
}
