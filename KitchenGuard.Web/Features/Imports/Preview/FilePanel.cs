using System.Globalization;
using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>A department's place for a file: the drop zone, or the file and how it is read. Model of <c>_FilePanel</c>.</summary>
public sealed record FilePanel(Department Department, string Url, long MostBytes)
{
    public LaidFile? File { get; init; }

    /// <summary>A sentence about what was just sent; null when nothing is wrong with it.</summary>
    public string? Problem { get; init; }

    /// <summary>The name of the form's field that takes the focus.</summary>
    public string Focus { get; init; } = "";

    /// <summary>Where the restaurant's clock is.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether single lines can be corrected, each on a page of its own.</summary>
    public bool CanEdit { get; init; }

    /// <summary>What the file holds speaks for the other list.</summary>
    public bool LooksLikeOther => File?.Findings.Notices.Any(notice => notice.Code == IssueCode.LooksLikeOtherDepartment) == true;

    /// <summary>What is said of a column that tells kitchen and bar apart; null when none does.</summary>
    public string? Both => File?.Findings.Notices.FirstOrDefault(notice => notice.Code == IssueCode.BothDepartments)?.Message;

    /// <summary>More of the handlers' query, such as <c>&amp;mends=…</c>.</summary>
    public string Also { get; init; } = "";

    public string Id => $"file-{Department.Word()}";

    /// <summary>The id of its first rows.</summary>
    public string FirstRowsId => Id + "-first";

    /// <summary>The address of a handler for this department.</summary>
    public string Handler(string name) => $"{Url}?handler={name}&department={Department.Word()}{Also}";

    /// <summary>Where a line is corrected; null when it cannot be.</summary>
    public string? LineUrl(int line) => CanEdit ? $"{Url}/{line}" : null;
}

/// <summary>A laid file as the preview shows it.</summary>
/// <param name="Id">Version-7 UUID.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Refusal">Why it cannot be imported as it is; null when it can.</param>
/// <param name="Plan">How it is read; null when it is no table.</param>
public sealed record LaidFile(Guid Id, string FileName, long Bytes, string? Refusal, ReadPlan? Plan, FileFindings Findings)
{
    public IReadOnlyList<ReadRecord> First { get; init; } = [];

    /// <summary>Rows of a script instead of a file: they have neither dialect nor columns to be mapped.</summary>
    public bool IsRows { get; init; }

    /// <summary>The culture that numbers are shown in.</summary>
    public required CultureInfo Culture { get; init; }
}

/// <summary>Reads laid files for their panels, with no more of the content than the first rows need.</summary>
public sealed class FilePanels(KitchenGuardDbContext db)
{
    private const int FirstRecords = 8;

    /// <summary>The department's file; null when there is none.</summary>
    public async Task<LaidFile?> FindAsync(Guid draftId, Department department, CancellationToken ct)
    {
        var file = await db.DraftFiles.Where(f => f.DraftId == draftId && f.Department == department)
            .Select(f => new { f.Id, f.FileName, Bytes = f.Content.Length, f.Refusal, f.Plan, f.CheckResult }).SingleOrDefaultAsync(ct);
        if (file is null)
        {
            return null;
        }

        var plan = file.Plan is null ? null : ReadPlan.FromJson(file.Plan);
        return new LaidFile(file.Id, file.FileName, file.Bytes, file.Refusal, plan, FileFindings.FromJson(file.CheckResult))
        {
            Culture = PagesSetup.CultureOf(plan?.Locale ?? "en-GB"),
            First = plan is null || file.Refusal is not null ? [] : await FirstAsync(file.Id, plan, ct),
        };
    }

    private async Task<IReadOnlyList<ReadRecord>> FirstAsync(Guid fileId, ReadPlan plan, CancellationToken ct)
    {
        var beginning = await db.Database.SqlQuery<byte[]>(
            $"""select substring(content from 1 for {(plan.Detected.Sheet is null ? 1048576 : int.MaxValue)}) as "Value" from auth.draft_files where id = {fileId}""").SingleOrDefaultAsync(ct);
        using var content = new MemoryStream(beginning ?? []);
        return await RecordReader.ReadAsync(content, plan, ct).Take(FirstRecords).ToListAsync(ct);
    }
}
