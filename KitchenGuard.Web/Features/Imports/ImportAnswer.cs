using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>What became of an import's records; the parts add up to the total once it is completed.</summary>
public sealed record RowCounts(int Total, int Created, int Updated, int Unchanged, int Merged, int Skipped, int Rejected);

/// <summary>What a column was taken for.</summary>
public sealed record MappingAnswer(int Column, string Header, string? Field, decimal Confidence);

/// <summary>An import, as the API shows one.</summary>
public sealed record ImportAnswer(
    Guid Id,
    string Department,
    string FileName,
    ImportStatus Status,
    bool DryRun,
    Detected? Detected,
    IReadOnlyList<MappingAnswer> Mapping,
    RowCounts Rows,
    int Items,
    int Warnings,
    int Progress,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Failure)
{
    internal static ImportAnswer From(Import import, int percent)
    {
        var plan = import.Plan is null ? null : ReadPlan.FromJson(import.Plan);
        return new ImportAnswer(
            import.Id, import.Department.Word(), import.FileName, import.Status, import.DryRun, plan?.Detected,
            plan?.Columns.Select(c => new MappingAnswer(c.Column, c.Header, c.Field, c.Confidence)).ToList() ?? [],
            new RowCounts(
                import.RowsTotal, import.RowsCreated, import.RowsUpdated, import.RowsUnchanged, import.RowsMerged, import.RowsSkipped, import.RowsRejected),
            import.Items, import.Warnings,
            import.Status is ImportStatus.Pending or ImportStatus.Running ? percent : 100,
            import.CreatedAt, import.FinishedAt, import.Failure);
    }
}

/// <summary>A page of a list and where the next one starts; null at the end.</summary>
/// <typeparam name="T">The entry's type.</typeparam>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Something an import found.</summary>
public sealed record IssueAnswer(int Line, int? Column, string? Field, string? Value, string Severity, string Code, string Message);

/// <summary>The answer to a started import.</summary>
public sealed record StartedAnswer(Guid Id, ImportStatus Status);
