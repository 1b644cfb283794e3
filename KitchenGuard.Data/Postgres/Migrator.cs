using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Data.Postgres;

/// <summary>Brings a database to this version's schema. Runs as the owner role, before instances serve; never as the serving role.</summary>
public static class Migrator
{
    /// <summary>Applies what is missing. Safe to run on several machines at once: EF holds a lock while it works.</summary>
    /// <param name="ownerConnectionString">Connects as the role that owns the database (kg_owner).</param>
    /// <param name="ct">Stops between migrations.</param>
    /// <returns>The names of the migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false, CommandTimeout = 600 }.ConnectionString);
        await using var context = MigrationContext.Create(source);
        var pending = (await context.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
        {
            await context.Database.MigrateAsync(ct);
        }

        return pending;
    }
}
