using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KitchenGuard.Tests.Support;

/// <summary>The built application as a process of its own, for what only a process can show: starting, refusing to, and being killed.</summary>
public sealed partial class WebProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebProcess(Process process) => _process = process;

    /// <summary>What it wrote so far, both streams together.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it in Production on a port of its own and waits until it listens.</summary>
    public static async Task<(WebProcess Process, Uri Address)> ListenAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        var web = Start(new Dictionary<string, string?>(settings) { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" });
        try
        {
            return (web, await web._address.Task.WaitAsync(TimeSpan.FromMinutes(1), ct));
        }
        catch (Exception exception) when (exception is TimeoutException or InvalidOperationException)
        {
            web.Dispose();
            throw new InvalidOperationException($"The application did not start:\n{web.Output}", exception);
        }
    }

    /// <summary>Starts it in Production and waits until it has ended.</summary>
    /// <returns>Its exit code and the lines it wrote.</returns>
    public static async Task<(int Code, string[] Lines)> RunAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        using var web = Start(settings);
        await web._process.WaitForExitAsync(ct).WaitAsync(TimeSpan.FromMinutes(1), ct);
        return (web._process.ExitCode, web.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>As kill -9 does: nothing in it gets to run any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>As a host does that wants it to end: SIGTERM, and the time it takes.</summary>
    public async Task<TimeSpan> TerminateAsync(CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(ct);
        }

        await _process.WaitForExitAsync(ct).WaitAsync(TimeSpan.FromMinutes(1), ct);
        return TimeProvider.System.GetElapsedTime(since);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static WebProcess Start(IReadOnlyDictionary<string, string?> settings)
    {
        // The project's own output: …/KitchenGuard.Tests/bin/<configuration>/<framework>/ beside …/KitchenGuard.Web/bin/….
        var built = Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "KitchenGuard.Tests"), AppContext.BaseDirectory);
        var project = Path.Combine(RepositoryRoot.Path, "KitchenGuard.Web");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(project, built, "KitchenGuard.Web.dll") },
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DataProtection__AllowUnencrypted"] = "true";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var web = new WebProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        web._process.OutputDataReceived += (_, line) => web.Take(line.Data);
        web._process.ErrorDataReceived += (_, line) => web.Take(line.Data);
        web._process.Exited += (_, _) => web._address.TrySetException(new InvalidOperationException("It ended."));
        web._process.Start();
        web._process.BeginOutputReadLine();
        web._process.BeginErrorReadLine();
        return web;
    }

    private static bool IsOurs(string variable) =>
        variable.Contains("__", StringComparison.Ordinal) || variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || variable.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal);

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } found)
        {
            _address.TrySetResult(new Uri($"http://127.0.0.1:{int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)}"));
        }
    }

    [GeneratedRegex("Now listening on: .*http://127\\.0\\.0\\.1:(\\d+)")]
    private static partial Regex Listening();
}
