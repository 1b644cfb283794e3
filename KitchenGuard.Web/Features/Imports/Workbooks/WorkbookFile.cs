using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>A sheet with cells.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="IsHidden">Its tab is not shown.</param>
/// <param name="Id">Of its part.</param>
internal sealed record SheetTab(string Name, bool IsHidden, string Id);

/// <summary>An opened .xlsx or .xlsm: its sheets, formats and texts. Formulas and macros are never run.</summary>
internal sealed class WorkbookFile : IDisposable
{
    // For the two small parts that are read as a whole: the list of sheets and the styles.
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;

    private WorkbookFile(SpreadsheetDocument document)
    {
        _document = document;
        _workbook = document.WorkbookPart ?? throw new InvalidDataException("There is no workbook inside.");
        var workbook = _workbook.Workbook;
        Uses1904 = workbook.WorkbookProperties?.Date1904?.Value ?? false;
        Sheets = [.. (workbook.Sheets?.Elements<Sheet>() ?? []).Where(sheet => sheet.Id?.Value is { } id && _workbook.TryGetPartById(id, out var part) && part is WorksheetPart)
            .Select(sheet => new SheetTab(sheet.Name?.Value ?? "", (sheet.State?.Value ?? SheetStateValues.Visible) != SheetStateValues.Visible, sheet.Id!.Value!))];
    }

    internal bool Uses1904 { get; }

    internal IReadOnlyList<SheetTab> Sheets { get; }

    internal bool HasMacros => _workbook.VbaProjectPart is not null;

    /// <param name="content">Seekable, passed by <see cref="ZipGuard"/>; it stays open.</param>
    internal static WorkbookFile Open(Stream content)
    {
        content.Position = 0;
        var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostCharacters });
        try
        {
            return new WorkbookFile(document);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    internal SheetTab? Find(string name) =>
        Sheets.FirstOrDefault(sheet => sheet.Name == name) ?? Sheets.FirstOrDefault(sheet => sheet.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The sheet's XML, from its beginning.</summary>
    internal Stream OpenPart(SheetTab sheet) => _workbook.GetPartById(sheet.Id).GetStream(FileMode.Open, FileAccess.Read);

    internal SharedTexts ReadTexts() => SharedTexts.Read(_workbook.SharedStringTablePart?.GetStream(FileMode.Open, FileAccess.Read));

    /// <summary>The number format of each style.</summary>
    internal CellFormat[] ReadFormats()
    {
        if (_workbook.WorkbookStylesPart?.Stylesheet is not { } styles)
        {
            return [];
        }

        var codes = new Dictionary<uint, string>();
        foreach (var format in styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format is { NumberFormatId.Value: var id, FormatCode.Value: { } code })
            {
                codes[id] = code;
            }
        }

        var known = new Dictionary<uint, CellFormat>();
        return [.. (styles.CellFormats?.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>() ?? []).Select(style =>
        {
            var id = style.NumberFormatId?.Value ?? 0;
            return known.TryGetValue(id, out var format) ? format : known[id] = CellFormat.Of((int)Math.Min(id, int.MaxValue), codes.GetValueOrDefault(id));
        })];
    }

    public void Dispose() => _document.Dispose();
}
