using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Undo;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>An import as lists and the dashboard show one. Model of <c>_ImportLine</c>, which polls while the import runs.</summary>
public sealed record ImportLine
{
    public required Guid Id { get; init; }

    public required Department Department { get; init; }

    public required string FileName { get; init; }

    public required ImportStatus Status { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Percent { get; init; }

    public required RowCounts Rows { get; init; }

    public required int Items { get; init; }

    public required int Warnings { get; init; }

    public string? Failure { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Items that the undo took back wholly.</summary>
    public int UndoReversed { get; init; }

    /// <summary>Who sent it.</summary>
    public string? By { get; init; }

    public bool DryRun { get; init; }

    /// <summary>How long the work will still take, as far as the worker can say.</summary>
    public int? SecondsLeft { get; init; }

    /// <summary>Its worker gave no sign of life for a while: it waits until another takes it up.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Somebody asked for the end, which is near.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Still on its way.</summary>
    public bool IsRunning => Status is ImportStatus.Pending or ImportStatus.Running or ImportStatus.Undoing;

    /// <summary>What it did can still be taken back.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Has something that a person should look at.</summary>
    public bool NeedsLook => Status == ImportStatus.Failed || (Status == ImportStatus.Completed && (DryRun || Rows.Rejected > 0 || Warnings > 0));

    /// <summary>Tried out, and waits for somebody who lets it run or discards it.</summary>
    public bool IsWaiting => DryRun && Status == ImportStatus.Completed;

    /// <summary>A worker gives a sign of life four times a second.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan UndoPeriod = TimeSpan.FromDays(UndoImport.Days);

    /// <summary>The restaurant's imports, newest first.</summary>
    public static IQueryable<ImportLine> Of(KitchenGuardDbContext db) => Of(db, db.Imports);

#pragma warning disable RS0030 // In a query it is the database's clock, which also wrote the sign of life.
    /// <summary>Some of the restaurant's imports, newest first.</summary>
    public static IQueryable<ImportLine> Of(KitchenGuardDbContext db, IQueryable<Import> imports) =>
        from import in imports
        join progress in db.ImportProgress on import.Id equals progress.ImportId into reports
        from report in reports.DefaultIfEmpty()
        join user in db.Users on import.CreatedBy equals user.Id into senders
        from sender in senders.DefaultIfEmpty()
        orderby import.Id descending
        select new ImportLine
        {
            Id = import.Id,
            Department = import.Department,
            FileName = import.FileName,
            Status = import.Status,
            Percent = report == null ? 0 : report.Percent,
            Rows = new RowCounts(
                import.RowsTotal, import.RowsCreated, import.RowsUpdated, import.RowsUnchanged, import.RowsMerged, import.RowsSkipped, import.RowsRejected),
            Items = import.Items,
            Warnings = import.Warnings,
            Failure = import.Failure,
            CreatedAt = import.CreatedAt,
            FinishedAt = import.FinishedAt,
            UndoneAt = import.UndoneAt,
            UndoReversed = import.UndoReversed,
            By = sender == null ? (import.CreatedBy == null ? null : "a former member") : sender.FullName,
            DryRun = import.DryRun,
            SecondsLeft = report == null ? null : report.SecondsLeft,
            IsQuiet = report != null && (import.Status == ImportStatus.Running || import.Status == ImportStatus.Undoing) && report.UpdatedAt < DateTimeOffset.UtcNow - Quiet,
            CanUndo = import.Status == ImportStatus.Completed && !import.DryRun && (import.RowsCreated + import.RowsUpdated > 0
                || (db.ImportChanges.Any(c => c.ImportId == import.Id) && !db.Imports.Any(o => o.Id != import.Id && o.Sha256 == import.Sha256 && o.Status == ImportStatus.Completed && !o.DryRun)))
                && import.FinishedAt > DateTimeOffset.UtcNow - UndoPeriod,
            IsStopping = report != null && report.CancelRequested && (import.Status == ImportStatus.Pending || import.Status == ImportStatus.Running),
        };
#pragma warning restore RS0030
}
