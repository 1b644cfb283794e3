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

    /// <summary>The shown sheet that looks most like a list; of equals the one that is named after the department, then the first.</summary>
    /// <returns>Null when every sheet is hidden or there is none.</returns>
    internal static SheetTab? Choose(Stream content, IReadOnlyList<SheetTab> sheets, string department)
    {
        var shown = sheets.Where(sheet => !sheet.IsHidden).ToList();
        return shown.Count <= 1
            ? shown.FirstOrDefault()
            : shown.Take(MostSheets).OrderByDescending(sheet => Likeness(content, sheet)).ThenByDescending(sheet => IsNamedAfter(sheet.Name, department)).First();
    }

    /// <summary>2: it has a header that is known; 1: it has rows of several cells; 0: neither.</summary>
    private static int Likeness(Stream content, SheetTab sheet)
    {
        var (wide, known) = (0, 0);
        using var rows = new SheetRows(WorkbookFile.Open(content), sheet, headerLine: null);
        for (var i = 0; i < SampleRows && rows.Read(); i++)
        {
            var cells = rows.Cells.Take(rows.Count).Select(Encoding.UTF8.GetString).ToArray();
            var record = new SampleRecord(rows.Row, cells, RecordFault.None);
            wide += record.Filled > 1 ? 1 : 0;
            known = Math.Max(known, HeaderFinding.KnownFields(record));
        }

        return known >= 2 && wide >= 2 ? 2 : wide >= 2 ? 1 : 0;
    }

    private static bool IsNamedAfter(string name, string department) =>
        Words.TryGetValue(department, out var words) && ItemIdentity.Normalize(name).Split(' ', '-', '_').Any(words.Contains);
}
