using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KitchenGuard.Data.Postgres;

/// <summary>Where a checkout's private servers keep their files.</summary>
internal sealed class EmbeddedPostgresFolders
{
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const string Unfinished = "data.new.";

    private EmbeddedPostgresFolders(string repository, string home, string purpose, string hash)
    {
        Repository = repository;
        Home = home;
        Own = Path.Combine(home, purpose);
        PreferredPort = 20_000 + Convert.ToUInt16(hash[..4], 16) % 5_000 * 2 + (purpose == EmbeddedPostgresOptions.Tests ? 1 : 0);
    }

    public string Repository { get; }

    /// <summary>What both purposes share: the binaries.</summary>
    public string Home { get; }

    /// <summary>The purpose's folder: locks, passwords, settings and the data folder.</summary>
    public string Own { get; }

    /// <summary>A port of the checkout's own, below those the system hands out to clients.</summary>
    public int PreferredPort { get; }

    public string Binaries => Path.Combine(Home, "binaries");
    public string BinariesLock => Path.Combine(Home, "binaries.lock");
    public string Data => Path.Combine(Own, "data");
    /// <summary>A name of this program's own: an initdb whose program was killed may still be writing to another one's.</summary>
    public string DataBeingMade => Path.Combine(Own, $"{Unfinished}{Environment.ProcessId}");
    public string Log => Path.Combine(Data, "server.log");
    public string PidFile => Path.Combine(Data, "postmaster.pid");
    public string Settings => Path.Combine(Own, "kitchenguard.conf");
    public string PasswordsFile => Path.Combine(Own, "passwords.json");

    /// <summary>Held while the server is looked for, started or stopped.</summary>
    public string ChangeLock => Path.Combine(Own, "change.lock");

    /// <summary>Held, shared, by every program that uses the server.</summary>
    public string UsersLock => Path.Combine(Own, "users.lock");

    /// <summary>Names the folders and makes those that are missing.</summary>
    public static EmbeddedPostgresFolders Prepare(EmbeddedPostgresOptions options)
    {
        if (options.Purpose is not (EmbeddedPostgresOptions.Development or EmbeddedPostgresOptions.Tests))
        {
            throw new ArgumentException("The purpose is \"development\" or \"tests\".", nameof(options));
        }

        var repository = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.RepositoryRoot));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(repository)))[..16];
        var home = ServerAccount.IsRoot ? $"/var/lib/kitchenguard/{hash}" : Path.Combine(repository, ".kitchenguard");
        var folders = new EmbeddedPostgresFolders(repository, home, options.Purpose, hash);
        try
        {
            MakePassable(Path.GetDirectoryName(home)!, onlyIfMissing: true);
            MakePassable(home);
            MakePassable(folders.Own);
            if (ServerAccount.IsRoot)
            {
                File.WriteAllText(Path.Combine(home, "repository.txt"), repository + "\n");
            }
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL's files cannot be kept in {home}: {refused.Message} The folder may belong to another user; give it to yourself, or set ConnectionStrings:KitchenGuard to a server of yours.", refused);
        }

        return folders;
    }

    /// <summary>Removes what starts that were killed have left of their data folders.</summary>
    public void RemoveUnfinished()
    {
        foreach (var folder in Directory.EnumerateDirectories(Own, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Its initdb is still writing: a later start removes it.
            }
        }
    }

    /// <summary>Makes a folder that other accounts may pass through, whatever the umask.</summary>
    public static void MakePassable(string folder, bool onlyIfMissing = false)
    {
        if (onlyIfMissing && Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, Passable);
        }
    }

    /// <summary>Makes a file that only the one who made it may read, whatever the umask; replaces what was there in one step.</summary>
    public static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var made = path + ".new";
        File.Delete(made);
        using (var writer = new StreamWriter(made, options))
        {
            writer.Write(text);
        }

        File.Move(made, path, overwrite: true);
    }

    /// <summary>The roles' passwords, made up when there is no data folder yet.</summary>
    public PostgresPasswords ReadOrMakePasswords()
    {
        if (File.Exists(PasswordsFile))
        {
            var kept = JsonSerializer.Deserialize<PostgresPasswords>(File.ReadAllText(PasswordsFile))
                ?? throw new EmbeddedPostgresException($"{PasswordsFile} holds no passwords.");
            var complete = kept.Completed();
            if (complete != kept)
            {
                WritePrivate(PasswordsFile, JsonSerializer.Serialize(complete));
            }

            return complete;
        }

        if (Directory.Exists(Data))
        {
            throw new EmbeddedPostgresException(
                $"{PasswordsFile} is missing, so the data in {Data} cannot be opened. Put the file back, or remove the folder to start with an empty database.");
        }

        var passwords = PostgresPasswords.MakeUp();
        WritePrivate(PasswordsFile, JsonSerializer.Serialize(passwords));
        return passwords;
    }
}
