using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace KitchenGuard.Tests.Support;

/// <summary>
/// The PostgreSQL of a test run: the private one, or the server named by KITCHENGUARD_TEST_POSTGRES (a superuser's connection string). Started
/// when the first test asks for a database, so that runs without one need none.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "KITCHENGUARD_TEST_POSTGRES";
    private const string Prefix = "kg_test_";

    /// <summary>The process id comes first: it tells databases of runs that were killed from those of runs beside this one.</summary>
    private readonly string run = $"{Prefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}_{RandomNumberGenerator.GetHexString(6, lowercase: true)}_";
    private readonly ConcurrentDictionary<MethodInfo, Lazy<Task<string>>> templates = new();
    private readonly Lazy<Task<Endpoint>> endpoint;
    private int named;

    /// <summary>Made by xunit, once per run.</summary>
    public PostgresServer() => endpoint = new(StartAsync);

    /// <summary>How to get in; <see cref="Private"/> is null for a server named by the variable.</summary>
    private sealed record Endpoint(EmbeddedPostgres? Private, string Superuser, string OwnerPassword, string AppPassword, string OperatorPassword);

    /// <summary>A connection string of kg_owner for a database of this server.</summary>
    public async Task<string> OwnerConnectionStringAsync(string database) =>
        ConnectionString(await endpoint.Value, PostgresSetup.OwnerRole, (await endpoint.Value).OwnerPassword, database);

    /// <summary>A connection string of kg_app for a database of this server.</summary>
    public async Task<string> AppConnectionStringAsync(string database) =>
        ConnectionString(await endpoint.Value, PostgresSetup.AppRole, (await endpoint.Value).AppPassword, database);

    /// <summary>A connection string of kg_operator for a database of this server.</summary>
    public async Task<string> OperatorConnectionStringAsync(string database) =>
        ConnectionString(await endpoint.Value, PostgresSetup.OperatorRole, (await endpoint.Value).OperatorPassword, database);

    /// <summary>The superuser's connection string for a database of this server.</summary>
    public async Task<string> SuperuserConnectionStringAsync(string database = "postgres") =>
        ConnectionString(await endpoint.Value, null, null, database);

    /// <summary>A database name nobody else uses; a database of that name is removed at the next run if this one is killed.</summary>
    public string NewDatabaseName() => run + Interlocked.Increment(ref named).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The name of a database that <paramref name="migrate"/> has filled, made once per run and method; nobody can connect to it, so that it can
    /// be copied at any time.
    /// </summary>
    /// <param name="migrate">Given kg_owner's connection string, makes the tables.</param>
    public Task<string> TemplateAsync(Func<string, Task> migrate) =>
        templates.GetOrAdd(migrate.Method, _ => new(() => MakeTemplateAsync(migrate))).Value;

    /// <summary>Removes the templates and leaves the server, which stops unless another program uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!endpoint.IsValueCreated || !endpoint.Value.IsCompletedSuccessfully)
        {
            return;
        }

        var superuser = await SuperuserConnectionStringAsync();
        foreach (var template in templates.Values.Where(template => template.IsValueCreated && template.Value.IsCompletedSuccessfully))
        {
            await PostgresSetup.DropDatabaseAsync(superuser, await template.Value, CancellationToken.None);
        }

        if ((await endpoint.Value).Private is { } server)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<string> MakeTemplateAsync(Func<string, Task> migrate)
    {
        var superuser = await SuperuserConnectionStringAsync();
        var name = NewDatabaseName();
        await PostgresSetup.CreateDatabaseAsync(superuser, name, CancellationToken.None);
        var owner = await OwnerConnectionStringAsync(name);
        await migrate(owner);
        await using (var pooled = new NpgsqlConnection(owner))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await PostgresSetup.AllowConnectionsAsync(superuser, name, allow: false, CancellationToken.None);
        return name;
    }

    private static async Task<Endpoint> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            // The same passwords in every run on that server: runs beside this one must not change them.
            var (owner, app, operators) = (Derive(named, PostgresSetup.OwnerRole), Derive(named, PostgresSetup.AppRole), Derive(named, PostgresSetup.OperatorRole));
            await PostgresSetup.ApplyRolesAsync(named, owner, app, operators, CancellationToken.None);
            return new(null, named, owner, app, operators);
        }

        var server = await EmbeddedPostgres.StartAsync(
            new(RepositoryRoot.Path, EmbeddedPostgresOptions.Tests), Console.WriteLine, CancellationToken.None);
        await DropLeftoversAsync(server.SuperuserConnectionString());
        return new(server, server.SuperuserConnectionString(), Password(server.OwnerConnectionString()), Password(server.AppConnectionString()), Password(server.OperatorConnectionString()));

        static string Password(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Password!;
    }

    private static async Task DropLeftoversAsync(string superuser)
    {
        var leftovers = new List<string>();
        await using (var connection = new NpgsqlConnection(superuser))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("select datname from pg_database where starts_with(datname, @prefix)", connection);
            command.Parameters.AddWithValue("prefix", Prefix);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                leftovers.Add(rows.GetString(0));
            }
        }

        foreach (var name in leftovers.Where(name => !IsOfARunningProcess(name)))
        {
            await PostgresSetup.DropDatabaseAsync(superuser, name, CancellationToken.None);
        }
    }

    private static bool IsOfARunningProcess(string database)
    {
        if (!int.TryParse(database[Prefix.Length..].Split('_')[0], CultureInfo.InvariantCulture, out var id))
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string ConnectionString(Endpoint endpoint, string? role, string? password, string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(endpoint.Superuser) { Database = database, MaxPoolSize = 10 };
        settings.Username = role ?? settings.Username;
        settings.Password = password ?? settings.Password;
        return settings.ConnectionString;
    }

    private static string Derive(string secret, string role) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(role)));
}
