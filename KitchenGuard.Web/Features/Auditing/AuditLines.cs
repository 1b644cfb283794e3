using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>A page of the log, newest first. Model of <c>_Entries</c>.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="NextUrl">Where it goes on; null at the end.</param>
public sealed record AuditLines(IReadOnlyList<AuditEntry> Entries, string? NextUrl)
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page.</summary>
    public static async Task<AuditLines> ReadAsync(KitchenGuardDbContext db, AuditQuery asked, TimeZoneInfo zone, long? before, CancellationToken ct)
    {
        var page = await asked.Of(db.AuditEntries.AsNoTracking(), zone).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        return new AuditLines([.. page.Take(PageSize)], page.Count > PageSize ? "/audit" + asked.ToQuery(page[PageSize - 1].Id) : null);
    }

    /// <summary>What an entry says of before and after, property by property; null where one side says nothing.</summary>
    public static IReadOnlyList<(string Name, string? Before, string? After)> Changes(AuditEntry entry)
    {
        var (before, after) = (Parse(entry.Before), Parse(entry.After));
        return [.. before.Keys.Union(after.Keys).Select(name => (name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, string?> Parse(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null ? null : p.Value.ToString());
    }
}
