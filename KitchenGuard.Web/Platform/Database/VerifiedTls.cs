using System.Net;
using Npgsql;

namespace KitchenGuard.Web.Platform.Database;

/// <summary>Whoever stands between this program and its database sees everything and could answer in its place.</summary>
internal static class VerifiedTls
{
    /// <summary>Refuses a connection over a network on which the server does not have to prove who it is.</summary>
    /// <param name="configuration">Has <c>Database:AllowUnverifiedTls</c>.</param>
    /// <param name="name">Of the connection string.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <exception cref="StartupException">Neither TLS with <c>VerifyFull</c>, nor this machine, nor allowed.</exception>
    public static void Require(IConfiguration configuration, string name, string connectionString)
    {
        NpgsqlConnectionStringBuilder given;
        try
        {
            given = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            throw new StartupException($"ConnectionStrings:{name} cannot be read: set ConnectionStrings__{name} to an Npgsql connection string, such as Host=db.example;Database=kitchenguard;Username=….");
        }

        if (given.SslMode != SslMode.VerifyFull && !IsLocal(given.Host) && !configuration.GetValue("Database:AllowUnverifiedTls", false))
        {
            throw new StartupException(
                $"ConnectionStrings:{name} would trust any server: add SSL Mode=VerifyFull to ConnectionStrings__{name} (and Root Certificate=… for an authority of your own), or set Database__AllowUnverifiedTls to true.");
        }
    }

    private static bool IsLocal(string? hosts) => hosts?.Split(',', StringSplitOptions.TrimEntries) is { Length: > 0 } all && all.All(host =>
        host.StartsWith('/') || host.StartsWith('@')
        || (IPAddress.TryParse(host, out var address) ? IPAddress.IsLoopback(address) : Uri.TryCreate("tcp://" + host, UriKind.Absolute, out var uri) && uri.IsLoopback));
}
