using System.Text;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Chooses the sheet that holds the list, when nobody said which.</summary>
internal static class SheetChoice
{
    private const int MostSheets = 30;
    private const int SampleRows = 60;

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["kitchen"] = ["kitchen", "food", "küche", "cuisine", "cocina", "cucina", "cozinha"],
        ["bar"] = ["bar", "drinks", "beverage", "beverages", "getränke", "boissons", "bebidas", "bevande"],
    };

    /// <summary>
    /// The shown sheet that looks most like a list; of equals not one of what came or went, then the one that is named after the department, of several times'
    /// the last that is filled in, then the first.
    /// </summary>
    /// <returns>Null when every sheet is hidden or there is none.</returns>
    internal static SheetTab? Choose(Stream content, IReadOnlyList<SheetTab> sheets, string department)
    {
        var shown = sheets.Where(sheet => !sheet.IsHidden).Take(MostSheets).ToList();
        if (shown.Count <= 1)
        {
            return shown.FirstOrDefault();
        }

        var looks = shown.ConvertAll(sheet => (Sheet: sheet, Look: LookAt(content, sheet)));
        var best = looks.OrderByDescending(sheet => sheet.Look.Likeness).ThenBy(sheet => MovementTitles.Says(sheet.Sheet.Name)).ThenByDescending(sheet => IsNamedAfter(sheet.Sheet.Name, department)).First();
        var times = looks.FindAll(sheet => sheet.Look.Likeness == best.Look.Likeness && SheetPeriods.IsOne(sheet.Sheet.Name));
        if (times.Count < 2 || !times.Contains(best))
        {
            return best.Sheet;
        }

        // Those of the months to come are made ahead.
        var filled = times.FindAll(sheet => sheet.Look.Numbers * 2 >= times.Max(other => other.Look.Numbers));
        var last = SheetPeriods.Last([.. filled.Select(sheet => sheet.Sheet.Name)]);
        return filled.Find(sheet => sheet.Sheet.Name == last).Sheet;
    }

    /// <summary>Likeness 2: it has a header that is known; 1: it has rows of several cells; 0: neither. And how many cells with numbers it begins with.</summary>
    private static (int Likeness, int Numbers) LookAt(Stream content, SheetTab sheet)
    {
        var (wide, known, numbers) = (0, 0, 0);
        using var rows = new SheetRows(WorkbookFile.Open(content), sheet, headerLine: null);
        for (var i = 0; i < SampleRows && rows.Read(); i++)
        {
            var cells = rows.Cells.Take(rows.Count).Select(Encoding.UTF8.GetString).ToArray();
            var record = new SampleRecord(rows.Row, cells, RecordFault.None);
            wide += record.Filled > 1 ? 1 : 0;
            numbers += record.Numbers;
            known = Math.Max(known, HeaderFinding.KnownFields(record));
        }

        return (known >= 2 && wide >= 2 ? 2 : wide >= 2 ? 1 : 0, numbers);
    }

    private static bool IsNamedAfter(string name, string department) =>
        Words.TryGetValue(department, out var words) && ItemIdentity.Normalize(name).Split(' ', '-', '_').Any(words.Contains);
}
