using System.Globalization;
using CsvHelper;
using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>Writes the log as CSV, newest first, a row at a time. The export is itself an entry.</summary>
public sealed class ExportAudit(KitchenGuardDbContext db, Audit audit, CurrentUser user)
{
    // A spreadsheet runs what starts like a formula.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=+-@\t\r", NewLine = "\r\n",
    };

    /// <summary>Writes it.</summary>
    /// <param name="asked">Which entries.</param>
    /// <param name="output">Receives the file; it stays open.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(AuditQuery asked, Stream output, CancellationToken ct)
    {
        audit.Add(AuditActions.AuditExported, asked.IsSet ? asked.ToQuery() : null);
        await db.SaveChangesAsync(ct);
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var title in new[] { "at", "user", "address", "action", "subject", "subjectId", "before", "after" })
        {
            csv.WriteField(title);
        }

        await csv.EndRecordAsync(ct);
        await foreach (var entry in asked.Of(db.AuditEntries.AsNoTracking(), user.TimeZone).OrderByDescending(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var field in new[]
            {
                entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), entry.UserName, entry.Address, entry.Action, entry.Subject,
                entry.SubjectId?.ToString(), entry.Before, entry.After,
            })
            {
                csv.WriteField(field);
            }

            await csv.EndRecordAsync(ct);
        }

        await csv.FlushAsync(ct);
    }
}
