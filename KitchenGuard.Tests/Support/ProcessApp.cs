using Microsoft.AspNetCore.Hosting;

namespace KitchenGuard.Tests.Support;

/// <summary>Arranges in this process, which has no workers; the application under test is another one, in Production, and may be killed.</summary>
public class ProcessApp(PostgresServer server) : KitchenGuardApp(server)
{
    private readonly string _key = Convert.ToBase64String(new byte[32]);
    private WebProcess? _process;

    /// <summary>Where the living process listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A browser-like client, through a proxy that ends TLS.</summary>
    public HttpClient Browser() => new(new TlsProxy()) { BaseAddress = Address };

    /// <summary>Starts the application unless it runs.</summary>
    /// <param name="settings">Settings on top of the usual ones.</param>
    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        if (_process is not null)
        {
            return;
        }

        var all = new Dictionary<string, string?>
        {
            ["ConnectionStrings__KitchenGuard"] = AppConnectionString,
            ["Jwt__Key"] = _key,
            ["Jobs__Workers"] = "1",
            ["Jobs__QuietSeconds"] = "2",
            ["Jobs__InvisibilitySeconds"] = "5",
            ["Passwords__BcryptCost"] = "4",
            ["Proxy__Known"] = "127.0.0.1",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        (_process, Address) = await WebProcess.ListenAsync(all, TestContext.Current.CancellationToken);
    }

    /// <summary>As kill -9 does.</summary>
    public void Kill() => Kill(out _);

    /// <summary>Ends it as a host does, and says how long that took.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        var took = await _process!.TerminateAsync(TestContext.Current.CancellationToken);
        RunLog.Add(_process.Output);
        _process.Dispose();
        _process = null;
        return took;
    }

    /// <summary>As kill -9 does.</summary>
    /// <param name="output">All that it wrote.</param>
    public void Kill(out string output)
    {
        _process!.Kill();
        output = _process.Output;
        RunLog.Add(output);
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _process?.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Jobs:Workers", "0").UseSetting("Jwt:Key", _key);
}
