namespace KitchenGuard.Data.Postgres;

/// <summary>Which private server is meant.</summary>
/// <param name="RepositoryRoot">The folder with KitchenGuard.sln; each checkout has servers of its own.</param>
/// <param name="Purpose">"development" (durable) or "tests" (fast, disposable); each has its own data folder and port.</param>
public sealed record EmbeddedPostgresOptions(string RepositoryRoot, string Purpose)
{
    /// <summary>The purpose whose data outlives a crash of the machine.</summary>
    public const string Development = "development";

    /// <summary>The purpose whose data is disposable.</summary>
    public const string Tests = "tests";

    internal bool IsDisposable => Purpose == Tests;
}
