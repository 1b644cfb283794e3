using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KitchenGuard.Bench;

/// <summary>
/// While 100 000 rows are imported: movements of the same restaurant, and the list of another one against the same list without the import. Everything but
/// the import goes on in both. Beside it what no care of the program's can better: the list beside the same statements from a ready file, without
/// reading or program, and beside a thread that only counts.
/// </summary>
internal static class MeanwhileFigure
{
    private const int Rows = 100_000;
    private const int Rounds = 3;
    private const int PerSecond = 50;

    // Of a core: what other programs may take before a measurement is made again, and how often one is, in all.
    private const double Bearable = 0.08;
    private const int Repeats = 6;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Ground ground)
    {
        var (file, other) = (Sheets.Csv(Rows), await ground.RegisterAsync());
        await ground.ImportAsync(other, Sheets.Csv(2_000));
        var request = $"GET /api/inventory/kitchen HTTP/1.1\r\nHost: {ground.Address.Authority}\r\nAuthorization: Bearer {other.Token}\r\n\r\n";
        var (rest, import, bare, count, moves) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (noisy, repeats) = (0, Repeats);

        async Task BesideAsync(List<double> pages, List<double> moves, Func<Account, Task> work)
        {
            while (true)
            {
                // The file changes the first 500 items and makes the others.
                var account = await ground.RegisterAsync();
                await ground.ImportAsync(account, Sheets.Csv(500));
                var others = new Others(ground.Web.Id);
                using var end = new CancellationTokenSource();
                var (listing, moving) = (Pace.RunAsync(ground.Address, request, PerSecond, end.Token), MoveAsync(ground, account, end.Token));
                await work(account);
                await end.CancelAsync();
                var (listed, moved) = (await listing, await moving);
                var isNoisy = others.Share() > Bearable;
                if (!isNoisy || repeats-- <= 0)
                {
                    noisy += isNoisy ? 1 : 0;
                    pages.AddRange(listed);
                    moves.AddRange(moved);
                    return;
                }
            }
        }

        await BesideAsync([], [], account => ground.ImportAsync(account, file, Poll));
        for (var round = 0; round < Rounds; round++)
        {
            await BesideAsync(rest, [], _ => Task.Delay(Time));
            await BesideAsync(import, moves, account => ground.ImportAsync(account, file, Poll));
            await BesideAsync(bare, [], _ => ImportFigure.BareAsync(ground, file));
            await BesideAsync(count, [], _ => CountAsync());
        }

        string Of(List<double> times) => string.Create(CultureInfo.InvariantCulture, $"{times.At(50):0.0} and {times.At(95):0.0} ms of {times.Count}");
        string Ratio(List<double> times) => string.Create(CultureInfo.InvariantCulture, $"ratio {times.At(95) / rest.At(95):0.00}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"during an import of {Rows} rows: a movement of the same restaurant p50 {moves.At(50):0} ms, p99 {moves.At(99):0} ms, longest {moves.Max():0} ms of {moves.Count} — to reach: p99 < 1000 ms; another restaurant's list at {PerSecond}/s, p50 and p95: {Of(rest)} at rest, {Of(import)} during the import ({Ratio(import)} — to reach: 1.30), {Of(bare)} beside the bare statements ({Ratio(bare)}), {Of(count)} beside one counting thread ({Ratio(count)}){(noisy > 0 ? $"; {noisy} of {4 * Rounds} measurements while other programs were busy" : "")}"));
    }

    // As often as a page asks.
    private static Task Poll(JsonElement import) => Task.Delay(1000);

    private static Task CountAsync() => Task.Factory.StartNew(
        () =>
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Time;)
            {
                Thread.SpinWait(1000);
            }
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task<List<double>> MoveAsync(Ground ground, Account account, CancellationToken ended)
    {
        using var client = ground.Client(account);
        var list = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/inventory/kitchen?limit=200", UriKind.Relative), CancellationToken.None);
        var ids = list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()).ToArray();
        var times = new List<double>();
        while (!ended.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.PostAsJsonAsync($"/api/items/{ids[times.Count % ids.Length]}/movements", new { kind = "use", quantity = 1 }, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(100, CancellationToken.None);
        }

        return times;
    }
}
