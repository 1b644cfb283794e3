using System.Globalization;
using CsvHelper;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Writes a list as a file that comes back by an import without changing anything. Streams: a row at a time.</summary>
public sealed class ExportItems(NpgsqlDataSource source, CurrentUser user, ILogger<ExportItems> logger)
{
    // A spreadsheet runs what starts like a formula; the import takes the mark off again. Numbers are never marked.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=+-@\t\r", NewLine = "\r\n",
    };

    /// <summary>The file's name: the list and the day (UTC).</summary>
    public static string FileName(Department department, TimeProvider clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{department.Word()}-{clock.GetUtcNow():yyyy-MM-dd}.csv");

    /// <summary>Writes the active items by name: UTF-8 with byte order mark, header, RFC 4180 with CR LF.</summary>
    public async Task RunAsync(Department department, Stream output, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var field in ItemFields.Names)
        {
            csv.WriteField(field);
        }

        await csv.EndRecordAsync(ct);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"""
            select {ItemRows.Columns} from inventory.items i {ItemRows.Joins}
            where i.restaurant_id = $1 and i.department = '{department.Word()}' and i.archived_at is null order by i.name_sort, i.id
            """)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = user.RestaurantId, NpgsqlDbType = NpgsqlDbType.Uuid } },
        });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            Write(csv, ItemRows.Read(rows, user.SeesCosts()));
            await csv.EndRecordAsync(ct);
        }

        await csv.FlushAsync(ct);
        InventoryLog.Exported(logger, department);
    }

    private static void Write(CsvWriter csv, ItemAnswer item)
    {
        csv.WriteField(Marked(item.Name));
        csv.WriteField(Marked(item.Sku));
        csv.WriteField(Marked(item.Barcode));
        csv.WriteField(Marked(item.Brand));
        csv.WriteField(Marked(item.Category));
        csv.WriteField(item.Quantity);
        csv.WriteField(Marked(item.Unit));
        csv.WriteField(Marked(item.PackSize));
        csv.WriteField(item.CaseSize);
        csv.WriteField(item.CaseCost);
        csv.WriteField(item.UnitCost);
        csv.WriteField(item.SalePrice);
        csv.WriteField(item.ParLevel);
        csv.WriteField(item.ParCases);
        csv.WriteField(item.ReorderPoint);
        csv.WriteField(Marked(item.Supplier));
        csv.WriteField(Marked(item.StorageArea));
        csv.WriteField(item.ExpiresOn);
        csv.WriteField(Marked(item.LotCode));
        csv.WriteField(Marked(item.BottleSize));
        csv.WriteField(item.Abv);
        csv.WriteField(Marked(item.Notes));
    }

    // What starts with the mark itself gets another, so that taking one off is always right.
    private static string? Marked(string? text) => text is ['\'', ..] ? "'" + text : text;
}
