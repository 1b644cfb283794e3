using Hangfire;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using Npgsql;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>Takes mails: written with what is their reason, or not at all; sent after the commit.</summary>
public sealed class Outbox(IBackgroundJobClient jobs, EmailOptions options, TimeProvider clock, ILogger<Outbox> logger)
{
    /// <summary>Lays a mail out in the caller's context: it is written when the caller saves.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="to">One address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    /// <returns>The mail's id, for <see cref="Enqueue"/> after the commit.</returns>
    public Guid Add(KitchenGuardDbContext db, string to, string subject, string body)
    {
        var id = Guid.CreateVersion7();
        db.OutgoingMails.Add(new OutgoingMail { Id = id, To = to, Subject = subject.ReplaceLineEndings(" "), Body = body, CreatedAt = clock.GetUtcNow() });
        return id;
    }

    /// <summary>Writes a mail within the caller's transaction.</summary>
    /// <param name="connection">The caller's connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="to">One address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The mail's id, for <see cref="Enqueue"/> after the commit.</returns>
    public static async Task<Guid> AddAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string to, string subject, string body, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await using var insert = new NpgsqlCommand(
            """insert into auth.outgoing_mails (id, "to", subject, body, created_at, attempts) values ($1, $2, $3, $4, clock_timestamp(), 0)""", connection, transaction)
        {
            Parameters = { new() { Value = id }, new() { Value = to }, new() { Value = subject.ReplaceLineEndings(" ") }, new() { Value = body } },
        };
        await insert.ExecuteNonQueryAsync(ct);
        return id;
    }

    /// <summary>Hands the mail to the job. What cannot be handed over is picked up by the sweeper.</summary>
    public void Enqueue(Guid mailId)
    {
        if (options.Host is null)
        {
            return;
        }

        try
        {
            jobs.Enqueue<SendMail>(job => job.RunAsync(mailId, CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            EmailLog.NotEnqueued(logger, exception, mailId);
        }
    }
}
