using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>Writes what operators look at and do: before they see it, and in the transaction of what they do.</summary>
public sealed class OperatorLog(KitchenGuardDbContext db, CurrentUser current, IHttpContextAccessor accessor, TimeProvider clock)
{
    private const int SubjectLength = 200;

    /// <summary>Adds an entry of whoever asks; whoever calls saves it.</summary>
    /// <param name="action">One of <see cref="OperatorActions"/>.</param>
    /// <param name="subject">What it is about, for people.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="reason">Why it was done.</param>
    public void Add(string action, string? subject, Guid? subjectId, string? reason) => db.OperatorEntries.Add(new OperatorEntry
    {
        At = clock.GetUtcNow(), UserId = current.Id, UserName = current.Name, Address = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString(), Action = action,
        Subject = subject?.Length > SubjectLength ? subject[..SubjectLength] : subject, SubjectId = subjectId, Reason = reason,
    });

    /// <summary>Keeps that something was looked at.</summary>
    public Task LookAsync(string action, string? subject, Guid? subjectId, CancellationToken ct)
    {
        Add(action, subject, subjectId, null);
        return db.SaveChangesAsync(ct);
    }
}
