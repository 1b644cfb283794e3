using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Marks an unfinished import failed, with the sentence that says why.</summary>
public sealed class FailImport(NpgsqlDataSource source, KitchenGuardDbContext db, Tenant tenant, TimeProvider clock)
{
    /// <summary>Fails the import unless it has ended.</summary>
    public async Task RunAsync(Guid importId, string sentence, CancellationToken ct)
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
                    set => set.SetProperty(i => i.Status, ImportStatus.Failed).SetProperty(i => i.Failure, sentence).SetProperty(i => i.FinishedAt, now), ct);
        }
    }
}
