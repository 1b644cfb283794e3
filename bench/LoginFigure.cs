using System.Diagnostics;
using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>Logins a second against what bcrypt alone allows on the same cores, and how long other pages take meanwhile.</summary>
internal static class LoginFigure
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Ground ground)
    {
        var accounts = new List<Account>();
        for (var i = 0; i < 4; i++)
        {
            accounts.Add(await ground.RegisterAsync());
        }

        var hash = BCrypt.Net.BCrypt.EnhancedHashPassword("violet rocket onion", 11);
        var alone = new List<double>();
        var logins = new List<double>();
        var others = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            alone.Add(await RateAsync(Environment.ProcessorCount, _ =>
            {
                BCrypt.Net.BCrypt.EnhancedVerify("violet rocket onion", hash);
                return Task.CompletedTask;
            }));
            using var client = new HttpClient { BaseAddress = ground.Address };
            var other = Load.RunAsync(ground.Address, $"GET /login HTTP/1.1\r\nHost: {ground.Address.Authority}\r\nX-Forwarded-Proto: https\r\n\r\n", 1, Time, TimeSpan.FromMilliseconds(50));
            logins.Add(await RateAsync(4, async n => (await client.PostAsJsonAsync("/api/auth/login", new { login = accounts[n].Email, password = accounts[n].Password })).EnsureSuccessStatusCode()));
            others.Add((await other).P95);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"logins: {logins.Max():0.0}/s, bcrypt alone {alone.Max():0.0}/s, ratio {logins.Max() / alone.Max():0.00} — to reach: 0.90; another page's p95 meanwhile {others.Max():0} ms — to reach: < 500 ms"));
    }

    private static async Task<double> RateAsync(int threads, Func<int, Task> work)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, threads).Select(n => Task.Run(async () =>
        {
            var done = 0;
            while (watch.Elapsed < Time)
            {
                await work(n);
                done++;
            }

            return done;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
