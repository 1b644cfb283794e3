using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Npgsql;

namespace KitchenGuard.Data.Postgres;

/// <summary>One data folder: makes it, finds, starts and stops its server. Whoever calls holds the change lock.</summary>
internal sealed class EmbeddedPostgresCluster(
    EmbeddedPostgresFolders folders, ServerAccount account, bool disposable, string superuserPassword, Action<string> say)
{
    /// <summary>How long the remains of a killed server may be in the way.</summary>
    private static readonly TimeSpan PatienceWithRemains = TimeSpan.FromSeconds(10);

    /// <summary>How long recovery after a crash, or a stop that is under way, may take.</summary>
    private static readonly TimeSpan PatienceWithRecovery = TimeSpan.FromSeconds(120);

    /// <summary>The first one the system knows is taken. It only classifies characters for extensions; sorting is the builtin provider's.</summary>
    private static readonly string[] Locales = ["C.UTF-8", "en_US.UTF-8", "en-US", "C"];

    /// <summary>For data that may be lost with the machine.</summary>
    private static readonly string[] FastSettings = ["fsync = off", "synchronous_commit = off", "full_page_writes = off"];

    private EmbeddedPostgresBinaries? binaries;

    public static string ConnectionString(int port, string user, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = user,
        Password = password,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>The port of the data folder's server, or null when none is running. Waits while it is starting or stopping.</summary>
    public async Task<int?> FindRunningAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (PortInPidFile() is not { } port)
            {
                return null;
            }

            try
            {
                var settings = new NpgsqlConnectionStringBuilder(ConnectionString(port, "postgres", superuserPassword, "postgres"))
                {
                    Pooling = false,
                    Timeout = 5,
                };
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync(ct);
                await using var command = new NpgsqlCommand("select current_setting('data_directory')", connection);
                var served = Path.GetFullPath((string)(await command.ExecuteScalarAsync(ct))!);
                return string.Equals(served, folders.Data, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
                    ? port
                    : null;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.CannotConnectNow && waited.Elapsed < PatienceWithRecovery)
            {
                await Task.Delay(100, ct);
            }
            catch (Exception nobodyThere) when (nobodyThere is NpgsqlException or TimeoutException or SocketException)
            {
                return null;
            }
        }
    }

    /// <summary>Starts the server, making the data folder first when there is none, and returns its port.</summary>
    public async Task<int> StartAsync(CancellationToken ct)
    {
        binaries ??= await EmbeddedPostgresBinaries.FindAsync(folders, account, say, ct);
        await MakeDataAsync(binaries, ct);

        var port = KeptPort() ?? folders.PreferredPort;
        var trying = Stopwatch.StartNew();
        while (true)
        {
            port = FreePort(port);
            WriteSettings(port);
            var failure = await TryStartAsync(binaries, ct);
            if (failure is null)
            {
                say($"Started PostgreSQL {binaries.Version} on port {port.ToString(CultureInfo.InvariantCulture)}, data in {folders.Data}.");
                return port;
            }

            if (await FindRunningAsync(ct) is { } found)
            {
                return found;
            }

            // Server processes whose postmaster was killed take a moment to leave; the pid file is PostgreSQL's own to judge.
            var remains = failure.Contains("postmaster.pid", StringComparison.Ordinal)
                || failure.Contains("still in use", StringComparison.Ordinal)
                || failure.Contains("could not bind", StringComparison.Ordinal);
            if (remains && trying.Elapsed < PatienceWithRemains)
            {
                await Task.Delay(250, ct);
            }
            else if (!remains && disposable)
            {
                // Without fsync a crash of the machine may leave what cannot be recovered; there is nothing to lose in it.
                say("The tests' database did not start, so it is made anew.");
                disposable = false;
                Directory.Delete(folders.Data, recursive: true);
                await MakeDataAsync(binaries, ct);
            }
            else
            {
                throw new EmbeddedPostgresException($"PostgreSQL did not start. Its log is {folders.Log}; it ends with:\n{failure}");
            }
        }
    }

    public async Task StopAsync(CancellationToken ct)
    {
        binaries ??= await EmbeddedPostgresBinaries.FindAsync(folders, account, say, ct);
        var stopped = await account.RunAsync([binaries.PgCtl, "stop", "-D", folders.Data, "-m", "fast", "-w", "-t", "60"], ct);
        say(stopped.Succeeded ? "Stopped PostgreSQL." : $"PostgreSQL could not be stopped: {stopped.Output}");
    }

    private async Task MakeDataAsync(EmbeddedPostgresBinaries programs, CancellationToken ct)
    {
        var versionFile = Path.Combine(folders.Data, "PG_VERSION");
        if (Directory.Exists(folders.Data))
        {
            var major = File.Exists(versionFile) ? (await File.ReadAllTextAsync(versionFile, ct)).Trim() : "unknown";
            if (major == programs.Major.ToString(CultureInfo.InvariantCulture))
            {
                return;
            }

            if (!disposable)
            {
                throw new EmbeddedPostgresException(
                    $"The data in {folders.Data} is of PostgreSQL {major}, the programs in {programs.Folder} are {programs.Version}. Bring back the old version, or move the folder away to start with an empty database.");
            }

            Directory.Delete(folders.Data, recursive: true);
        }

        say($"Making a database server in {folders.Data}.");
        var passwordFile = Path.Combine(folders.Own, "initdb.password");
        try
        {
            foreach (var locale in Locales)
            {
                folders.RemoveUnfinished();
                Directory.CreateDirectory(folders.DataBeingMade);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(folders.DataBeingMade, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }

                EmbeddedPostgresFolders.WritePrivate(passwordFile, superuserPassword + "\n");
                await account.GiveAsync([folders.DataBeingMade, passwordFile], ct);
                var made = await account.RunAsync(
                [
                    programs.Initdb, "-D", folders.DataBeingMade, "--username=postgres", "--auth=scram-sha-256", $"--pwfile={passwordFile}",
                    "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", $"--locale={locale}", "--lc-messages=C",
                    .. disposable ? ["--no-sync"] : Array.Empty<string>(),
                ], ct);
                if (made.Succeeded)
                {
                    break;
                }

                if (locale == "C" || !made.Output.Contains("locale", StringComparison.Ordinal))
                {
                    throw new EmbeddedPostgresException($"PostgreSQL could not make its data folder:\n{made.Output}");
                }
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        // Relative, so that a moved repository takes its server along.
        await File.AppendAllTextAsync(Path.Combine(folders.DataBeingMade, "postgresql.conf"), "\ninclude '../kitchenguard.conf'\n", ct);
        Directory.Move(folders.DataBeingMade, folders.Data);
    }

    /// <summary>Returns null when the server is up, else what it said.</summary>
    private async Task<string?> TryStartAsync(EmbeddedPostgresBinaries programs, CancellationToken ct)
    {
        const int muchLog = 10_000_000;
        if (File.Exists(folders.Log) && new FileInfo(folders.Log).Length > muchLog)
        {
            File.Delete(folders.Log);
        }

        var before = File.Exists(folders.Log) ? new FileInfo(folders.Log).Length : 0;
        var seconds = ((int)PatienceWithRecovery.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var started = await account.RunAsync([programs.PgCtl, "start", "-D", folders.Data, "-l", folders.Log, "-w", "-t", seconds], ct);
        if (started.Succeeded)
        {
            return null;
        }

        if (!File.Exists(folders.Log))
        {
            return started.Output;
        }

        await using var log = new FileStream(folders.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(before, log.Length);
        using var reader = new StreamReader(log);
        return $"{started.Output}\n{await reader.ReadToEndAsync(ct)}".Trim();
    }

    private void WriteSettings(int port)
    {
        string[] settings =
        [
            "# Written at every start by KitchenGuard.Data/Postgres/EmbeddedPostgresCluster.cs.",
            $"port = {port.ToString(CultureInfo.InvariantCulture)}",
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            $"max_connections = {(disposable ? 200 : 100)}",
            $"shared_buffers = {(disposable ? 128 : 512)}MB",
            "max_wal_size = 4GB",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            .. disposable ? FastSettings : [],
        ];
        File.WriteAllLines(folders.Settings, settings);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folders.Settings, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    private int? KeptPort() =>
        File.Exists(folders.Settings)
        && File.ReadLines(folders.Settings).FirstOrDefault(line => line.StartsWith("port = ", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan("port = ".Length), CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <summary>Line 4 of postmaster.pid, once it is written.</summary>
    private int? PortInPidFile()
    {
        const int portLine = 3;
        try
        {
            using var file = new FileStream(folders.PidFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            var lines = reader.ReadToEnd().Split('\n');
            return lines.Length > portLine && int.TryParse(lines[portLine], CultureInfo.InvariantCulture, out var port) ? port : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int FreePort(int preferred)
    {
        const int step = 2, tries = 200;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        for (var port = preferred; port < preferred + step * tries; port += step)
        {
            if (!listening.Contains(port) && CanBind(port))
            {
                return port;
            }
        }

        throw new EmbeddedPostgresException($"No free port was found for PostgreSQL from {preferred} on.");
    }

    private static bool CanBind(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
