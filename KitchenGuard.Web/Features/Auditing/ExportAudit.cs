using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Files;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>Writes the log as CSV, newest first, a row at a time. The export is itself an entry.</summary>
public sealed class ExportAudit(KitchenGuardDbContext db, Audit audit, CurrentUser user)
{
    /// <summary>Writes it.</summary>
    /// <param name="asked">Which entries.</param>
    /// <param name="output">Receives the file; it stays open.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(AuditQuery asked, Stream output, CancellationToken ct)
    {
        audit.Add(AuditActions.AuditExported, asked.IsSet ? asked.ToQuery() : null);
        await db.SaveChangesAsync(ct);
        await using var csv = new SafeCsv(output);
        await csv.WriteAsync(["at", "user", "address", "action", "subject", "subjectId", "before", "after"], ct);
        await foreach (var entry in asked.Of(db.AuditEntries.AsNoTracking(), user.TimeZone).OrderByDescending(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            await csv.WriteAsync([entry.At, entry.UserName, entry.Address, entry.Action, entry.Subject, entry.SubjectId, entry.Before, entry.After], ct);
        }

        await csv.FlushAsync(ct);
    }
}
