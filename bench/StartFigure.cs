using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>Start to ready, and memory at rest.</summary>
internal static class StartFigure
{
    public static async Task RunAsync(Ground ground)
    {
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await ground.StopWebAsync();
            times.Add((await ground.StartWebAsync()).TotalSeconds);
        }

        Console.WriteLine(
            $"start to ready: {times.Order().ElementAt(1):0.00} s (of {string.Join(", ", times.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture)))}), memory {ground.MemoryMegabytes("VmRSS")} MB — to reach: < 3 s, < 250 MB");
    }
}
