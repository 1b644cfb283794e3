using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Writes an import's progress four times a second over a pooled connection of its own, and a sign of life at least every two seconds:
/// an import without one is taken up by somebody else.
/// </summary>
internal sealed class ProgressReport : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private const int BeatsBetweenSignsOfLife = 8;

    private readonly NpgsqlDataSource _source;
    private readonly Guid _restaurantId;
    private readonly Guid _importId;
    private readonly int _attempt;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;
    private int _percent;
    private bool _superseded;

    public ProgressReport(NpgsqlDataSource source, Guid restaurantId, Guid importId, int attempt, TimeProvider clock)
    {
        (_source, _restaurantId, _importId, _attempt) = (source, restaurantId, importId, attempt);
        _writing = WriteAsync(clock);
    }

    /// <summary>Where the work stands, 0 to 100.</summary>
    public int Percent
    {
        get => Volatile.Read(ref _percent);
        set => Volatile.Write(ref _percent, value);
    }

    /// <summary>True when a later attempt has begun: what this one does is void.</summary>
    public bool IsSuperseded => Volatile.Read(ref _superseded);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        _stop.Dispose();
    }

    private async Task WriteAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        var (written, quiet) = (-1, 0);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var percent = Percent;
                if (percent == written && ++quiet < BeatsBetweenSignsOfLife)
                {
                    continue;
                }

                (written, quiet) = (percent, 0);
                try
                {
                    await WriteAsync(percent, _stop.Token);
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

    private async Task WriteAsync(int percent, CancellationToken ct)
    {
        await using var batch = _source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(_restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update inventory.import_progress set percent = $1, updated_at = clock_timestamp() where restaurant_id = $2 and import_id = $3
              and exists (select from inventory.imports where restaurant_id = $2 and id = $3 and attempt = $4)
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = percent },
                new NpgsqlParameter<Guid> { TypedValue = _restaurantId },
                new NpgsqlParameter<Guid> { TypedValue = _importId },
                new NpgsqlParameter<int> { TypedValue = _attempt },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
        Volatile.Write(ref _superseded, batch.BatchCommands[1].RecordsAffected == 0);
    }
}
