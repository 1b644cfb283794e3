using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KitchenGuard.Bench;

/// <summary>While 100 000 rows are imported: movements of the same restaurant, and the list of another one against the same list at rest.</summary>
internal static class MeanwhileFigure
{
    private const int Rows = 100_000;
    private const int Rounds = 2;

    public static async Task RunAsync(Ground ground)
    {
        var (file, other) = (Sheets.Csv(Rows), await ground.RegisterAsync());
        await ground.ImportAsync(other, Sheets.Csv(2_000));
        var request = $"GET /api/inventory/kitchen HTTP/1.1\r\nHost: {ground.Address.Authority}\r\nAuthorization: Bearer {other.Token}\r\n\r\n";
        Task<Load.Outcome> Pages(TimeSpan time) => Load.RunAsync(ground.Address, request, 1, time, TimeSpan.FromMilliseconds(20));
        await Pages(TimeSpan.FromSeconds(2));
        var (quiet, busy, moves) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            quiet.Add((await Pages(TimeSpan.FromSeconds(6))).P95);
            var account = await ground.RegisterAsync();
            // The file changes the first 500 items and makes the others.
            await ground.ImportAsync(account, Sheets.Csv(500));
            using var ended = new CancellationTokenSource();
            var moving = MoveAsync(ground, account, moves, ended.Token);
            var pages = Pages(TimeSpan.FromSeconds(6));
            await ground.ImportAsync(account, file);
            await ended.CancelAsync();
            await moving;
            busy.Add((await pages).P95);
        }

        var sorted = moves.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"during an import of {Rows} rows: a movement of the same restaurant p50 {sorted[sorted.Length / 2]:0} ms, p99 {sorted[sorted.Length * 99 / 100]:0} ms, longest {sorted[^1]:0} ms of {sorted.Length} — to reach: p99 < 1000 ms; another restaurant's list p95 {busy.Min():0.0} ms against {quiet.Min():0.0} ms at rest, ratio {busy.Min() / quiet.Min():0.00} — to reach: 1.30"));
    }

    private static async Task MoveAsync(Ground ground, Account account, List<double> times, CancellationToken ended)
    {
        using var client = ground.Client(account);
        var list = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/inventory/kitchen?limit=200", UriKind.Relative), CancellationToken.None);
        var ids = list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()).ToArray();
        for (var n = 0; !ended.IsCancellationRequested; n++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.PostAsJsonAsync($"/api/items/{ids[n % ids.Length]}/movements", new { kind = "use", quantity = 1 }, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
