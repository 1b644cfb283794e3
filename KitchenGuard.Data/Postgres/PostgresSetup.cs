using Npgsql;

namespace KitchenGuard.Data.Postgres;

/// <summary>Makes KitchenGuard's roles and databases on a server, as its superuser. Production's operators run the same SQL files with psql.</summary>
public static class PostgresSetup
{
    /// <summary>The role that owns the database and migrates it.</summary>
    public const string OwnerRole = "kg_owner";

    /// <summary>The role that serves; owns nothing and is bound by row-level security.</summary>
    public const string AppRole = "kg_app";

    /// <summary>The role that reads across restaurants for operators; writes nothing and sees no secrets.</summary>
    public const string OperatorRole = "kg_operator";

    /// <summary>Makes the roles that are missing and sets the passwords (roles.sql). Several programs may do so at once.</summary>
    public static async Task ApplyRolesAsync(string superuserConnectionString, string ownerPassword, string appPassword, string operatorPassword, CancellationToken ct)
    {
        var sql = (await ReadSqlAsync("roles.sql", ct))
            .Replace(":'owner_password'", Literal(ownerPassword), StringComparison.Ordinal)
            .Replace(":'app_password'", Literal(appPassword), StringComparison.Ordinal)
            .Replace(":'operator_password'", Literal(operatorPassword), StringComparison.Ordinal);
        await using var turn = await TakeTurnAsync(superuserConnectionString, ct);
        await ExecuteAsync(turn, sql, ct);
    }

    /// <summary>
    /// Makes a database owned by kg_owner unless it is there, and sets who may do what with it (database.sql). The roles have to be there.
    /// Several programs may do so at once.
    /// </summary>
    public static async Task CreateDatabaseAsync(string superuserConnectionString, string name, CancellationToken ct)
    {
        await using var turn = await TakeTurnAsync(superuserConnectionString, ct);
        await using var find = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", turn) { Parameters = { new() { Value = name } } };
        if (!(bool)(await find.ExecuteScalarAsync(ct))!)
        {
            await ExecuteAsync(turn,
                $"create database {Identifier(name)} owner {OwnerRole} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'", ct);
        }

        var sql = await ReadSqlAsync("database.sql", ct);
        await using var inside = await OpenAsync(superuserConnectionString, name, ct);
        await ExecuteAsync(inside, sql.Replace(":\"database\"", Identifier(name), StringComparison.Ordinal), ct);
    }

    /// <summary>Makes a database as a copy of another one that nobody is connected to; the quickest way on a server without fsync.</summary>
    public static async Task CloneDatabaseAsync(string superuserConnectionString, string template, string name, CancellationToken ct)
    {
        await using var connection = await OpenAsync(superuserConnectionString, null, ct);
        await ExecuteAsync(connection, $"create database {Identifier(name)} owner {OwnerRole} template {Identifier(template)} strategy file_copy", ct);

        // A copy has the schemas' grants but not the database's own.
        await ExecuteAsync(connection,
            $"revoke all on database {Identifier(name)} from public; grant connect, temporary on database {Identifier(name)} to {AppRole}; grant connect on database {Identifier(name)} to {OperatorRole}", ct);
    }

    /// <summary>Lets nobody connect to a database any more (a finished template), or again everybody who may.</summary>
    public static async Task AllowConnectionsAsync(string superuserConnectionString, string name, bool allow, CancellationToken ct)
    {
        await using var connection = await OpenAsync(superuserConnectionString, null, ct);
        await ExecuteAsync(connection, $"alter database {Identifier(name)} allow_connections {(allow ? "true" : "false")}", ct);
    }

    /// <summary>Removes a database if it is there, also from under whoever is connected to it.</summary>
    public static async Task DropDatabaseAsync(string superuserConnectionString, string name, CancellationToken ct)
    {
        await using var connection = await OpenAsync(superuserConnectionString, null, ct);
        await ExecuteAsync(connection, $"drop database if exists {Identifier(name)} with (force)", ct);
    }

    /// <summary>Changing the same role or database twice at once is an error in PostgreSQL. The turn ends with the connection.</summary>
    private static async Task<NpgsqlConnection> TakeTurnAsync(string superuserConnectionString, CancellationToken ct)
    {
        const long setup = 0x4B47_5345_5455_50;
        var connection = await OpenAsync(superuserConnectionString, null, ct);
        await using var wait = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 120, Parameters = { new() { Value = setup } } };
        await wait.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string? database, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        settings.Database = database ?? settings.Database;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
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
