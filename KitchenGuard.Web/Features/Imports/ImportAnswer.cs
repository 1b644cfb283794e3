using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Undo;

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
    /// <summary>How long the work will still take, in seconds; null when that cannot be said.</summary>
    public int? SecondsLeft { get; init; }

    /// <summary>True: its worker gave no sign of life for a while, and another will take it up.</summary>
    public bool WaitingToResume { get; init; }

    /// <summary>The import whose rejected rows this one mends.</summary>
    public Guid? Mends { get; init; }

    /// <summary>Whether some of how it is read was said about the last file with the same header.</summary>
    public bool Remembered { get; init; }

    /// <summary>What its undo did; only when asked for one import.</summary>
    public UndoneAnswer? Undone { get; init; }

    internal static ImportAnswer From(Import import, ImportLine line)
    {
        var plan = import.Plan is null ? null : ReadPlan.FromJson(import.Plan);
        return new ImportAnswer(
            import.Id, import.Department.Word(), import.FileName, import.Status, import.DryRun, plan?.Detected,
            plan?.Columns.Select(c => new MappingAnswer(c.Column, c.Header, c.Field, c.Confidence)).ToList() ?? [],
            new RowCounts(
                import.RowsTotal, import.RowsCreated, import.RowsUpdated, import.RowsUnchanged, import.RowsMerged, import.RowsSkipped, import.RowsRejected),
            import.Items, import.Warnings,
            line.IsRunning ? line.Percent : 100,
            import.CreatedAt, import.FinishedAt, import.Failure)
        {
            SecondsLeft = line.IsRunning ? line.SecondsLeft : null,
            WaitingToResume = line.IsQuiet,
            Mends = import.MendsImportId,
            Remembered = plan?.Options.Remembered == true,
        };
    }
}


/// <summary>Something an import found.</summary>
public sealed record IssueAnswer(int Line, int? Column, string? Field, string? Value, string Severity, string Code, string Message);

/// <summary>The answer to a started import.</summary>
public sealed record StartedAnswer(Guid Id, ImportStatus Status);
