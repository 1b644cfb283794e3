using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;

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

    public bool DryRun { get; init; }

    /// <summary>Still on its way.</summary>
    public bool IsRunning => Status is ImportStatus.Pending or ImportStatus.Running or ImportStatus.Undoing;

    /// <summary>Has something that a person should look at.</summary>
    public bool NeedsLook => Status == ImportStatus.Failed || (Status == ImportStatus.Completed && (Rows.Rejected > 0 || Warnings > 0));

    /// <summary>The restaurant's imports, newest first.</summary>
    public static IQueryable<ImportLine> Of(KitchenGuardDbContext db) =>
        from import in db.Imports
        join progress in db.ImportProgress on import.Id equals progress.ImportId into reports
        from report in reports.DefaultIfEmpty()
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
            DryRun = import.DryRun,
        };
}
