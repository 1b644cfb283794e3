using System.Globalization;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Which issues are asked for.</summary>
public sealed record IssueQuery
{
    /// <summary><c>error</c>, <c>warning</c> or <c>notice</c>; null: all.</summary>
    public string? Severity { get; init; }

    public string? Code { get; init; }

    public string? Field { get; init; }

    /// <summary>The issue before the page.</summary>
    public long? After { get; init; }
}

/// <summary>A page of what an import found. Model of <c>_Issues</c> and <c>_IssueRows</c>.</summary>
/// <param name="Asked">What is shown of it.</param>
/// <param name="Counts">How many there are of each severity.</param>
/// <param name="Codes">How many of each code, of the severity and field shown.</param>
/// <param name="Fields">How many about each field, of the severity and code shown.</param>
public sealed record IssueList(
    Guid ImportId, IssueQuery Asked, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<(string Code, int Count)> Codes,
    IReadOnlyList<(string Field, int Count)> Fields, IReadOnlyList<ImportIssue> Issues, bool HasMore)
{
    private const int PageSize = 50;

    /// <summary>Where the next page is; null at the end.</summary>
    public string? NextUrl => HasMore ? $"/imports/{ImportId}{Query(Issues[^1].Id)}" : null;

    /// <summary>The filter as a query string; with the issue before the page.</summary>
    public string Query(long? after = null)
    {
        (string Name, string? Value)[] parts =
            [("severity", Asked.Severity), ("code", Asked.Code), ("field", Asked.Field), ("after", after?.ToString(CultureInfo.InvariantCulture))];
        return QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
    }

    /// <summary>Reads a page.</summary>
    public static async Task<IssueList> ReadAsync(KitchenGuardDbContext db, Guid importId, IssueQuery asked, CancellationToken ct)
    {
        asked = asked with
        {
            Severity = asked.Severity is "error" or "warning" or "notice" ? asked.Severity : null,
            Code = string.IsNullOrEmpty(asked.Code) ? null : asked.Code,
            Field = string.IsNullOrEmpty(asked.Field) ? null : asked.Field,
        };
        var all = db.ImportIssues.AsNoTracking().Where(i => i.ImportId == importId);
        var (severity, code, field) = (asked.Severity, asked.Code, asked.Field);
        var ofSeverity = all.Where(i => severity == null || i.Severity == severity);
        var page = await ofSeverity.Where(i => (code == null || i.Code == code) && (field == null || i.Field == field) && (asked.After == null || i.Id > asked.After))
            .OrderBy(i => i.Id).Take(PageSize + 1).ToListAsync(ct);
        if (asked.After is not null)
        {
            return new IssueList(importId, asked, new Dictionary<string, int>(), [], [], [.. page.Take(PageSize)], page.Count > PageSize);
        }

        var counts = await all.GroupBy(i => i.Severity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var codes = await ofSeverity.Where(i => field == null || i.Field == field).GroupBy(i => i.Code)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).ToListAsync(ct);
        var fields = await ofSeverity.Where(i => (code == null || i.Code == code) && i.Field != null).GroupBy(i => i.Field!)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).ToListAsync(ct);
        return new IssueList(
            importId, asked, counts, [.. codes.Select(c => (c.Key, c.Count))], [.. fields.Select(f => (f.Key, f.Count))], [.. page.Take(PageSize)],
            page.Count > PageSize);
    }
}
