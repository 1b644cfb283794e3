using KitchenGuard.Data.Postgres;

namespace KitchenGuard.Web.Platform;

/// <summary>The checkout that Development runs from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The nearest folder upwards that holds KitchenGuard.sln, else the folder itself.</summary>
    public static string Find(string folder) => EmbeddedPostgresOptions.FindRepositoryRoot(folder) ?? folder;

    /// <summary>Where Development keeps what it made for itself, git-ignored.</summary>
    public static string LocalData(string folder) => Path.Combine(Find(folder), ".kitchenguard");
}
