using System.Diagnostics;

namespace KitchenGuard.Data.Postgres;

/// <summary>Runs programs to their end, collecting what they print.</summary>
internal static class ServerCommand
{
    /// <summary>What a program printed (both streams) and its exit code; -1 with the reason when it could not be started.</summary>
    public sealed record Outcome(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Outcome> RunAsync(IReadOnlyList<string> command, string workingFolder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        // PGDATA, PGPORT, PGOPTIONS and their like belong to another server; messages are read, so they have to be English.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception notStarted)
        {
            return new(-1, $"{command[0]}: {notStarted.Message}");
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        // A server may have inherited the streams and keep them open: what was printed by now is enough.
        var printed = Task.WhenAll(output, errors);
        return await Task.WhenAny(printed, Task.Delay(2000, ct)) == printed
            ? new(process.ExitCode, string.Join('\n', (await printed).Select(text => text.Trim()).Where(text => text != "")))
            : new(process.ExitCode, "");
    }
}
