using System.Net.Sockets;
using Hangfire;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Hangfire's way in. Jobs that were enqueued stay enqueued across versions: name and parameters are a wire format.</summary>
public sealed class ImportJob(RunImport run, FailImport fail, ILogger<ImportJob> logger)
{
    /// <summary>
    /// Runs an import or its undo. Passing faults are retried; a fault in the program, or a file that it cannot bear, ends it at once with a sentence.
    /// </summary>
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
            await fail.RunAsync(importId, CancellationToken.None);
        }
    }

    /// <summary>Whether the same work may well succeed a little later: shutdown, a lost connection, a deadlock, a server that is short of something.</summary>
    internal static bool IsPassing(Exception exception) => exception switch
    {
        OperationCanceledException or SocketException or TimeoutException => true,
        // Connection exceptions, transaction rollbacks, insufficient resources, operator intervention, system errors.
        PostgresException { SqlState: { Length: 5 } state } => state[..2] is "08" or "40" or "53" or "57" or "58" || state == PostgresErrorCodes.LockNotAvailable,
        NpgsqlException => true,
        // A disk that is full or gone; text that is no text is an InvalidDataException.
        IOException and not EndOfStreamException => true,
        _ => false,
    };
}
