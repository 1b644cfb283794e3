using System.Diagnostics;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace KitchenGuard.Tests.Support;

/// <summary>
/// The browser of a test run, started when the first test asks for it: CHROMIUM_PATH, else one found on the machine, else Playwright's own, else,
/// as root, one installed by apt-get. Without any the asking test fails and names the remedy.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly Lazy<Task<IBrowser>> browser = new(LaunchAsync);

    /// <summary>The one browser; open a context of your own in it.</summary>
    public Task<IBrowser> BrowserAsync() => browser.Value;

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated && browser.Value.IsCompletedSuccessfully)
        {
            await (await browser.Value).DisposeAsync();
        }
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = await Playwright.CreateAsync();
        string[] asRoot = IsRoot ? ["--no-sandbox"] : [];
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await FindAsync(playwright.Chromium.ExecutablePath),
            Args = [.. asRoot, "--disable-dev-shm-usage"],
        });
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    private static async Task<string> FindAsync(string playwrightsOwn)
    {
        var refused = new List<string>();
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return await RunsAsync(named, refused) ? named : throw Missing(refused);
        }

        foreach (var candidate in Installed().Append(playwrightsOwn).Where(File.Exists))
        {
            if (await RunsAsync(candidate, refused))
            {
                return candidate;
            }
        }

        if (IsRoot && OperatingSystem.IsLinux())
        {
            Console.WriteLine("No Chromium was found: installing it with apt-get.");
            foreach (string[] command in new[] { ["update", "-qq"], new[] { "install", "-y", "-qq", "--no-install-recommends", "chromium" } })
            {
                var (succeeded, output) = await RunAsync("apt-get", ["-o", "DPkg::Lock::Timeout=300", .. command]);
                if (!succeeded)
                {
                    refused.Add($"apt-get {command[0]}: {output}");
                }
            }

            foreach (var candidate in Installed().Where(File.Exists))
            {
                if (await RunsAsync(candidate, refused))
                {
                    return candidate;
                }
            }
        }

        throw Missing(refused);
    }

    private static InvalidOperationException Missing(List<string> refused) => new(string.Join('\n',
    [
        "The browser tests found no Chromium that runs.",
        .. refused.Select(reason => "  " + reason),
        "Install Chromium or Google Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH to its program, or run `node .playwright/package/cli.js install chromium` in the folder of KitchenGuard.Tests.dll.",
    ]));

    private static IEnumerable<string> Installed()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin");
        string[] elsewhere =
        [
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
        ];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(elsewhere).Distinct();
    }

    /// <summary>Whether it is a browser and not, say, Ubuntu's hint at a snap. Windows' Chrome prints no version, so being there is enough.</summary>
    private static async Task<bool> RunsAsync(string program, List<string> refused)
    {
        if (OperatingSystem.IsWindows() && File.Exists(program))
        {
            return true;
        }

        var (succeeded, output) = await RunAsync(program, ["--version"]);
        if (!succeeded)
        {
            refused.Add($"{program}: {output}");
        }

        return succeeded;
    }

    private static async Task<(bool Succeeded, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode == 0, string.Concat(printed).Trim());
        }
        catch (System.ComponentModel.Win32Exception notStarted)
        {
            return (false, notStarted.Message);
        }
    }
}
