using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Postgres;

/// <summary>The databases that other tests stand on.</summary>
public sealed class TestDatabaseTests(PostgresServer server)
{
    private static int migrations;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_are_copies_of_one_template_and_go_away()
    {
        var (first, second) = (new TestDatabase(server, MigrateAsync), new TestDatabase(server, MigrateAsync));
        await Task.WhenAll(first.InitializeAsync().AsTask(), second.InitializeAsync().AsTask());

        Assert.Equal(1, migrations);
        await ExecuteAsync(first.AppConnectionString, "insert into stock.rows values (1)");
        Assert.Equal(1L, await ExecuteAsync(first.OwnerConnectionString, "select count(*) from stock.rows"));
        Assert.Equal(0L, await ExecuteAsync(second.OwnerConnectionString, "select count(*) from stock.rows"));
        Assert.Equal(false, await ExecuteAsync(second.SuperuserConnectionString, "select has_database_privilege('public', current_database(), 'connect')"));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(first.AppConnectionString, "create table public.t(a int)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);

        await Task.WhenAll(first.DisposeAsync().AsTask(), second.DisposeAsync().AsTask());
        Assert.Equal(0L, await ExecuteAsync(
            await server.SuperuserConnectionStringAsync(), $"select count(*) from pg_database where datname in ('{first.Name}', '{second.Name}')"));
    }

    [Fact]
    public async Task A_database_is_made_once_and_may_be_asked_for_again()
    {
        var superuser = await server.SuperuserConnectionStringAsync();
        var name = server.NewDatabaseName();
        await Task.WhenAll(
            PostgresSetup.CreateDatabaseAsync(superuser, name, Cancelled), PostgresSetup.CreateDatabaseAsync(superuser, name, Cancelled));

        Assert.Equal("kg_owner", await ExecuteAsync(superuser, $"select datdba::regrole::text from pg_database where datname = '{name}'"));
        await PostgresSetup.DropDatabaseAsync(superuser, name, Cancelled);
    }

    private static async Task MigrateAsync(string owner)
    {
        Interlocked.Increment(ref migrations);
        await ExecuteAsync(owner, "create schema stock; grant usage on schema stock to kg_app; create table stock.rows(n int); grant insert on stock.rows to kg_app");
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
