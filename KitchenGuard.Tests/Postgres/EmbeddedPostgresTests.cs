using System.Diagnostics;
using System.Globalization;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Postgres;

/// <summary>Starts, shares and kills real servers, in a checkout made up for the purpose so that nobody else's server is touched.</summary>
public sealed class EmbeddedPostgresTests : IAsyncDisposable
{
    private readonly string repository = Directory.CreateTempSubdirectory("kitchenguard-").FullName;
    private readonly List<EmbeddedPostgres> started = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public EmbeddedPostgresTests()
    {
        File.Copy(Path.Combine(RepositoryRoot.Path, "package.json"), Path.Combine(repository, "package.json"));
        File.Copy(Path.Combine(RepositoryRoot.Path, "package-lock.json"), Path.Combine(repository, "package-lock.json"));
        var packages = Path.Combine(RepositoryRoot.Path, "node_modules");
        if (!OperatingSystem.IsWindows() && Directory.Exists(packages))
        {
            Directory.CreateSymbolicLink(Path.Combine(repository, "node_modules"), packages);
        }
    }

    [Fact]
    public async Task Two_starts_share_a_server_and_the_last_one_out_stops_it()
    {
        var (first, second) = (await StartAsync(), await StartAsync());

        Assert.True(first.StartedHere);
        Assert.False(second.StartedHere);
        Assert.Equal(first.Port, second.Port);
        await first.DisposeAsync();
        Assert.Equal(1, await ScalarAsync(second.AppConnectionString(), "select 1"));
        await second.DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(second.AppConnectionString(), "select 1"));
    }

    [Fact]
    public async Task A_killed_program_leaves_a_server_that_the_next_start_uses_and_stops()
    {
        var ready = HolderProcess.ReadyFile(repository);
        using var holder = HolderProcess.Start(repository);
        while (!File.Exists(ready))
        {
            Assert.False(holder.HasExited, "The holder ended by itself.");
            await Task.Delay(50, Cancelled);
        }

        holder.Kill();
        await holder.WaitForExitAsync(Cancelled);
        var next = await StartAsync();

        Assert.False(next.StartedHere);
        Assert.Equal(await File.ReadAllTextAsync(ready, Cancelled), next.Port.ToString(CultureInfo.InvariantCulture));
        await next.DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(next.AppConnectionString(), "select 1"));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_its_data()
    {
        var first = await StartAsync(EmbeddedPostgresOptions.Development);
        await ScalarAsync(first.OwnerConnectionString(), "create schema kept; create table kept.rows as select 7 as n");
        var postmaster = int.Parse(File.ReadLines(Path.Combine(first.DataFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        Process.GetProcessById(postmaster).Kill();

        var second = await StartAsync(EmbeddedPostgresOptions.Development);

        Assert.True(second.StartedHere);
        Assert.Equal(first.Port, second.Port);
        Assert.Equal(7, await ScalarAsync(second.OwnerConnectionString(), "select n from kept.rows"));
    }

    [Fact]
    public async Task The_roles_can_do_what_they_should_and_no_more()
    {
        var server = await StartAsync();

        var owner = server.OwnerConnectionString();
        await ScalarAsync(owner, "create extension btree_gin; create extension pg_trgm; create extension unaccent");
        Assert.Equal(true, await ScalarAsync(owner, "select show_trgm('é') = show_trgm('É') and cardinality(show_trgm('é')) > 0"));
        await ScalarAsync(owner, """
            create schema inventory;
            create function inventory.post() returns int language sql security definer as 'select 1';
            grant create on schema inventory to kg_ledger;
            alter function inventory.post() owner to kg_ledger;
            """);
        Assert.Equal("kg_ledger", await ScalarAsync(owner, "select proowner::regrole::text from pg_proc where proname = 'post'"));
        Assert.Equal(false, await ScalarAsync(owner, "select pg_has_role('kg_ledger', 'usage')"));

        var app = server.AppConnectionString();
        Assert.Equal(0, await ScalarAsync(app, "create temporary table t(a int) on commit drop; select 0"));
        string[] refused = ["create table public.t(a int)", "create schema s", "create database d", "create role r", "set role kg_owner", "set role kg_ledger"];
        foreach (var statement in refused)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(app, statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }

        var settings = new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString()) { Password = "" };
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(settings.ConnectionString, "select 1"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in started)
        {
            await server.DisposeAsync();
        }

        // As root the data lies outside of the repository: <home>/<purpose>/data.
        if (started.Count > 0)
        {
            Directory.Delete(Path.GetFullPath(Path.Combine(started[0].DataFolder, "..", "..")), recursive: true);
        }

        Directory.Delete(repository, recursive: true);
    }

    private async Task<EmbeddedPostgres> StartAsync(string purpose = EmbeddedPostgresOptions.Tests)
    {
        var server = await EmbeddedPostgres.StartAsync(new(repository, purpose), _ => { }, Cancelled);
        started.Add(server);
        return server;
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
