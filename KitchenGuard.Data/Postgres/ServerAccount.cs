namespace KitchenGuard.Data.Postgres;

/// <summary>
/// The account the server runs under: the one who runs the program, but for root, whom PostgreSQL refuses: then `nobody`, who has to own the
/// data and be able to reach the binaries.
/// </summary>
internal sealed class ServerAccount
{
    private readonly string[] prefix;
    private readonly string? owner;

    private ServerAccount(string[] prefix, string? owner)
    {
        this.prefix = prefix;
        this.owner = owner;
    }

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static async Task<ServerAccount> FindAsync(CancellationToken ct)
    {
        if (!IsRoot)
        {
            return new([], null);
        }

        var entry = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields[0] == "nobody")
            ?? throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, and this machine has no user `nobody` to run it as. Run as an ordinary user, or set ConnectionStrings:KitchenGuard to a server of yours.");
        var (user, group) = (entry[2], entry[3]);
        string[][] ways =
        [
            ["setpriv", "--reuid", user, "--regid", group, "--clear-groups", "--"],
            ["runuser", "-u", "nobody", "--"],
            ["su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"],
            ["su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\""],
            ["sudo", "-n", "-u", "nobody", "--"],
        ];
        foreach (var way in ways)
        {
            var tried = await ServerCommand.RunAsync([.. way, "id", "-u"], "/", ct);
            if (tried.Succeeded && tried.Output == user)
            {
                return new(way, $"{user}:{group}");
            }
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and none of setpriv, runuser, su and sudo could start it as `nobody`. Run as an ordinary user, or set ConnectionStrings:KitchenGuard to a server of yours.");
    }

    /// <summary>Runs a program of the server's; in the root folder, because `nobody` may not be able to enter the repository.</summary>
    public Task<ServerCommand.Outcome> RunAsync(IReadOnlyList<string> command, CancellationToken ct) =>
        ServerCommand.RunAsync([.. prefix, .. command], OperatingSystem.IsWindows() ? Path.GetTempPath() : "/", ct);

    /// <summary>Gives files to the account when it is not the one who made them.</summary>
    public async Task GiveAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        if (owner is null)
        {
            return;
        }

        var given = await ServerCommand.RunAsync(["chown", owner, .. paths], "/", ct);
        if (!given.Succeeded)
        {
            throw new EmbeddedPostgresException($"The data folder of PostgreSQL could not be given to `nobody`: {given.Output}");
        }
    }
}
