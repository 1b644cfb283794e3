namespace KitchenGuard.Web.Features.Accounts;

/// <summary>
/// Lets as many password hashes run at once as there are cores and keeps a short queue, so that a flood of sign-ins cannot starve the
/// rest of the pages.
/// </summary>
public sealed class HashingGate : IDisposable
{
    private readonly SemaphoreSlim _running = new(Environment.ProcessorCount);
    private readonly int _most = Environment.ProcessorCount * 32;
    private int _waiting;

    /// <summary>Hashes at work right now.</summary>
    public int Running => Environment.ProcessorCount - _running.CurrentCount;

    /// <inheritdoc />
    public void Dispose() => _running.Dispose();

    /// <summary>Runs the work when a core is free.</summary>
    /// <returns>Its result, or <see cref="AccountErrors.Busy"/> when the queue is full.</returns>
    public async Task<Platform.Result<T>> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _waiting) > _most)
        {
            Interlocked.Decrement(ref _waiting);
            return AccountErrors.Busy;
        }

        try
        {
            await _running.WaitAsync(ct);
            try
            {
                return await Task.Run(work, ct);
            }
            finally
            {
                _running.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
