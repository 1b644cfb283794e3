using Npgsql;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>Enqueues mails that were missed, and tries again what a server would not take: less and less often, for three days. Forgets them all after a month.</summary>
public sealed class MailSweeper(NpgsqlDataSource source, Outbox outbox, IConfiguration configuration, TimeProvider clock, ILogger<MailSweeper> logger) : BackgroundService
{
    private readonly TimeSpan _pace = TimeSpan.FromSeconds(configuration.GetValue("Email:SweepSeconds", 60));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pace, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                EmailLog.SweepFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        // Addresses of people who may have gone since.
        await using (var old = source.CreateCommand("delete from auth.outgoing_mails where created_at < now() - interval '30 days'"))
        {
            await old.ExecuteNonQueryAsync(ct);
        }

        await using var command = source.CreateCommand(
            $"""
            select id from auth.outgoing_mails where sent_at is null and attempts < {SendMail.MostAttempts}
              and created_at < now() - $1 * (1 + attempts * attempts * attempts) and created_at > now() - interval '3 days'
            order by created_at limit 100
            """);
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = _pace });
        var waiting = new List<Guid>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
            {
                waiting.Add(row.GetGuid(0));
            }
        }

        waiting.ForEach(outbox.Enqueue);
    }
}
