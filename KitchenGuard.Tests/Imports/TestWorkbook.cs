using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KitchenGuard.Tests.Imports;

/// <summary>Writes workbooks as XML, also ones that no program would write.</summary>
internal sealed class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string? State, string Xml)> _sheets = [];
    private readonly List<(string Path, byte[] Content)> _parts = [];
    private readonly List<string> _formats = [];
    private string _properties = "";
    private string? _texts;
    private bool _hasMacros;

    /// <summary>A sheet of cells as they come: text, numbers, or XML of a cell that begins with &lt;c.</summary>
    internal TestWorkbook Sheet(string name, params object?[][] rows) => SheetXml(name, Rows(rows));

    internal TestWorkbook HiddenSheet(string name, params object?[][] rows) => SheetXml(name, Rows(rows), "hidden");

    /// <summary>A sheet with the given content of its worksheet element.</summary>
    internal TestWorkbook SheetXml(string name, string inner, string? state = null)
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relation}\">{inner}</worksheet>"));
        return this;
    }

    /// <summary>The whole of a sheet's part.</summary>
    internal TestWorkbook SheetPart(string name, string xml)
    {
        _sheets.Add((name, null, xml));
        return this;
    }

    /// <summary>Shared texts, each the content of an si element.</summary>
    internal TestWorkbook Texts(params string[] items)
    {
        _texts = $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>";
        return this;
    }

    /// <summary>A number format; cells name it by its style, the first by 1.</summary>
    internal TestWorkbook Formats(params string[] codes)
    {
        _formats.AddRange(codes);
        return this;
    }

    internal TestWorkbook Uses1904()
    {
        _properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    internal TestWorkbook WithMacros()
    {
        _hasMacros = true;
        return this;
    }

    internal TestWorkbook Part(string path, byte[] content)
    {
        _parts.Add((path, content));
        return this;
    }

    internal static string Rows(object?[][] rows) => "<sheetData>" + string.Concat(rows.Select((row, index) => Row(index + 1, row))) + "</sheetData>";

    internal static string Row(int number, object?[] cells, string attributes = "") =>
        $"<row r=\"{number}\" {attributes}>" + string.Concat(cells.Select((cell, index) => Cell(number, index + 1, cell))) + "</row>";

    /// <summary>A number under a style.</summary>
    internal static string Styled(string number, int style) => $"<c s=\"{style}\"><v>{number}</v></c>";

    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string text) => Write(zip, path, Encoding.UTF8.GetBytes(text));
            var kind = _hasMacros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
            var overrides = string.Concat(_sheets.Select((_, i) =>
                $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
            Add("[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}\"/>{overrides}"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
            Add("_rels/.rels", Relations($"<Relationship Id=\"rId1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\">{_properties}<sheets>"
                + string.Concat(_sheets.Select((sheet, i) =>
                    $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\"{(sheet.State is null ? "" : $" state=\"{sheet.State}\"")} r:id=\"rId{i + 1}\"/>"))
                + "</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", Relations(
                string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId900\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/>"
                + (_texts is null ? "" : $"<Relationship Id=\"rId901\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/>")
                + (_hasMacros ? "<Relationship Id=\"rId902\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>" : "")));
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>"
                + string.Concat(_formats.Select((code, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"))
                + "</numFmts><cellXfs><xf numFmtId=\"0\"/>" + string.Concat(_formats.Select((_, i) => $"<xf numFmtId=\"{164 + i}\"/>")) + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            if (_texts is not null)
            {
                Add("xl/sharedStrings.xml", _texts);
            }

            if (_hasMacros)
            {
                Write(zip, "xl/vbaProject.bin", [1, 2, 3]);
            }

            for (var i = 0; i < _sheets.Count; i++)
            {
                Add($"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Xml);
            }

            foreach (var (path, content) in _parts)
            {
                Write(zip, path, content);
            }
        }

        return stream.ToArray();
    }

    private static string Cell(int row, int column, object? value)
    {
        var place = Place(column, row);
        return value switch
        {
            null => "",
            string text when text.StartsWith("<c", StringComparison.Ordinal) => string.Concat($"<c r=\"{place}\"", text.AsSpan(2)),
            string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            IFormattable number => $"<c r=\"{place}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
            _ => throw new ArgumentException("A cell is text or a number.", nameof(value)),
        };
    }

    internal static string Place(int column, int row)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private static string Relations(string inner) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";

    private static void Write(ZipArchive zip, string path, byte[] content)
    {
        using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }
}
