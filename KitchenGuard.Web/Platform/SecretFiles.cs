namespace KitchenGuard.Web.Platform;

/// <summary>Settings from files, for secrets that should be in no environment variable.</summary>
public static class SecretFiles
{
    /// <summary>Where container platforms put them.</summary>
    public const string Folder = "/run/secrets";

    /// <summary>
    /// Adds the files of <c>Secrets:Folder</c> (/run/secrets by default, when it is there): each is a setting, named by the file with <c>__</c>
    /// between sections. A file wins over an environment variable.
    /// </summary>
    public static void AddSecretFiles(this IConfigurationManager configuration)
    {
        var folder = configuration["Secrets:Folder"];
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new StartupException("Secrets:Folder is not there: set Secrets__Folder to the folder of the files that hold secrets.");
        }

        configuration.AddKeyPerFile(Path.GetFullPath(folder ?? Folder), optional: true);
    }
}
