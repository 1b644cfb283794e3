using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Running;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Has a dry run done: a small file's at once, so that its counts are there with the answer, a larger one's by the job.</summary>
public sealed class CheckImport(ImportQueue queue, RunImport run, ILogger<CheckImport> logger)
{
    private const long AtOnce = 1024 * 1024;

    /// <summary>Runs or enqueues the import; after the commit.</summary>
    public async Task RunAsync(Import import)
    {
        if (import.Size <= AtOnce)
        {
            try
            {
                // It ends soon, and a browser that goes away must not leave it half done for the sweeper.
                await run.RunAsync(import.Id, CancellationToken.None);
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The job tells passing faults from others, tries again and says so.
                ImportsLog.CheckFailed(logger, exception, import.Id);
            }
        }

        queue.Enqueue(import.Id);
    }
}
