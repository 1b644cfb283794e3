using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>Who did what, newest first, with filters.</summary>
public sealed class IndexModel(KitchenGuardDbContext db, ExportAudit export, CurrentUser current) : PageModel
{
    public AuditQuery Asked { get; private set; } = new();

    public AuditLines Lines { get; private set; } = null!;

    /// <summary>Who is in the log, by name.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] AuditQuery asked, long? before, CancellationToken ct)
    {
        Asked = asked with { Action = string.IsNullOrEmpty(asked.Action) ? null : asked.Action };
        Lines = await AuditLines.ReadAsync(db, Asked, current.TimeZone, before, ct);
        if (Request.WantsFragment())
        {
            if (before is not null)
            {
                return this.Fragment("_Entries", Lines);
            }

            Response.ReplaceUrl("/audit" + Asked.ToQuery());
            return this.Fragment("_Log", this);
        }

        var people = await db.AuditEntries.Where(e => e.UserId != null).GroupBy(e => e.UserId!.Value).Select(g => new { g.Key, Name = g.Max(e => e.UserName) }).ToListAsync(ct);
        People = [.. people.Select(p => (p.Key, p.Name ?? "")).OrderBy(p => p.Item2, StringComparer.CurrentCulture)];
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync([FromQuery] AuditQuery asked, CancellationToken ct)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=audit.csv";
        await export.RunAsync(asked with { Action = string.IsNullOrEmpty(asked.Action) ? null : asked.Action }, Response.Body, ct);
        return new EmptyResult();
    }
}
