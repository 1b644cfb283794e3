using System.Globalization;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Web.Features.Operations.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Log;

/// <summary>Which entries of the operators' log are asked for, by page and API alike. What is null does not matter.</summary>
/// <param name="Action">One of <see cref="OperatorActions"/>.</param>
/// <param name="Operator">Who did it.</param>
/// <param name="Subject">The user or restaurant that it was done to.</param>
/// <param name="From">The first day (UTC).</param>
/// <param name="To">The last day (UTC).</param>
public sealed record LogQuery(string? Action = null, Guid? Operator = null, Guid? Subject = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The entries that are asked for.</summary>
    public IQueryable<OperatorEntry> Of(IQueryable<OperatorEntry> entries)
    {
        var (action, who, subject) = (string.IsNullOrEmpty(Action) ? null : Action, Operator, Subject);
        DateTimeOffset? since = From is { } from ? new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) : null;
        // The last day that there is leaves nothing out, and has none after it.
        DateTimeOffset? until = To is { Year: < 9999 } to ? new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;
        return entries.Where(e => (action == null || e.Action == action) && (who == null || e.UserId == who) && (subject == null || e.SubjectId == subject)
            && (since == null || e.At >= since) && (until == null || e.At < until));
    }

    /// <summary>As an address's query, with the entry before the next page.</summary>
    public string ToQuery(string? before)
    {
        (string Name, string? Value)[] parts =
        [
            ("action", string.IsNullOrEmpty(Action) ? null : Action), ("operator", Operator?.ToString()), ("subject", Subject?.ToString()),
            ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("before", before),
        ];
        return QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
    }
}

/// <summary>Reads the operators' log, newest first.</summary>
public sealed class LogList(OperatorDbContext db)
{
    private const int PageSize = 50;

    /// <summary>A page of it.</summary>
    /// <param name="asked">Which entries.</param>
    /// <param name="before">The last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PageOf<OperatorEntry>> ReadAsync(LogQuery asked, long? before, CancellationToken ct)
    {
        var found = await asked.Of(db.Entries).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        return new PageOf<OperatorEntry>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Who is in it, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OperatorsAsync(CancellationToken ct)
    {
        var people = await db.Entries.GroupBy(e => e.UserId).Select(g => new { g.Key, Name = g.Max(e => e.UserName)! }).ToListAsync(ct);
        return [.. people.Select(p => (p.Key, p.Name)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}
