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

        var memory = File.ReadLines($"/proc/{ground.Web.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Console.WriteLine(
            $"start to ready: {times.Order().ElementAt(1):0.00} s (of {string.Join(", ", times.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture)))}), memory {int.Parse(memory, CultureInfo.InvariantCulture) / 1024} MB — to reach: < 3 s, < 250 MB");
    }
}
