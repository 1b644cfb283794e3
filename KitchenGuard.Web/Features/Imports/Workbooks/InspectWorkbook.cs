using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Finds out which sheet of a workbook is the list and how it is read: its text is inspected as a file's is.</summary>
internal static class InspectWorkbook
{
    /// <param name="content">A ZIP file, seekable; it stays open.</param>
    /// <param name="given">What a person or script said; encoding, delimiter and quote mean nothing here.</param>
    /// <param name="department"><c>kitchen</c> or <c>bar</c>.</param>
    /// <param name="currency">The restaurant's currency.</param>
    /// <param name="locale">The restaurant's locale.</param>
    /// <param name="inspect">Inspects a text.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task<Inspection> RunAsync(
        Stream content, ImportOptions given, string department, string currency, string locale, Func<Stream, ImportOptions, Task<Inspection>> inspect,
        CancellationToken ct)
    {
        try
        {
            if (ZipGuard.Refuse(content) is { } refusal)
            {
                return Refuse(refusal);
            }

            var (sheets, hasMacros, uses1904) = Facts(content);
            var sheet = given.Sheet is { } name
                ? sheets.FirstOrDefault(tab => tab.Name == name) ?? sheets.FirstOrDefault(tab => tab.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                : SheetChoice.Choose(content, sheets, department);
            if (sheet is null)
            {
                return Refuse(new(RefusalCode.NoSheet, given.Sheet is null
                    ? "The workbook has no sheet with cells that is shown."
                    : $"The workbook has no sheet '{CellText.Cut(given.Sheet)}'. Its sheets are {Names(sheets)}."));
            }

            var (inspection, facts) = await InspectAsync(content, given, sheet, inspect);
            var notices = new WorkbookNotices(sheets, sheet, hasMacros, given.Sheet is not null);
            return inspection.Refusal is { Code: RefusalCode.Empty }
                ? Empty(given, notices, department, currency, locale)
                : await FinishAsync(content, inspection, given, notices, facts, uses1904, ct);
        }
        catch (WorkbookException exception)
        {
            return Refuse(exception.Refusal);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException
            or KeyNotFoundException or FormatException or EndOfStreamException or OverflowException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return Refuse(!ZipGuard.BeginsLikeWorkbook(content)
                ? new(RefusalCode.Archive, "This is a ZIP archive, and it is damaged. Upload the .xlsx or CSV file that was put into it.")
                : new(RefusalCode.Workbook, "This workbook is damaged. Open it in a spreadsheet program, save it again as .xlsx or CSV, and upload that file."));
        }
    }

    private static (IReadOnlyList<SheetTab> Sheets, bool HasMacros, bool Uses1904) Facts(Stream content)
    {
        using var workbook = WorkbookFile.Open(content);
        return (workbook.Sheets, workbook.HasMacros, workbook.Uses1904);
    }

    private static async Task<(Inspection Inspection, SheetFacts Facts)> InspectAsync(
        Stream content, ImportOptions given, SheetTab sheet, Func<Stream, ImportOptions, Task<Inspection>> inspect)
    {
        var ofText = given with { Encoding = "utf-8", Delimiter = SheetText.Delimiter.ToString(), Quote = "", Sheet = null };
        await using var text = TemporaryFile.Create();
        var facts = Write(content, sheet, null, text);
        var inspection = await inspect(text, ofText);
        if (inspection.Plan?.Detected.HeaderLine is not { } header || !SpansRowsBelow(content, sheet, header))
        {
            return (inspection, facts);
        }

        // Where the header is, is known only now; it stays there, since what is filled stands below it.
        facts = Write(content, sheet, header, text);
        return (await inspect(text, ofText with { HeaderLine = header }), facts);
    }

    private static SheetFacts Write(Stream content, SheetTab sheet, int? headerLine, FileStream target)
    {
        target.SetLength(0);
        using var text = SheetText.Open(content, sheet.Name, headerLine);
        text.CopyTo(target, 1 << 16);
        target.Position = 0;
        return text.Facts;
    }

    private static bool SpansRowsBelow(Stream content, SheetTab sheet, int header)
    {
        using var workbook = WorkbookFile.Open(content);
        return MergedCells.Find(workbook, sheet).Any(cell => cell.First > header);
    }

    /// <summary>Where there are other sheets, one of them can still be chosen: the plan knows them.</summary>
    private static Inspection Empty(ImportOptions given, WorkbookNotices notices, string department, string currency, string locale)
    {
        var detected = new Detected("UTF-8", "", "", 0, null, null) { Sheet = notices.Sheet.Name, Sheets = notices.Names, SheetRows = 0 };
        var plan = notices.Sheets.Count < 2 ? null : new ReadPlan(detected, [], given, currency, locale) { Department = department };
        return new Inspection(plan, new(RefusalCode.Empty, $"The sheet '{notices.Sheet.Name}' is empty."), [], [], null);
    }

    private static async Task<Inspection> FinishAsync(
        Stream content, Inspection inspection, ImportOptions given, WorkbookNotices notices, SheetFacts facts, bool uses1904, CancellationToken ct)
    {
        if (inspection.Plan is not { } plan)
        {
            return inspection with { Notices = [.. notices.Of(facts), .. inspection.Notices] };
        }

        var found = inspection.Notices.AsEnumerable();
        if (uses1904)
        {
            // A bare number could be a day of either calendar.
            found = found.Where(notice => notice.Code != IssueCode.DaySerials);
            plan = plan with
            {
                Columns = WithoutSerials(plan.Columns),
                Tables = [.. plan.Tables.Select(table => table with { Columns = WithoutSerials(table.Columns) })],
            };
        }

        plan = plan with
        {
            Detected = plan.Detected with { Delimiter = "", Quote = "", Sheet = notices.Sheet.Name, Sheets = notices.Names, SheetRows = facts.LastRow },
            Options = given,
        };
        var first = await RecordReader.ReadAsync(content, plan, ct).Take(inspection.FirstRecords.Count).ToListAsync(ct);
        return inspection with { Plan = plan, Notices = [.. notices.Of(facts), .. found], FirstRecords = first };
    }

    private static MappedColumn[] WithoutSerials(IReadOnlyList<MappedColumn> columns) => [.. columns.Select(column => column with { DaySerials = false })];

    internal static string Names(IEnumerable<SheetTab> sheets) => string.Join(", ", sheets.Take(20).Select(sheet => $"'{sheet.Name}'"));

    private static Inspection Refuse(FileRefusal refusal) => new(null, refusal, [], [], null);
}
