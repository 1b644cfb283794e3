using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform.Database;

namespace KitchenGuard.Bench;

/// <summary>A database of the benchmark's own on the embedded server, and the built program serving from it as a process of its own.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private const string Database = "kitchenguard_bench";
    private readonly EmbeddedPostgres _server;
    private Process? _web;

    private Ground(EmbeddedPostgres server) => _server = server;

    public string App => _server.AppConnectionString(Database);

    public string Owner => _server.OwnerConnectionString(Database);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public Process Web => _web ?? throw new InvalidOperationException("The program is not running.");

    public static async Task<Ground> PrepareAsync()
    {
        var root = EmbeddedPostgresOptions.FindRepositoryRoot(AppContext.BaseDirectory) ?? throw new InvalidOperationException("Run it inside the checkout.");
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(root, EmbeddedPostgresOptions.Development), Console.WriteLine, default);
        await PostgresSetup.DropDatabaseAsync(server.SuperuserConnectionString(), Database, default);
        await PostgresSetup.CreateDatabaseAsync(server.SuperuserConnectionString(), Database, default);
        var ground = new Ground(server);
        await DatabaseSetup.PrepareAsync(ground.Owner, default);
        await ground.StartWebAsync();
        return ground;
    }

    /// <summary>Starts the program and waits until it is ready.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> StartWebAsync()
    {
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KitchenGuard.Web.dll"), "--urls", Address.ToString()])
        {
            RedirectStandardOutput = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment["ConnectionStrings__KitchenGuard"] = App;
        info.Environment["Jwt__Key"] = Convert.ToBase64String(new byte[32]);
        // All its people come from one network.
        info.Environment["Accounts__PerNetwork__SignUps"] = info.Environment["Accounts__PerNetwork__FailedSignIns"] = "1000000";
        info.Environment["DataProtection__AllowUnencrypted"] = "true";
        info.Environment["Proxy__Known"] = "127.0.0.1";
        info.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        var watch = Stopwatch.StartNew();
        _web = Process.Start(info)!;
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return watch.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }
    }

    public async Task StopWebAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", Web.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await Web.WaitForExitAsync();
        _web = null;
    }

    /// <summary>A figure of the process's memory in MB: <c>VmRSS</c> now, <c>VmHWM</c> at its peak.</summary>
    public int MemoryMegabytes(string figure)
    {
        var line = File.ReadLines($"/proc/{Web.Id}/status").First(l => l.StartsWith(figure, StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Signs a restaurant up.</summary>
    public async Task<Account> RegisterAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var email = $"{Guid.CreateVersion7():N}@bench.example";
        const string password = "violet rocket onion";
        var answer = await client.PostAsJsonAsync("/api/auth/register", new { email, password, fullName = "Bench", restaurant = new { name = "Bench" } });
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new Account(
            email, password, body.GetProperty("accessToken").GetString()!, body.GetProperty("restaurant").GetProperty("id").GetGuid(),
            body.GetProperty("user").GetProperty("id").GetGuid());
    }

    public HttpClient Client(Account account)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account.Token);
        return client;
    }

    /// <summary>Imports a file and waits for its end.</summary>
    public async Task<TimeSpan> ImportAsync(Account account, byte[] file, Func<JsonElement, Task>? seen = null)
    {
        using var client = Client(account);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var watch = Stopwatch.StartNew();
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        var location = answer.Headers.Location!;
        while (true)
        {
            var import = await client.GetFromJsonAsync<JsonElement>(location);
            if (import.GetProperty("status").GetString() == "completed")
            {
                return watch.Elapsed;
            }

            if (import.GetProperty("status").GetString() == "failed")
            {
                throw new InvalidOperationException(import.GetProperty("failure").GetString());
            }

            if (seen is not null)
            {
                await seen(import);
            }

            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
        {
            await StopWebAsync();
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        await PostgresSetup.DropDatabaseAsync(_server.SuperuserConnectionString(), Database, default);
        await _server.DisposeAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Somebody who can sign in.</summary>
internal sealed record Account(string Email, string Password, string Token, Guid RestaurantId, Guid UserId);
