using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using KitchenGuard.Data.Postgres;

namespace KitchenGuard.Tests.Postgres;

/// <summary>A second program that uses a private PostgreSQL until it is killed: these tests' own program, started with a variable that says so.</summary>
internal static class HolderProcess
{
    private const string Variable = "KITCHENGUARD_TESTS_HOLD";

    /// <summary>Written when the server is held; has its port.</summary>
    public static string ReadyFile(string repository) => Path.Combine(repository, "ready");

    public static Process Start(string repository) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { "exec", typeof(HolderProcess).Assembly.Location },
        Environment = { [Variable] = repository },
        RedirectStandardOutput = true,
    })!;

    // While this runs no other thread gets into this assembly: whatever is called asynchronously has to lie outside of it.
    [ModuleInitializer]
    internal static void HoldIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } repository)
        {
            return;
        }

        Environment.SetEnvironmentVariable(Variable, null);
        var held = EmbeddedPostgres.StartAsync(new(repository, EmbeddedPostgresOptions.Tests), Console.WriteLine, default).GetAwaiter().GetResult();
        File.WriteAllText(ReadyFile(repository) + ".new", held.Port.ToString(CultureInfo.InvariantCulture));
        File.Move(ReadyFile(repository) + ".new", ReadyFile(repository));
        using var never = new ManualResetEventSlim();
        never.Wait(TimeSpan.FromMinutes(2));
        Environment.Exit(1);
    }
}
