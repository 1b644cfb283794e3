using System.Runtime.CompilerServices;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Reads an import's records with their corrections, as the run does.</summary>
public sealed class ImportRecords(KitchenGuardDbContext db, NpgsqlDataSource source)
{
    /// <summary>Streams the records in the order of the file.</summary>
    /// <param name="import">With a plan.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<ReadRecord> ReadAsync(Import import, [EnumeratorCancellation] CancellationToken ct)
    {
        var edits = await db.ImportEdits.Where(e => e.ImportId == import.Id).Select(e => new CellEdit(e.Line, e.Column, e.Value)).ToListAsync(ct);
        var plan = ReadPlan.FromJson(import.Plan!) with { Edits = RecordEdits.Of(edits) };
        await using var content = new ChunkStream(source, import.RestaurantId, import.Id, import.Size);
        await foreach (var record in ImportContent.ReadAsync(content, import.ContentType, plan, ct))
        {
            yield return record;
        }
    }

    /// <summary>The record that starts on a line; null when none does. Reads no further.</summary>
    public async Task<ReadRecord?> FindAsync(Import import, int line, CancellationToken ct) =>
        await ReadAsync(import, ct).SkipWhile(record => record.Line < line).FirstOrDefaultAsync(ct) is { } found && found.Line == line ? found : null;
}
