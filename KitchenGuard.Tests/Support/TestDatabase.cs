using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Tests.Support;

/// <summary>
/// A database of a test class's own, copied from a migrated template and dropped afterwards. Use it as a class fixture: derive from it and hand
/// the migration to the base.
/// </summary>
/// <param name="server">The run's server, which xunit provides.</param>
/// <param name="migrate">Given kg_owner's connection string, makes the tables; called once per run, not once per database.</param>
public class TestDatabase(PostgresServer server, Func<string, Task> migrate) : IAsyncLifetime
{
    /// <summary>The database's name.</summary>
    public string Name { get; } = server.NewDatabaseName();

    /// <summary>For migrations and for looking past row-level security's grants: kg_owner. At most 10 connections.</summary>
    public string OwnerConnectionString { get; private set; } = "";

    /// <summary>What the application serves under: kg_app. At most 10 connections.</summary>
    public string AppConnectionString { get; private set; } = "";

    /// <summary>What operators read under: kg_operator. At most 10 connections.</summary>
    public string OperatorConnectionString { get; private set; } = "";

    /// <summary>For arranging what no role of ours may. At most 10 connections.</summary>
    public string SuperuserConnectionString { get; private set; } = "";

    /// <summary>Makes the database; called by xunit.</summary>
    public virtual async ValueTask InitializeAsync()
    {
        var template = await server.TemplateAsync(migrate);
        await PostgresSetup.CloneDatabaseAsync(await server.SuperuserConnectionStringAsync(), template, Name, TestContext.Current.CancellationToken);
        OwnerConnectionString = await server.OwnerConnectionStringAsync(Name);
        AppConnectionString = await server.AppConnectionStringAsync(Name);
        OperatorConnectionString = await server.OperatorConnectionStringAsync(Name);
        SuperuserConnectionString = await server.SuperuserConnectionStringAsync(Name);
    }

    /// <summary>Drops the database, also from under a host that still runs; called by xunit.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var connectionString in new[] { OwnerConnectionString, AppConnectionString, OperatorConnectionString, SuperuserConnectionString }.Where(text => text != ""))
        {
            await using var pooled = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pooled);
        }

        await PostgresSetup.DropDatabaseAsync(await server.SuperuserConnectionStringAsync(), Name, CancellationToken.None);
    }
}
