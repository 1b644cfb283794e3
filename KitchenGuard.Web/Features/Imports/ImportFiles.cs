using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>The files of an import, for API and pages.</summary>
internal static class ImportFiles
{
    /// <summary>The file as it was sent.</summary>
    public static Stream Source(Import import, NpgsqlDataSource source) => new ChunkStream(source, import.RestaurantId, import.Id, import.Size);

    /// <summary>Writes the table as it was found.</summary>
    public static Func<Stream, Task> Table(Import import, NpgsqlDataSource source, CancellationToken ct) => async output =>
    {
        await using var content = Source(import, source);
        await TableText.WriteAsync(content, ReadPlan.FromJson(import.Plan!).Detected, output, ct);
    };

    /// <summary>The file's own name with what it is: "bar rejected.csv".</summary>
    public static string RejectedName(Import import) => $"{Path.GetFileNameWithoutExtension(import.FileName)} rejected.csv";

    /// <summary>Writes the rejected records with their reasons.</summary>
    public static async Task<Func<Stream, Task>> RejectedAsync(Import import, KitchenGuardDbContext db, NpgsqlDataSource source, CancellationToken ct)
    {
        var errors = await db.ImportIssues.AsNoTracking().Where(i => i.ImportId == import.Id && i.Severity == "error" && i.Line > 0)
            .OrderBy(i => i.Id).Select(i => new { i.Line, i.Code, i.Message }).ToListAsync(ct);
        var headings = await db.ImportIssues.Where(i => i.ImportId == import.Id && i.Code == IssueCode.Heading).Select(i => i.Line).ToListAsync(ct);
        var edits = await db.ImportEdits.AsNoTracking().Where(e => e.ImportId == import.Id && e.Column > 0).ToDictionaryAsync(e => (e.Line, e.Column), e => e.Value, ct);
        var rejected = errors.GroupBy(e => e.Line).ToDictionary(
            line => line.Key, line => new RejectedRecord(string.Join(' ', line.Select(e => e.Message).Distinct()), line.Any(e => e.Code == IssueCode.TooManyCells)));
        var plan = ReadPlan.FromJson(import.Plan!);
        if (plan.Options.Atomic && import.Status == ImportStatus.Failed && import.ContentType != ImportContent.Json)
        {
            await AddSparedAsync(rejected, import, plan with { Edits = RecordEdits.Of([.. edits.Select(edit => new CellEdit(edit.Key.Line, edit.Key.Column, edit.Value))]) }, source, ct);
        }

        var file = new RejectedFile(plan, rejected, edits, headings.ToHashSet());
        return output => import.ContentType == ImportContent.Json
            ? file.WriteRowsAsync(() => Source(import, source), output, ct)
            : file.WriteAsync(() => Source(import, source), output, ct);
    }

    /// <summary>All or nothing: what could have been taken was not either, and is sent again with what was mended.</summary>
    private static async Task AddSparedAsync(Dictionary<int, RejectedRecord> rejected, Import import, ReadPlan plan, NpgsqlDataSource source, CancellationToken ct)
    {
        await using var content = Source(import, source);
        await foreach (var record in RecordReader.ReadAsync(content, plan, ct).Where(record => record.Outcome == RecordOutcome.Item))
        {
            rejected.TryAdd(record.Line, new RejectedRecord("Nothing is wrong with this row; the import was asked to take all or nothing.", IsWide: false));
        }
    }
}
