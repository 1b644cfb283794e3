using System.Diagnostics;
using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>Whether the time of a refused sign-in tells that the account exists.</summary>
internal static class TimingFigure
{
    // Fewer than lock an account.
    private const int Tries = 4;

    public static async Task RunAsync(Ground ground)
    {
        var accounts = new List<Account>();
        for (var i = 0; i < 50; i++)
        {
            accounts.Add(await ground.RegisterAsync());
        }

        using var client = new HttpClient { BaseAddress = ground.Address };
        for (var i = 0; i < 20; i++)
        {
            await TimeAsync(client, $"warm{i}@nowhere.example");
        }

        // In turns, so that whatever else the machine does falls on both.
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < accounts.Count * Tries; i++)
        {
            known.Add(await TimeAsync(client, accounts[i % accounts.Count].Email));
            unknown.Add(await TimeAsync(client, $"nobody{i / Tries}@nowhere.example"));
        }

        var (median, other) = (Median(known), Median(unknown));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"refused sign-in: median {median:0.0} ms with an account, {other:0.0} ms without, {known.Count} each, ratio {median / other:0.000} — to reach: 0.9 to 1.1"));
    }

    private static async Task<double> TimeAsync(HttpClient client, string login)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { login, password = "not the right password" });
        return answer.StatusCode == System.Net.HttpStatusCode.Unauthorized
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"A sign-in that should be refused answered {(int)answer.StatusCode}.");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
