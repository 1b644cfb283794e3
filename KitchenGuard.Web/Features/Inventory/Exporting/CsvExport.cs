using KitchenGuard.Web.Platform.Files;

namespace KitchenGuard.Web.Features.Inventory.Exporting;

/// <summary>Writes items as text, a row at a time.</summary>
internal static class CsvExport
{
    internal static async Task WriteAsync(ExportFormat format, IAsyncEnumerable<ItemAnswer> items, Stream output, CancellationToken ct)
    {
        await using var csv = new SafeCsv(output, format == ExportFormat.CsvSemicolon);
        await csv.WriteAsync(ExportColumn.All.Select(column => column.Field), ct);
        await foreach (var item in items.WithCancellation(ct))
        {
            await csv.WriteAsync(ExportColumn.All.Select(column => column.Value(item)), ct);
        }

        await csv.FlushAsync(ct);
    }
}
