using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Ends an import, or its undo, that the program cannot do, with the sentence that says so.</summary>
public sealed class FailImport(NpgsqlDataSource source, KitchenGuardDbContext db, Tenant tenant, TimeProvider clock)
{
    private const string Import = "The file could not be imported because of a fault in the program. Nothing was changed; the operators can see the details.";
    private const string Undo = "The import could not be undone because of a fault in the program. Nothing was taken back; the operators can see the details.";

    /// <summary>Marks the import failed, or what could not be undone completed as it was, unless it has ended.</summary>
    public async Task RunAsync(Guid importId, CancellationToken ct)
    {
        await using var find = source.CreateCommand("select inventory.restaurant_of_import($1)");
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        if (await find.ExecuteScalarAsync(ct) is Guid restaurantId)
        {
            tenant.Enter(restaurantId);
            var now = clock.GetUtcNow();
            await db.Imports
                .Where(i => i.Id == importId && (i.Status == ImportStatus.Pending || i.Status == ImportStatus.Running))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.Status, ImportStatus.Failed).SetProperty(i => i.Failure, Import).SetProperty(i => i.FinishedAt, now), ct);
            await db.Imports
                .Where(i => i.Id == importId && i.Status == ImportStatus.Undoing)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, ImportStatus.Completed).SetProperty(i => i.Failure, Undo), ct);
        }
    }
}
