using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>What is known of a laid file beyond its plan; stored in DraftFile.CheckResult.</summary>
/// <param name="Notices">What concerns the file or a column.</param>
/// <param name="Check">The whole-file check; null until its job has run.</param>
public sealed record FileFindings(IReadOnlyList<FoundIssue> Notices, FileCheck? Check)
{
    public string ToJson() => JsonSerializer.Serialize(this, ReadPlan.Json);

    public static FileFindings FromJson(string? json) =>
        (json is null ? null : JsonSerializer.Deserialize<FileFindings>(json, ReadPlan.Json)) ?? new FileFindings([], null);
}

/// <summary>What reading the whole file gives. total = items + skipped + rejected, except where one record yields several items.</summary>
/// <param name="Warnings">Cells that stay empty or were changed.</param>
/// <param name="First">The first issues, errors before warnings.</param>
public sealed record FileCheck(int Total, int Items, int Skipped, int Rejected, int Warnings, IReadOnlyList<FoundIssue> First);
