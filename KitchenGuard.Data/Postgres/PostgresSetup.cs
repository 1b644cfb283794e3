using Npgsql;

namespace KitchenGuard.Data.Postgres;

/// <summary>Makes KitchenGuard's roles and databases on a server, as its superuser. Production's operators run the same SQL files with psql.</summary>
public static class PostgresSetup
{
    /// <summary>The role that owns the database and migrates it.</summary>
    public const string OwnerRole = "kg_owner";

    /// <summary>The role that serves; owns nothing and is bound by row-level security.</summary>
    public const string AppRole = "kg_app";

    /// <summary>Makes the roles that are missing and sets both passwords (roles.sql).</summary>
    public static async Task ApplyRolesAsync(string superuserConnectionString, string ownerPassword, string appPassword, CancellationToken ct)
    {
        var sql = await ReadSqlAsync("roles.sql", ct);
        await ExecuteAsync(superuserConnectionString, null,
            sql.Replace(":'owner_password'", Literal(ownerPassword), StringComparison.Ordinal)
                .Replace(":'app_password'", Literal(appPassword), StringComparison.Ordinal), ct);
    }

    /// <summary>Makes a database owned by kg_owner unless it is there, and sets who may do what with it (database.sql). The roles have to be there.</summary>
    public static async Task CreateDatabaseAsync(string superuserConnectionString, string name, CancellationToken ct)
    {
        try
        {
            await ExecuteAsync(superuserConnectionString, null,
                $"create database {Identifier(name)} owner {OwnerRole} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'", ct);
        }
        catch (PostgresException there) when (there.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Also another program's, made at the same time.
        }

        await ExecuteAsync(superuserConnectionString, name, await DatabaseSqlAsync(name, ct), ct);
    }

    /// <summary>Makes a database as a copy of another one that nobody is connected to; the quickest way on a server without fsync.</summary>
    public static async Task CloneDatabaseAsync(string superuserConnectionString, string template, string name, CancellationToken ct)
    {
        await ExecuteAsync(superuserConnectionString, null,
            $"create database {Identifier(name)} owner {OwnerRole} template {Identifier(template)} strategy file_copy", ct);

        // A copy has the schemas' grants but not the database's own.
        await ExecuteAsync(superuserConnectionString, null,
            $"revoke all on database {Identifier(name)} from public; grant connect, temporary on database {Identifier(name)} to {AppRole}", ct);
    }

    /// <summary>Lets nobody connect to a database any more (a finished template) or everybody allowed again.</summary>
    public static Task AllowConnectionsAsync(string superuserConnectionString, string name, bool allow, CancellationToken ct) =>
        ExecuteAsync(superuserConnectionString, null, $"alter database {Identifier(name)} allow_connections {(allow ? "true" : "false")}", ct);

    /// <summary>Removes a database if it is there, also from under whoever is connected to it.</summary>
    public static Task DropDatabaseAsync(string superuserConnectionString, string name, CancellationToken ct) =>
        ExecuteAsync(superuserConnectionString, null, $"drop database if exists {Identifier(name)} with (force)", ct);

    private static async Task<string> DatabaseSqlAsync(string name, CancellationToken ct) =>
        (await ReadSqlAsync("database.sql", ct)).Replace(":\"database\"", Identifier(name), StringComparison.Ordinal);

    private static async Task ExecuteAsync(string connectionString, string? database, string sql, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        settings.Database = database ?? settings.Database;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<string> ReadSqlAsync(string name, CancellationToken ct)
    {
        await using var stream = typeof(PostgresSetup).Assembly.GetManifestResourceStream($"KitchenGuard.Data.Postgres.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded in KitchenGuard.Data.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
