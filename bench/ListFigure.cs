using System.Diagnostics;
using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>A list of 50 items as JSON and as the whole page with cookie, against a bare handler that sends the same statement.</summary>
internal static class ListFigure
{
    private const int Connections = 16;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Ground ground)
    {
        var account = await ground.RegisterAsync();
        await ground.ImportAsync(account, Sheets.Csv(2_000));
        var bareAddress = new Uri($"http://127.0.0.1:{Ground.FreePort()}");
        using var bare = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "KitchenGuard.Bench.dll"), "bare", bareAddress.ToString(), ground.App, account.RestaurantId.ToString()]);
        try
        {
            var cookie = await CookieAsync(ground, account);
            var (json, page, yard) = (new List<double>(), new List<double>(), new List<double>());
            var bareRequest = $"GET / HTTP/1.1\r\nHost: {bareAddress.Authority}\r\n\r\n";
            var jsonRequest = $"GET /api/inventory/kitchen HTTP/1.1\r\nHost: {ground.Address.Authority}\r\nAuthorization: Bearer {account.Token}\r\n\r\n";
            var pageRequest = $"GET /kitchen HTTP/1.1\r\nHost: {ground.Address.Authority}\r\nX-Forwarded-Proto: https\r\nCookie: {cookie}\r\n\r\n";
            await WaitAsync(bareAddress);
            for (var round = 0; round < 4; round++)
            {
                var outcomes = new[]
                {
                    await Load.RunAsync(bareAddress, bareRequest, Connections, Time),
                    await Load.RunAsync(ground.Address, jsonRequest, Connections, Time),
                    await Load.RunAsync(ground.Address, pageRequest, Connections, Time),
                };
                if (outcomes.Any(o => o.Failures > 0))
                {
                    throw new InvalidOperationException($"Requests failed: {string.Join(", ", outcomes.Select(o => o.Failures))}.");
                }

                // The first round warms all three up.
                if (round > 0)
                {
                    yard.Add(outcomes[0].Rate);
                    json.Add(outcomes[1].Rate);
                    page.Add(outcomes[2].Rate);
                }
            }

            var (b, j, p) = (Median(yard), Median(json), Median(page));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"list of 50: bare handler {b:0}/s, JSON {j:0}/s (ratio {j / b:0.00} — to reach: 0.70), page {p:0}/s (ratio {p / b:0.00} — to reach: 0.50)"));
        }
        finally
        {
            bare.Kill();
            await bare.WaitForExitAsync();
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task WaitAsync(Uri address)
    {
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                await client.GetAsync(address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<string> CookieAsync(Ground ground, Account account)
    {
        using var visitor = new Visitor(ground.Address);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Login"] = account.Email, ["Input.Password"] = account.Password });
        await visitor.PostAsync("/login", "/login", form);
        return visitor.Cookie;
    }
}
