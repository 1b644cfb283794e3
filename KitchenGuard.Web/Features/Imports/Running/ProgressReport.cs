using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Writes an import's progress four times a second over a pooled connection of its own, which is also its sign of life: an import without one is
/// taken up by somebody else. On the same way it hears that somebody wants it stopped.
/// </summary>
internal sealed class ProgressReport : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    // Before that, the rate says nothing.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);
    private const int WarmPercent = 3;

    private readonly NpgsqlDataSource _source;
    private readonly Guid _restaurantId;
    private readonly Guid _importId;
    private readonly int _attempt;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _writing;
    private int _percent;
    private volatile bool _cancelRequested;
    private volatile bool _superseded;

    /// <param name="source">The application's connections.</param>
    /// <param name="restaurantId">Whose import it is.</param>
    /// <param name="importId">The import.</param>
    /// <param name="attempt">Which attempt at it this is.</param>
    /// <param name="clock">For the pace and the time left.</param>
    /// <param name="ct">Stops the work as well.</param>
    public ProgressReport(NpgsqlDataSource source, Guid restaurantId, Guid importId, int attempt, TimeProvider clock, CancellationToken ct = default)
    {
        (_source, _restaurantId, _importId, _attempt, _clock) = (source, restaurantId, importId, attempt, clock);
        _started = clock.GetTimestamp();
        _work = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _writing = WriteAsync();
    }

    /// <summary>Where the work stands, 0 to 100, in equal parts of time as far as that is known.</summary>
    public int Percent
    {
        get => Volatile.Read(ref _percent);
        set => Volatile.Write(ref _percent, value);
    }

    /// <summary>Ends when somebody wants the work stopped; a statement on its way is cancelled in the database.</summary>
    public CancellationToken Token => _work.Token;

    /// <summary>A person asked for the end, and not the host's shutdown.</summary>
    public bool IsCancelRequested
    {
        get => _cancelRequested;
        set => _cancelRequested = value;
    }

    /// <summary>A later attempt has begun: what this one does is void.</summary>
    public bool IsSuperseded => _superseded;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _writing;
        _end.Dispose();
        _work.Dispose();
    }

    /// <summary>What is left at the rate so far; null while there is no telling.</summary>
    internal static int? SecondsLeft(int percent, TimeSpan elapsed) =>
        percent is < WarmPercent or >= 100 || elapsed < Warm ? null : (int)Math.Ceiling(elapsed.TotalSeconds * (100 - percent) / percent);

    private async Task WriteAsync()
    {
        using var timer = new PeriodicTimer(Pace, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                try
                {
                    var (isLatest, isCancelled) = await WriteAsync(Percent, _end.Token);
                    if ((!isLatest && !_superseded) || (isCancelled && !_cancelRequested))
                    {
                        (_superseded, _cancelRequested) = (!isLatest, isCancelled);
                        await _work.CancelAsync();
                    }
                }
                catch (NpgsqlException)
                {
                    // Progress is a courtesy. When the database is in trouble the job's own connection will say so.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work ended.
        }
    }

    private async Task<(bool IsLatest, bool IsCancelled)> WriteAsync(int percent, CancellationToken ct)
    {
        await using var batch = _source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(_restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update inventory.import_progress set percent = $1, seconds_left = $2, updated_at = clock_timestamp()
            where restaurant_id = $3 and import_id = $4
              and exists (select from inventory.imports where restaurant_id = $3 and id = $4 and attempt = $5)
            returning cancel_requested
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = percent },
                new NpgsqlParameter { Value = (object?)SecondsLeft(percent, _clock.GetElapsedTime(_started)) ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer },
                new NpgsqlParameter<Guid> { TypedValue = _restaurantId },
                new NpgsqlParameter<Guid> { TypedValue = _importId },
                new NpgsqlParameter<int> { TypedValue = _attempt },
            },
        });
        await using var answer = await batch.ExecuteReaderAsync(ct);
        await answer.NextResultAsync(ct);
        return await answer.ReadAsync(ct) ? (true, answer.GetBoolean(0)) : (false, false);
    }
}
