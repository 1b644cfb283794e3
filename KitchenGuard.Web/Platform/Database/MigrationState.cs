using KitchenGuard.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Platform.Database;

/// <summary>Whether the database has every migration this version knows. Asked until the answer is yes, then remembered.</summary>
internal sealed class MigrationState(NpgsqlDataSource source, IServiceScopeFactory scopes)
{
    private volatile bool _complete;

    /// <summary>The sentence that names what is missing; null when nothing is.</summary>
    public async Task<string?> FindMissingAsync(CancellationToken ct)
    {
        if (_complete)
        {
            return null;
        }

        using var scope = scopes.CreateScope();
        var known = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Database.GetMigrations().ToHashSet();
        try
        {
            await using var command = source.CreateCommand("select migration_id from auth.migrations");
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                known.Remove(reader.GetString(0));
            }
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return "The database has no tables yet; run the migrate command as the owner role.";
        }

        _complete = known.Count == 0;
        return _complete ? null : $"The database lacks {known.Count} migrations; run the migrate command as the owner role.";
    }
}
