using System.Globalization;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Web.Platform.Auditing;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>Which entries are asked for, by page and API alike. What is null or unknown does not matter.</summary>
/// <param name="Action">One of <see cref="AuditActions"/>, or what stands before its dot.</param>
/// <param name="User">Who did it.</param>
/// <param name="From">The first day, by the restaurant's clock.</param>
/// <param name="To">The last day.</param>
public sealed record AuditQuery(string? Action = null, Guid? User = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether anything is left out.</summary>
    public bool IsSet => this != new AuditQuery();

    /// <summary>The entries that are asked for.</summary>
    /// <param name="entries">The restaurant's.</param>
    /// <param name="zone">The restaurant's clock.</param>
    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries, TimeZoneInfo zone)
    {
        var (action, group, user) = (Action, Action is null ? null : Action + ".", User);
        // The first and the last day that there are leave nothing out, and have no day beside them.
        DateTimeOffset? since = From is { Year: > 1 } from ? Start(from, zone) : null;
        DateTimeOffset? until = To is { Year: < 9999 } to ? Start(to.AddDays(1), zone) : null;
        return entries.Where(e => (action == null || e.Action == action || e.Action.StartsWith(group!)) && (user == null || e.UserId == user)
            && (since == null || e.At >= since) && (until == null || e.At < until));
    }

    /// <summary>As an address's query; with the entry before the next page.</summary>
    public string ToQuery(long? before = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("action", Action), ("user", User?.ToString()), ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("before", before?.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone), TimeSpan.Zero);
    }
}
