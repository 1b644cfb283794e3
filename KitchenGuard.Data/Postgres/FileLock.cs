using System.Diagnostics;

namespace KitchenGuard.Data.Postgres;

/// <summary>A lock between processes on a file that stays; the operating system frees it when its holder dies (flock on Unix).</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock, or returns null when somebody else's lock is in the way.</summary>
    public static FileLock? TryTake(string path, bool shared)
    {
        try
        {
            return new(new(path, FileMode.OpenOrCreate, FileAccess.Read, shared ? FileShare.Read : FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock for at most <paramref name="patience"/>, then returns null.</summary>
    public static async Task<FileLock?> TakeAsync(string path, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(path, shared: false) is { } taken)
            {
                return taken;
            }

            if (waited.Elapsed > patience)
            {
                return null;
            }

            await Task.Delay(50, ct);
        }
    }

    public void Dispose() => stream.Dispose();
}
