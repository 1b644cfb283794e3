using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>What is said about a workbook: which of its sheets is read, and what a person may not see in it.</summary>
internal sealed record WorkbookNotices(IReadOnlyList<SheetTab> Sheets, SheetTab Sheet, bool HasMacros, bool WasGiven)
{
    internal IReadOnlyList<string> Names => [.. Sheets.Select(sheet => sheet.Name)];

    internal IEnumerable<FoundIssue> Of(SheetFacts facts)
    {
        var others = Sheets.Where(sheet => sheet != Sheet && !sheet.IsHidden).ToList();
        if (others.Count > 0 && !WasGiven)
        {
            yield return SheetPeriods.IsOne(Sheet.Name) && others.Exists(sheet => SheetPeriods.IsOne(sheet.Name))
                ? Notice(IssueCode.SheetChosen, $"The workbook has sheets of several times: {InspectWorkbook.Names(others)}. '{Sheet.Name}' is read as the last one that is filled in; choose another if it is not.") with { Severity = IssueSeverity.Warning }
                : Notice(IssueCode.SheetChosen, $"The sheet '{Sheet.Name}' is read. The workbook also has {InspectWorkbook.Names(others)}.");
        }

        var hidden = Sheets.Where(sheet => sheet != Sheet && sheet.IsHidden).ToList();
        if (hidden.Count > 0)
        {
            yield return Notice(IssueCode.HiddenSheets, hidden.Count == 1
                ? $"The workbook has a hidden sheet, {InspectWorkbook.Names(hidden)}; it is not read."
                : $"The workbook has {hidden.Count} hidden sheets, {InspectWorkbook.Names(hidden)}; they are not read.");
        }

        if (facts.HiddenRows > 0)
        {
            var rows = string.Join(", ", facts.FirstHiddenRows.Select(row => row.ToString(CultureInfo.InvariantCulture)));
            yield return Notice(IssueCode.HiddenCells, facts.HiddenRows == 1
                ? $"Row {rows} is hidden in the sheet, perhaps by a filter; it is read like the others."
                : $"{facts.HiddenRows:N0} rows are hidden in the sheet, perhaps by a filter ({rows}{(facts.HiddenRows > facts.FirstHiddenRows.Count ? ", …" : "")}); they are read like the others.");
        }

        if (facts.HiddenColumns.Count > 0)
        {
            var columns = string.Join(", ", facts.HiddenColumns.Take(10).Select(CellPlace.Letters));
            yield return Notice(IssueCode.HiddenCells, facts.HiddenColumns.Count == 1
                ? $"Column {columns} is hidden in the sheet; it is read like the others."
                : $"The columns {columns} are hidden in the sheet; they are read like the others.");
        }

        if (HasMacros)
        {
            yield return Notice(IssueCode.MacrosIgnored, "The workbook has macros; they are not run.");
        }
    }

    private static FoundIssue Notice(string code, string message) => new(0, null, null, null, IssueSeverity.Notice, code, message);
}
