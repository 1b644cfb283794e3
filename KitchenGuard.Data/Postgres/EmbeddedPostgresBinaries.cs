using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KitchenGuard.Data.Postgres;

/// <summary>The server's programs: from the npm package of this platform, else from what is installed on the machine.</summary>
internal sealed partial record EmbeddedPostgresBinaries(string Folder, string Version, int Major)
{
    /// <summary>Older servers lack the builtin locale provider and grants without inheritance.</summary>
    private const int OldestMajor = 17;

    public string Initdb => Program("initdb");
    public string PgCtl => Program("pg_ctl");

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    public static async Task<EmbeddedPostgresBinaries> FindAsync(
        EmbeddedPostgresFolders folders, ServerAccount account, Action<string> say, CancellationToken ct)
    {
        var refused = new List<string>();
        if (await FromPackageAsync(folders, say, refused, ct) is { } folder && await TryAsync(folder, account, refused, ct) is { } packaged)
        {
            return packaged;
        }

        foreach (var installed in Installed())
        {
            if (await TryAsync(installed, account, refused, ct) is { } found)
            {
                return found;
            }
        }

        throw new EmbeddedPostgresException(string.Join('\n',
        [
            $"No PostgreSQL {OldestMajor} was found to run.",
            .. refused.Select(reason => "  " + reason),
            $"Install Node.js with npm and run `npm ci --ignore-scripts` in {folders.Repository}, or install PostgreSQL {OldestMajor} or newer, or set ConnectionStrings:KitchenGuard to a server of yours.",
        ]));
    }

    private static async Task<EmbeddedPostgresBinaries?> TryAsync(
        string folder, ServerAccount account, List<string> refused, CancellationToken ct)
    {
        var untried = new EmbeddedPostgresBinaries(folder, "", 0);
        var asked = await account.RunAsync([untried.Program("postgres"), "--version"], ct);
        if (!asked.Succeeded || VersionText().Match(asked.Output) is not { Success: true } version)
        {
            refused.Add($"{folder}: does not run here ({asked.Output.Split('\n')[0]}).");
            return null;
        }

        var found = untried with { Version = version.Value, Major = int.Parse(version.Groups["major"].ValueSpan, provider: null) };
        if (found.Major >= OldestMajor)
        {
            return found;
        }

        refused.Add($"{folder}: is PostgreSQL {found.Version}, but {OldestMajor} or newer is needed.");
        return null;
    }

    /// <summary>
    /// The `bin` folder of a copy of the npm package: `npm ci` empties node_modules under a running server, and the repository may be closed to
    /// the account the server runs under.
    /// </summary>
    private static async Task<string?> FromPackageAsync(
        EmbeddedPostgresFolders folders, Action<string> say, List<string> refused, CancellationToken ct)
    {
        var name = "@embedded-postgres/" + Platform();
        if (LockedVersion(folders.Repository, name) is not { } version)
        {
            refused.Add($"package-lock.json in {folders.Repository} names no {name}.");
            return null;
        }

        using var taken = await FileLock.TakeAsync(folders.BinariesLock, TimeSpan.FromMinutes(5), ct)
            ?? throw new EmbeddedPostgresException($"Another program has been holding {folders.BinariesLock} for five minutes; end it and try again.");
        var copy = Path.Combine(folders.Binaries, $"{version}-{Platform()}");
        if (Directory.Exists(copy))
        {
            return Path.Combine(copy, "native", "bin");
        }

        var package = Path.Combine([folders.Repository, "node_modules", .. name.Split('/')]);
        if (!Directory.Exists(Path.Combine(package, "native")))
        {
            say($"Fetching {name} with npm ci --ignore-scripts.");
            string[] npm = ["npm", "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"];
            var fetched = await ServerCommand.RunAsync(OperatingSystem.IsWindows() ? ["cmd", "/c", .. npm] : npm, folders.Repository, ct);
            if (!Directory.Exists(Path.Combine(package, "native")))
            {
                refused.Add($"npm brought no {name}: {(fetched.Output == "" ? $"exit code {fetched.ExitCode}" : fetched.Output)}");
                return null;
            }
        }

        EmbeddedPostgresFolders.MakePassable(folders.Binaries);
        var partial = copy + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        CopyReadable(Path.Combine(package, "native"), Path.Combine(partial, "native"));
        MakeLinks(partial);
        Directory.Move(partial, copy);
        return Path.Combine(copy, "native", "bin");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private static string? LockedVersion(string repository, string package)
    {
        var path = Path.Combine(repository, "package-lock.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var locked = JsonDocument.Parse(File.ReadAllText(path));
        return locked.RootElement.TryGetProperty("packages", out var packages)
            && packages.TryGetProperty("node_modules/" + package, out var entry)
            && entry.TryGetProperty("version", out var version) ? version.GetString() : null;
    }

    private static void CopyReadable(string from, string to)
    {
        EmbeddedPostgresFolders.MakePassable(Path.GetDirectoryName(to)!);
        EmbeddedPostgresFolders.MakePassable(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => new FileInfo(file).LinkTarget is null))
        {
            var copied = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, copied);
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
                const UnixFileMode executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
                File.SetUnixFileMode(copied, File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute) ? readable | executable : readable);
            }
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            CopyReadable(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    /// <summary>npm packs no symbolic links, so the package lists them for an install script, which is not run.</summary>
    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!Path.Exists(target))
            {
                EmbeddedPostgresFolders.MakePassable(Path.GetDirectoryName(target)!, onlyIfMissing: true);
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
    }

    /// <summary>Folders with a pg_ctl on this machine, the newest first within each place.</summary>
    private static IEnumerable<string> Installed()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var program = OperatingSystem.IsWindows() ? "pg_ctl.exe" : "pg_ctl";
        (string Parent, string Pattern, string Below)[] places =
        [
            ("/usr/lib/postgresql", "*", "bin"),
            ("/usr", "pgsql-*", "bin"),
            ("/usr/libexec", "postgresql*", ""),
            ("/opt/homebrew/opt", "postgresql@*", "bin"),
            ("/usr/local/opt", "postgresql@*", "bin"),
            ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
            (Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin"),
        ];
        var known = places.Where(place => Directory.Exists(place.Parent))
            .SelectMany(place => Directory.EnumerateDirectories(place.Parent, place.Pattern)
                .OrderByDescending(folder => int.TryParse(Digits().Match(Path.GetFileName(folder)).ValueSpan, out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, place.Below)));
        return onPath.Concat(known).Where(folder => File.Exists(Path.Combine(folder, program))).Distinct();
    }

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )(?<major>\d+)\S*")]
    private static partial Regex VersionText();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
