namespace KitchenGuard.Data.Postgres;

/// <summary>The SQL files beside the migrations, embedded in the assembly.</summary>
internal static class MigrationScript
{
    public static string Read(string name)
    {
        using var stream = typeof(MigrationScript).Assembly.GetManifestResourceStream("KitchenGuard.Data.Migrations." + name)
            ?? throw new InvalidOperationException($"The migration script {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
