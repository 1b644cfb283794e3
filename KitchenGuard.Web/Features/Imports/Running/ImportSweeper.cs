using Hangfire;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Enqueues imports that nobody works on: those whose enqueueing was lost after their commit, and those whose worker died. Imports are
/// their own outbox; enqueueing one too often does no harm.
/// </summary>
public sealed class ImportSweeper(NpgsqlDataSource source, IBackgroundJobClient jobs, IConfiguration configuration, TimeProvider clock, ILogger<ImportSweeper> logger)
    : BackgroundService
{
    private readonly TimeSpan _quiet = TimeSpan.FromSeconds(configuration.GetValue("Jobs:QuietSeconds", 15));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_quiet / 3, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or BackgroundJobClientException)
            {
                ImportsLog.SweepFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        var stranded = new List<Guid>();
        await using (var command = source.CreateCommand("select inventory.stranded_imports($1)"))
        {
            command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = _quiet });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                stranded.Add(reader.GetGuid(0));
            }
        }

        foreach (var importId in stranded)
        {
            ImportsLog.TakenUpAgain(logger, importId);
            jobs.Enqueue<ImportJob>(job => job.RunAsync(importId, CancellationToken.None));
        }
    }
}
