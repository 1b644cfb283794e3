using Hangfire;
using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Text;
using Npgsql;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>Sends one mail of the outbox. Name and parameters are a wire format of Hangfire's.</summary>
public sealed class SendMail(NpgsqlDataSource source, EmailOptions options, ILogger<SendMail> logger)
{
    /// <summary>The most often a mail is tried.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Sends the mail unless it was sent or somebody is sending it. Its row is held meanwhile; killed between the server's word and the commit it is
    /// sent again, under the same Message-Id.
    /// </summary>
    [Queue("default")]
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [10, 60, 300], OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(Guid mailId, CancellationToken ct)
    {
        if (options.Host is null)
        {
            return;
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await TakeAsync(connection, transaction, mailId, ct) is not { } message)
        {
            return;
        }

        try
        {
            await SendAsync(message, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            await NoteAsync(connection, transaction, mailId, "attempts = attempts + 1, failure = $2", exception.Message);
            EmailLog.NotSent(logger, exception, mailId);
            throw;
        }

        // Links in it may open accounts: once sent, the text is of no use here.
        await NoteAsync(connection, transaction, mailId, "attempts = attempts + 1, sent_at = clock_timestamp(), failure = $2, body = ''", null);
        EmailLog.Sent(logger, mailId);
    }

    private async Task<MimeMessage?> TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid mailId, CancellationToken ct)
    {
        await using var take = new NpgsqlCommand(
            $"""
            select "to", subject, body from auth.outgoing_mails where id = $1 and sent_at is null and attempts < {MostAttempts} for update skip locked
            """, connection, transaction) { Parameters = { new() { Value = mailId } } };
        await using var row = await take.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var from = MailboxAddress.Parse(options.From);
        return new MimeMessage([from], [MailboxAddress.Parse(row.GetString(0))], row.GetString(1), new TextPart(TextFormat.Plain) { Text = row.GetString(2) })
        {
            MessageId = $"{mailId:N}@{from.Domain}",
        };
    }

    private async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(options.Host!, options.Port, options.Security, patience.Token);
        if (options.User is not null)
        {
            if (!client.IsSecure)
            {
                throw new InvalidOperationException("The mail server offers no TLS, and the password is not sent in the clear.");
            }

            await client.AuthenticateAsync(options.User, options.Password ?? "", patience.Token);
        }

        await client.SendAsync(message, patience.Token);
        await client.DisconnectAsync(quit: true, patience.Token);
    }

    private static async Task NoteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid mailId, string changes, string? failure)
    {
        await using var note = new NpgsqlCommand($"update auth.outgoing_mails set {changes} where id = $1", connection, transaction)
        {
            Parameters = { new() { Value = mailId }, new() { Value = (object?)failure ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } },
        };
        await note.ExecuteNonQueryAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
