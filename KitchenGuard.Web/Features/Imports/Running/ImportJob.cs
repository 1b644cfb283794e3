using Hangfire;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Hangfire's way in. Jobs that were enqueued stay enqueued across versions: name and parameters are a wire format.</summary>
public sealed class ImportJob(RunImport run, FailImport fail, ILogger<ImportJob> logger)
{
    /// <summary>Runs an import. Passing faults are retried; a fault in the program fails the import with a sentence.</summary>
    /// <param name="importId">The import; nothing else travels with the job.</param>
    /// <param name="ct">Hangfire's token: shutdown, or the job was taken away.</param>
    [Queue("a-import")]
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 15, 60, 300, 900])]
    public async Task RunAsync(Guid importId, CancellationToken ct)
    {
        try
        {
            await run.RunAsync(importId, ct);
        }
        catch (Exception exception) when (!IsPassing(exception))
        {
            ImportsLog.Failed(logger, exception, importId);
            await fail.RunAsync(importId, "The file could not be imported because of a fault in the program. Nothing was changed; the operators can see the details.", CancellationToken.None);
            throw;
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is OperationCanceledException or NpgsqlException { IsTransient: true } or IOException or System.Net.Sockets.SocketException ||
        exception is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.DiskFull } ||
        exception is NpgsqlException and not PostgresException;
}
