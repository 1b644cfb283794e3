namespace KitchenGuard.Web.Features.Imports;

internal static partial class ImportsLog
{
    [LoggerMessage(2001, LogLevel.Information, "Import {ImportId} of restaurant {RestaurantId} finished: {Total} records, {Created} created, {Updated} updated, {Rejected} rejected, {Milliseconds} ms")]
    public static partial void Finished(
        ILogger logger, Guid importId, Guid restaurantId, int total, int created, int updated, int rejected, long milliseconds);

    [LoggerMessage(2002, LogLevel.Error, "Import {ImportId} failed")]
    public static partial void Failed(ILogger logger, Exception exception, Guid importId);

    [LoggerMessage(2003, LogLevel.Warning, "Import {ImportId} had nobody working on it and was enqueued again")]
    public static partial void TakenUpAgain(ILogger logger, Guid importId);

    [LoggerMessage(2004, LogLevel.Warning, "Looking for stranded imports failed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(2005, LogLevel.Warning, "Import {ImportId} could not be enqueued; the sweeper will")]
    public static partial void NotEnqueued(ILogger logger, Exception exception, Guid importId);

    [LoggerMessage(2006, LogLevel.Warning, "The whole-file check of draft file {FileId} could not be enqueued; the import itself will say what it finds")]
    public static partial void CheckNotEnqueued(ILogger logger, Exception exception, Guid fileId);

    [LoggerMessage(2020, LogLevel.Warning, "The dry run of import {ImportId} failed at once; the job takes it up")]
    public static partial void CheckFailed(ILogger logger, Exception exception, Guid importId);

    [LoggerMessage(2007, LogLevel.Information, "Import {ImportId} was cancelled")]
    public static partial void Cancelled(ILogger logger, Guid importId);

    [LoggerMessage(2008, LogLevel.Information, "Import {ImportId} was undone: {Reversed} items went back, {Kept} were kept, {Impossible} could not, {Milliseconds} ms")]
    public static partial void Undone(ILogger logger, Guid importId, int reversed, int kept, int impossible, long milliseconds);
}
