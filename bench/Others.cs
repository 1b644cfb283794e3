using System.Diagnostics;
using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>How much of the machine goes to programs that have no part in a figure; every PostgreSQL passes for ours. Linux only; elsewhere nothing is known.</summary>
internal sealed class Others(int web)
{
    // User, nice, system, and the two kinds of interrupts.
    private static readonly int[] Columns = [1, 2, 3, 6, 7];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly double _before = Busy() - Own(web);

    /// <summary>The others' part of one core since this was made, 0 to the number of cores.</summary>
    public double Share() => (Busy() - Own(web) - _before) / (100 * _watch.Elapsed.TotalSeconds);

    // Hundredths of a second.
    private static double Busy() =>
        OperatingSystem.IsLinux() && File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries) is var all
            ? Columns.Sum(n => double.Parse(all[n], CultureInfo.InvariantCulture)) : 0;

    private static double Own(int web)
    {
        var sum = 0.0;
        foreach (var folder in OperatingSystem.IsLinux() ? Directory.EnumerateDirectories("/proc") : [])
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id))
            {
                continue;
            }

            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var values = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                double Ticks(int n) => double.Parse(values[n], CultureInfo.InvariantCulture);
                // What the database's gone backends used is kept at their parent.
                sum += id == Environment.ProcessId || id == web || stat.Contains("(postgres)", StringComparison.Ordinal) ? Ticks(11) + Ticks(12) + Ticks(13) + Ticks(14) : 0;
            }
            catch (IOException)
            {
                // It ended.
            }
        }

        return sum;
    }
}
