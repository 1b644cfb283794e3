using System.Security.Cryptography;

namespace KitchenGuard.Data.Postgres;

/// <summary>The passwords of a server's login roles.</summary>
internal sealed record PostgresPasswords(string Superuser, string Owner, string App)
{
    public static PostgresPasswords MakeUp() => new(One(), One(), One());

    private static string One() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
