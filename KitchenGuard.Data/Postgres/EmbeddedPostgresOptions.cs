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

    /// <summary>The checkout a folder lies in: the nearest folder above it, or itself, with KitchenGuard.sln; null outside of one.</summary>
    public static string? FindRepositoryRoot(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "KitchenGuard.sln")))
            {
                return above.FullName;
            }
        }

        return null;
    }

    internal bool IsDisposable => Purpose == Tests;
}
