namespace KitchenGuard.Web.Platform.Email;

internal static partial class EmailLog
{
    [LoggerMessage(5001, LogLevel.Information, "Mail {MailId} was sent")]
    public static partial void Sent(ILogger logger, Guid mailId);

    [LoggerMessage(5002, LogLevel.Warning, "Mail {MailId} could not be sent")]
    public static partial void NotSent(ILogger logger, Exception exception, Guid mailId);

    [LoggerMessage(5003, LogLevel.Warning, "Mail {MailId} could not be enqueued; the sweeper will")]
    public static partial void NotEnqueued(ILogger logger, Exception exception, Guid mailId);

    [LoggerMessage(5004, LogLevel.Warning, "Looking for mails that wait failed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
