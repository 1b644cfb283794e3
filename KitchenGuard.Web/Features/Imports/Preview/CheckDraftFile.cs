using Hangfire;
using KitchenGuard.Data;
using KitchenGuard.Web.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>The job that reads a laid file to its end and keeps the counts. May run twice; a newer plan makes its result void.</summary>
public sealed class CheckDraftFile(KitchenGuardDbContext db)
{
    private const int Kept = 20;

    /// <summary>Checks the file; does nothing when it is gone.</summary>
    [AutomaticRetry(Attempts = 2)]
    public async Task RunAsync(Guid fileId, CancellationToken ct)
    {
        var file = await db.DraftFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, ct);
        if (file is not { Plan: { } stored, Refusal: null })
        {
            return;
        }

        using var content = new MemoryStream(file.Content, writable: false);
        var check = await CountAsync(content, ReadPlan.FromJson(stored), ct);
        var result = (FileFindings.FromJson(file.CheckResult) with { Check = check }).ToJson();
        await db.DraftFiles.Where(f => f.Id == fileId && f.Plan == stored).ExecuteUpdateAsync(set => set.SetProperty(f => f.CheckResult, result), ct);
    }

    private static async Task<FileCheck> CountAsync(Stream content, ReadPlan plan, CancellationToken ct)
    {
        int records = 0, items = 0, skipped = 0, rejected = 0, warnings = 0;
        var (errors, others) = (new List<FoundIssue>(), new List<FoundIssue>());
        await foreach (var record in RecordReader.ReadAsync(content, plan, ct))
        {
            records += record.Part == 0 ? 1 : 0;
            items += record.Outcome == RecordOutcome.Item ? 1 : 0;
            skipped += record.Outcome == RecordOutcome.Skipped ? 1 : 0;
            rejected += record.Outcome == RecordOutcome.Rejected ? 1 : 0;
            foreach (var issue in record.Issues.Where(issue => issue.Severity != IssueSeverity.Notice))
            {
                warnings += issue.Severity == IssueSeverity.Warning ? 1 : 0;
                var list = issue.Severity == IssueSeverity.Error ? errors : others;
                if (list.Count < Kept)
                {
                    list.Add(issue);
                }
            }
        }

        return new FileCheck(records, items, skipped, rejected, warnings, [.. errors.Concat(others).Take(Kept)]);
    }
}
