using Npgsql;

namespace KitchenGuard.Data.Postgres;

/// <summary>
/// A private PostgreSQL 17 for development and tests. Several programs of one checkout share it; the last one to dispose its instance stops it.
/// After a kill it stays, and the next start finds and uses it. Listens on 127.0.0.1 only. Not for production.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string MainDatabase = "kitchenguard";

    private readonly EmbeddedPostgresFolders folders;
    private readonly EmbeddedPostgresCluster cluster;
    private readonly PostgresPasswords passwords;
    private readonly FileLock use;
    private bool disposed;

    private EmbeddedPostgres(
        EmbeddedPostgresFolders folders, EmbeddedPostgresCluster cluster, PostgresPasswords passwords, FileLock use, int port, bool startedHere)
    {
        this.folders = folders;
        this.cluster = cluster;
        this.passwords = passwords;
        this.use = use;
        Port = port;
        StartedHere = startedHere;
    }

    /// <summary>The folder with the data; outside the repository when the program runs as root.</summary>
    public string DataFolder => folders.Data;

    /// <summary>The TCP port on 127.0.0.1; the same at every start as long as it is free.</summary>
    public int Port { get; }

    /// <summary>False when a server was running already and is shared.</summary>
    public bool StartedHere { get; }

    /// <summary>
    /// Finds or starts the server and makes the roles and the database `kitchenguard` (not its tables) when they are missing.
    /// </summary>
    /// <param name="options">Which server.</param>
    /// <param name="say">Is told, in sentences, what is done.</param>
    /// <param name="ct">Gives up; a server that is starting by then is found by the next start.</param>
    /// <exception cref="EmbeddedPostgresException">Nothing could be started; the message names the remedy.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, Action<string> say, CancellationToken ct)
    {
        var folders = EmbeddedPostgresFolders.Prepare(options);
        using var change = await FileLock.TakeAsync(folders.ChangeLock, TimeSpan.FromMinutes(5), ct)
            ?? throw new EmbeddedPostgresException($"Another program has been starting PostgreSQL for five minutes, holding {folders.ChangeLock}; end it and try again.");
        var use = FileLock.TryTake(folders.UsersLock, shared: true)
            ?? throw new EmbeddedPostgresException($"{folders.UsersLock} cannot be locked.");
        try
        {
            var passwords = folders.ReadOrMakePasswords();
            var account = await ServerAccount.FindAsync(ct);
            var cluster = new EmbeddedPostgresCluster(folders, account, options.IsDisposable, passwords.Superuser, say);
            var found = await cluster.FindRunningAsync(ct);
            var started = new EmbeddedPostgres(folders, cluster, passwords, use, found ?? await cluster.StartAsync(ct), found is null);
            if (found is not null)
            {
                say($"Found PostgreSQL running on port {started.Port}, data in {folders.Data}.");
            }

            await started.PrepareAsync(ct);
            return started;
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    /// <summary>For migrations: the role kg_owner, which owns the databases.</summary>
    public string OwnerConnectionString(string database = MainDatabase) =>
        EmbeddedPostgresCluster.ConnectionString(Port, PostgresSetup.OwnerRole, passwords.Owner, database);

    /// <summary>For serving: the role kg_app, which owns nothing.</summary>
    public string AppConnectionString(string database = MainDatabase) =>
        EmbeddedPostgresCluster.ConnectionString(Port, PostgresSetup.AppRole, passwords.App, database);

    /// <summary>For the operators' pages: the role kg_operator, which reads a little of every restaurant.</summary>
    public string OperatorConnectionString(string database = MainDatabase) =>
        EmbeddedPostgresCluster.ConnectionString(Port, PostgresSetup.OperatorRole, passwords.Operator, database);

    /// <summary>For making databases and roles.</summary>
    public string SuperuserConnectionString(string database = "postgres") =>
        EmbeddedPostgresCluster.ConnectionString(Port, "postgres", passwords.Superuser, database);

    /// <summary>Stops the server unless another program uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        use.Dispose();
        using var change = await FileLock.TakeAsync(folders.ChangeLock, TimeSpan.FromSeconds(30), CancellationToken.None);
        if (change is null)
        {
            return;
        }

        using (var alone = FileLock.TryTake(folders.UsersLock, shared: false))
        {
            if (alone is null)
            {
                return;
            }
        }

        NpgsqlConnection.ClearAllPools();
        await cluster.StopAsync(CancellationToken.None);
    }

    /// <summary>Roles and database; each start makes sure, because the one before may have been killed in between.</summary>
    private async Task PrepareAsync(CancellationToken ct)
    {
        await PostgresSetup.ApplyRolesAsync(SuperuserConnectionString(), passwords.Owner, passwords.App, passwords.Operator, ct);
        await PostgresSetup.CreateDatabaseAsync(SuperuserConnectionString(), MainDatabase, ct);
    }
}
