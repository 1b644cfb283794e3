using System.Security.Cryptography;

namespace KitchenGuard.Data.Postgres;

/// <summary>The passwords of a server's login roles.</summary>
internal sealed record PostgresPasswords(string Superuser, string Owner, string App, string Operator)
{
    public static PostgresPasswords MakeUp() => new(One(), One(), One(), One());

    /// <summary>With one for each role that came after the file was written.</summary>
    public PostgresPasswords Completed() => this with { Operator = Operator ?? One() };

    private static string One() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
