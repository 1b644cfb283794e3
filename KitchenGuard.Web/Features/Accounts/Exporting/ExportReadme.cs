using System.Globalization;
using System.Text;

namespace KitchenGuard.Web.Features.Accounts.Exporting;

/// <summary>The README.txt of the whole-data export: what is what.</summary>
internal static class ExportReadme
{
    /// <summary>Its text.</summary>
    /// <param name="restaurant">The restaurant's name.</param>
    /// <param name="at">When the export was made.</param>
    /// <param name="tables">The files with their rows.</param>
    /// <param name="files">How many uploaded files are inside.</param>
    public static string Write(string restaurant, DateTimeOffset at, IEnumerable<(ExportTable Table, long Rows)> tables, int files)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"All data of {restaurant} on KitchenGuard\nMade on {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, all files from the same moment.\n\n");
        foreach (var (table, rows) in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"{table.File} ({rows} {(rows == 1 ? "row" : "rows")})\n  {table.About}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"files/ ({files})\n  The files that were uploaded, as they were sent; they are kept for 90 days.\n")
            .Append(
                """

                How to read them
                  The files are UTF-8 with commas between cells and decimal points. Moments are UTC, dates are year-month-day, money is in the restaurant's currency.
                  A text that a spreadsheet would take for a formula has an apostrophe in front.
                  kitchen.csv and bar.csv can be imported again: their first columns are those of a list's export.
                  Whoever has left shows as “a former member”.

                Not in here
                  Passwords, PINs, sessions and keys, which are not the restaurant's.

                """).ToString().ReplaceLineEndings("\r\n");
    }
}
