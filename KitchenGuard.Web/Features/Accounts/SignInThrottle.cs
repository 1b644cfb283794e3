using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using KitchenGuard.Data.Accounts;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>What one network, a /24 or an IPv6 /64, may do in five minutes.</summary>
public sealed class NetworkLimits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Accounts:PerNetwork";

    /// <summary>Failed sign-ins, whoever's, before nobody signs in from there for the rest of the time.</summary>
    [Range(1, int.MaxValue)]
    public int FailedSignIns { get; set; } = 100;

    /// <summary>Sign-ups, and tries whether an address is free.</summary>
    [Range(1, int.MaxValue)]
    public int SignUps { get; set; } = 20;
}

/// <summary>
/// Counts failed sign-ins per account and address in PostgreSQL, so that all instances share the count. A try is counted before the
/// password is looked at: parallel guesses cannot slip past the limit together.
/// </summary>
public sealed class SignInThrottle(NpgsqlDataSource source, IOptions<NetworkLimits> limits, TimeProvider clock)
{
    /// <summary>Failures before the lock.</summary>
    public const int Limit = 5;

    /// <summary>How long a count, and so a lock, lasts after its first failure.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string FailedSignIns = "\u0001sign-in";
    private const string SignUps = "\u0001sign-up";

    /// <summary>What tries at an account's password are counted by, whichever of its names was typed, and however.</summary>
    public static string Of(User user) => $"\u0001user:{user.Id}";

    /// <summary>Counts a try at a password.</summary>
    /// <param name="login"><see cref="Of"/> the account; where there is none, what was typed, normalized.</param>
    /// <param name="address">The caller's address.</param>
    /// <param name="ct">Cancels the count.</param>
    /// <returns>Null when the try may go on, else how long to wait.</returns>
    public Task<TimeSpan?> CountAsync(string login, IPAddress? address, CancellationToken ct) => CountAsync(login, address, Limit, ct);

    /// <summary>Counts a try at signing in: as the other, and none goes on where too many failed, whoever's they were.</summary>
    public async Task<TimeSpan?> CountSignInAsync(string login, IPAddress? address, CancellationToken ct)
    {
        var closed = await FindClosedAsync(FailedSignIns, address, limits.Value.FailedSignIns, ct);
        return closed ?? await CountAsync(login, address, ct);
    }

    /// <summary>Whether as many tries as the limit were counted; counts none.</summary>
    /// <returns>Null when a try may go on, else how long to wait.</returns>
    public async Task<TimeSpan?> FindClosedAsync(string subject, IPAddress? address, int limit, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var command = source.CreateCommand("select window_until from auth.sign_in_throttle where key = $1 and failures >= $2 and window_until > $3");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Key(subject, address) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now });
        return await command.ExecuteScalarAsync(ct) is DateTime until ? until - now : null;
    }

    /// <summary>Forgets the counts whose time is over.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from auth.sign_in_throttle where window_until < $1");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Counts a sign-in that failed, for its network.</summary>
    public Task FailAsync(IPAddress? address, CancellationToken ct) => CountAsync(FailedSignIns, address, int.MaxValue, ct);

    /// <summary>Counts a sign-up, or a try whether an address is free.</summary>
    /// <returns>Null when it may go on, else how long to wait.</returns>
    public Task<TimeSpan?> CountSignUpAsync(IPAddress? address, CancellationToken ct) => CountAsync(SignUps, address, limits.Value.SignUps, ct);

    /// <summary>Counts a try of something else that is limited per network.</summary>
    /// <param name="subject">What is limited, beginning with U+0001 so that it is no login; counted per address's network.</param>
    /// <param name="address">The caller's address.</param>
    /// <param name="limit">Tries in the window before it says to wait.</param>
    /// <param name="ct">Cancels the count.</param>
    /// <param name="window">How long a count lasts after its first try; null: <see cref="Window"/>.</param>
    /// <returns>Null when the try may go on, else how long to wait.</returns>
    public async Task<TimeSpan?> CountAsync(string subject, IPAddress? address, int limit, CancellationToken ct, TimeSpan? window = null)
    {
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand(
            """
            insert into auth.sign_in_throttle as t (key, failures, window_until) values ($1, 1, $2)
            on conflict (key) do update set
              failures = case when t.window_until < $3 then 1 else t.failures + 1 end,
              window_until = case when t.window_until < $3 then $2 else t.window_until end
            returning failures, window_until
            """);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Key(subject, address) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now + (window ?? Window)).UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return reader.GetInt32(0) > limit ? reader.GetFieldValue<DateTimeOffset>(1) - now : null;
    }

    /// <summary>Forgets the count after a success.</summary>
    public async Task ClearAsync(string login, IPAddress? address, CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from auth.sign_in_throttle where key = $1");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Key(login, address) });
        await command.ExecuteNonQueryAsync(ct);
    }

    // A hash, so that the table holds no address and no e-mail; the network, not the single address, since one caller has many.
    private static byte[] Key(string login, IPAddress? address) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{login.Trim().ToUpperInvariant()}\n{Network(address)}"));

    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes, 0, address.AddressFamily == AddressFamily.InterNetworkV6 && bytes.Length == 16 ? 8 : 3);
    }
}
