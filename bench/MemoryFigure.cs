using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>The peak of the process's memory over imports of three sizes, each in a program just started.</summary>
internal static class MemoryFigure
{
    private static readonly int[] Sizes = [10_000, 100_000, 500_000];

    public static async Task RunAsync(Ground ground)
    {
        var peaks = new List<string>();
        foreach (var rows in Sizes)
        {
            await ground.StopWebAsync();
            await ground.StartWebAsync();
            await ground.ImportAsync(await ground.RegisterAsync(), Sheets.Csv(2_000));
            var before = ground.MemoryMegabytes("VmRSS");
            var file = Sheets.Csv(rows);
            var took = await ground.ImportAsync(await ground.RegisterAsync(), file);
            var peak = ground.MemoryMegabytes("VmHWM");
            peaks.Add(string.Create(CultureInfo.InvariantCulture,
                $"{rows} rows ({file.Length / 1048576.0:0.0} MB): {before} → {peak} MB (+{peak - before}), {took.TotalSeconds:0.0} s, {rows / took.TotalSeconds:0} rows/s"));
        }

        Console.WriteLine($"memory of an import, before → peak: {string.Join("; ", peaks)} — to reach: + 150 MB at any size");
    }
}
