using Hangfire.PostgreSql;
using Npgsql;

namespace KitchenGuard.Web.Platform.Jobs;

/// <summary>Hangfire's own tables, installed by the owner role; the serving role may use them and not alter them.</summary>
internal static class HangfireSchema
{
    public const string Name = "hangfire";

    public static async Task InstallAsync(string ownerConnectionString, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        // Hangfire's installer is not made for several at once: one holds this lock, the others find everything there.
        await using (var guard = new NpgsqlCommand("select pg_advisory_lock(4710)", connection))
        {
            await guard.ExecuteNonQueryAsync(ct);
        }

        await using (var installed = new NpgsqlCommand(
            "select coalesce((select version from hangfire.schema limit 1), 0) where to_regclass('hangfire.schema') is not null", connection))
        {
            try
            {
                if (await installed.ExecuteScalarAsync(ct) is int and >= CurrentVersion)
                {
                    return;
                }
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
            {
                // Not installed yet.
            }
        }

        PostgreSqlObjectsInstaller.Install(connection, Name);
        await using var grants = new NpgsqlCommand(
            $"""
            grant usage on schema {Name} to kg_app;
            grant select, insert, update, delete on all tables in schema {Name} to kg_app;
            grant usage, select on all sequences in schema {Name} to kg_app;
            revoke insert, update, delete on {Name}.schema from kg_app;
            """, connection);
        await grants.ExecuteNonQueryAsync(ct);
    }

    // The schema version of the pinned Hangfire.PostgreSql; a newer package raises it and installs again.
    private const int CurrentVersion = 23;
}
