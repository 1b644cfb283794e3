using System.Globalization;
using System.IO.Packaging;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using KitchenGuard.Web.Platform.Files;

namespace KitchenGuard.Web.Features.Inventory.Exporting;

/// <summary>
/// Writes items as a workbook, a row at a time, over a temporary file: the parts of a package are written forward only, which keeps
/// memory flat. Texts are strings and never formulas, numbers are numbers, dates are dates.
/// </summary>
internal static partial class WorkbookExport
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // The styles, in the order of StylesOf.
    private const uint Heading = 1, Text = 2, Date = 3;

    // What a spreadsheet can hold of a number; longer ones are written as text, so that none loses a digit.
    private const int MostDigits = 15;

    internal static async Task WriteAsync(string sheet, IAsyncEnumerable<ItemAnswer> items, Stream output, CancellationToken ct)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"kg-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var package = Package.Open(new Forward(file), FileMode.Create, FileAccess.Write))
        {
            var book = Add(package, "/xl/workbook.xml", Types + "sheet.main+xml", new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = "rId1" })));
            package.CreateRelationship(book.Uri, TargetMode.Internal, Relations + "officeDocument", "rId1");
            var styles = Add(package, "/xl/styles.xml", Types + "styles+xml", Styles());
            book.CreateRelationship(styles.Uri, TargetMode.Internal, Relations + "styles", "rId2");
            var part = package.CreatePart(new Uri("/xl/worksheets/sheet1.xml", UriKind.Relative), Types + "worksheet+xml", CompressionOption.Fast);
            book.CreateRelationship(part.Uri, TargetMode.Internal, Relations + "worksheet", "rId1");
            await using var stream = part.GetStream();
            await WriteSheetAsync(stream, items, ct);
        }

        file.Position = 0;
        await file.CopyToAsync(output, ct);
    }

    private static PackagePart Add(Package package, string path, string type, OpenXmlElement root)
    {
        var part = package.CreatePart(new Uri(path, UriKind.Relative), type, CompressionOption.Fast);
        using var stream = part.GetStream();
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteElement(root);
        return part;
    }

    private static async Task WriteSheetAsync(Stream stream, IAsyncEnumerable<ItemAnswer> items, CancellationToken ct)
    {
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartElement(new Worksheet());
        var pane = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        writer.WriteElement(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(ExportColumn.All.Select((column, index) => new Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(ExportColumn.All.Select(column => OfText(column.Field, Heading))));
        await foreach (var item in items.WithCancellation(ct))
        {
            writer.WriteElement(new Row(ExportColumn.All.Select(column => Of(column.Value(item)))));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell Of(object? value) => value switch
    {
        null => new Cell(),
        decimal number when Digits(number) <= MostDigits => new Cell(new CellValue(number)),
        decimal number => OfText(number.ToString(CultureInfo.InvariantCulture), Text),
        DateOnly date => new Cell(new CellValue(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber)) { StyleIndex = Date },
        // What the import would take for a protected text gets one more mark, which it takes off.
        string and ['\'', var first, ..] text when SafeCsv.Marked.Contains(first) => OfText("'" + text, Text),
        _ => OfText((string)value, Text),
    };

    private static Cell OfText(string text, uint style) =>
        new(new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    /// <summary>A workbook writes what XML cannot hold as _x0001_, and so what looks like that with one more escape.</summary>
    private static string Escaped(string text) => Special().Replace(text, match =>
        match.Value[0] == '_' ? "_x005F" + match.Value : string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_"));

    private static int Digits(decimal number) => number.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit);

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]")]
    private static partial Regex Special();

    /// <summary>A file that can only be written on: so a package keeps none of its parts in memory.</summary>
    private sealed class Forward(Stream target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => target.Write(buffer);

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
