using System.Globalization;
using CsvHelper;

namespace KitchenGuard.Web.Features.Inventory.Exporting;

/// <summary>Writes items as UTF-8 text with byte order mark, by RFC 4180 with CR LF; a row at a time.</summary>
internal static class CsvExport
{
    // A spreadsheet runs what starts like a formula; the import takes the mark off again. Numbers are never marked.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=+-@\t\r", NewLine = "\r\n",
    };

    private static readonly CsvWriterOptions WithSemicolons = Options with
    {
        Separator = ';', FormatProvider = new NumberFormatInfo { NumberDecimalSeparator = "," },
    };

    internal static async Task WriteAsync(ExportFormat format, IAsyncEnumerable<ItemAnswer> items, Stream output, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(output, format == ExportFormat.CsvSemicolon ? WithSemicolons : Options, leaveOpen: true);
        foreach (var column in ExportColumn.All)
        {
            csv.WriteField(column.Field);
        }

        await csv.EndRecordAsync(ct);
        await foreach (var item in items.WithCancellation(ct))
        {
            foreach (var column in ExportColumn.All)
            {
                Write(csv, column.Value(item));
            }

            await csv.EndRecordAsync(ct);
        }

        await csv.FlushAsync(ct);
    }

    private static void Write(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case decimal number:
                // 1.125 could be a thousand in another country; 1.1250 could not.
                csv.WriteField(number.Scale == 3 ? number * 1.0m : number);
                break;
            case DateOnly date:
                csv.WriteField(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                // What starts with the mark itself gets another, so that taking one off is always right.
                csv.WriteField(value is string and ['\'', ..] text ? "'" + text : (string?)value);
                break;
        }
    }
}
