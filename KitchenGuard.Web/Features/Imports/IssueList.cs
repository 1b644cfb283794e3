using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>A page of what an import found. Model of <c>_Issues</c> and <c>_IssueRows</c>.</summary>
/// <param name="Asked">What is shown of it.</param>
/// <param name="Counts">How many there are of each severity.</param>
/// <param name="Codes">How many of each code, of the severity and field shown.</param>
/// <param name="Fields">How many about each field, of the severity and code shown.</param>
public sealed record IssueList(
    Guid ImportId, IssueFilter Asked, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<(string Code, int Count)> Codes,
    IReadOnlyList<(string Field, int Count)> Fields, IReadOnlyList<ImportIssue> Issues, bool HasMore)
{
    private const int PageSize = 50;

    /// <summary>Where the next page is; null at the end.</summary>
    public string? NextUrl => HasMore ? $"/imports/{ImportId}{Asked.ToQuery(Issues[^1].Id)}" : null;

    /// <summary>Reads a page.</summary>
    public static async Task<IssueList> ReadAsync(KitchenGuardDbContext db, Guid importId, IssueFilter asked, long? after, CancellationToken ct)
    {
        var all = db.ImportIssues.AsNoTracking().Where(i => i.ImportId == importId);
        var page = await asked.Of(all).Where(i => after == null || i.Id > after).OrderBy(i => i.Id).Take(PageSize + 1).ToListAsync(ct);
        if (after is not null)
        {
            return new IssueList(importId, asked, new Dictionary<string, int>(), [], [], [.. page.Take(PageSize)], page.Count > PageSize);
        }

        var counts = await all.GroupBy(i => i.Severity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var codes = await (asked with { Code = null }).Of(all).GroupBy(i => i.Code)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).ToListAsync(ct);
        var fields = await (asked with { Field = null }).Of(all).Where(i => i.Field != null).GroupBy(i => i.Field!)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).ToListAsync(ct);
        return new IssueList(
            importId, asked, counts, [.. codes.Select(c => (c.Key, c.Count))], [.. fields.Select(f => (f.Key, f.Count))], [.. page.Take(PageSize)],
            page.Count > PageSize);
    }
}
