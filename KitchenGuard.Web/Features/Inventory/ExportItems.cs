using System.Runtime.CompilerServices;
using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Features.Inventory.Exporting;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Writes a list as a file that comes back by an import without changing anything. Streams: a row at a time.</summary>
public sealed class ExportItems(NpgsqlDataSource source, KitchenGuardDbContext db, CurrentUser user, Audit audit, ILogger<ExportItems> logger)
{
    /// <summary>Writes the active items by name.</summary>
    /// <param name="department">The list.</param>
    /// <param name="format">The kind of file.</param>
    /// <param name="output">Receives the file; it stays open.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(Department department, ExportFormat format, Stream output, CancellationToken ct)
    {
        audit.Add(AuditActions.ListExported, department.Word());
        await db.SaveChangesAsync(ct);
        var items = ReadAsync(department, ct);
        await (format == ExportFormat.Xlsx
            ? WorkbookExport.WriteAsync(department.ToString(), items, output, ct)
            : CsvExport.WriteAsync(format, items, output, ct));
        InventoryLog.Exported(logger, department);
    }

    private async IAsyncEnumerable<ItemAnswer> ReadAsync(Department department, [EnumeratorCancellation] CancellationToken ct)
    {
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
            yield return ItemRows.Read(rows, user.SeesCosts());
        }
    }
}
