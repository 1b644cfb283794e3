using KitchenGuard.Data.Postgres;

namespace KitchenGuard.Tests.Support;

/// <summary>The checkout these tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder with KitchenGuard.sln.</summary>
    public static string Path { get; } = EmbeddedPostgresOptions.FindRepositoryRoot(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException($"No KitchenGuard.sln was found above {AppContext.BaseDirectory}. Run the tests from a checkout.");
}
