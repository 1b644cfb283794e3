using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Undo;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>What a restaurant's people said about files, by header: said once, it holds for the next such file unless its values speak against it.</summary>
public sealed class MappingMemories(KitchenGuardDbContext db, TimeProvider clock)
{
    /// <summary>What is kept of the options: what a header can bear out.</summary>
    private sealed record Choices(IReadOnlyList<ColumnChoice>? Mapping, string? DecimalMark, string? DateOrder, PriceScale? Prices, IReadOnlyList<ValueChoice>? Values, PivotKind? Pivot = null, IReadOnlyList<int>? PivotColumns = null, string? PivotField = null);

    /// <summary>The options with what was said before about files with this header; null when nothing was.</summary>
    /// <param name="plan">How the file is read without it.</param>
    /// <param name="mends">The import whose rejected records this file mends: what that one was read by holds.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The options, and what of the memory this file speaks against.</returns>
    public async Task<(ImportOptions Options, IReadOnlyList<FoundIssue> Notices)?> RecallAsync(ReadPlan plan, Guid? mends, CancellationToken ct)
    {
        if (plan.Options.Mapping is not null || plan.IsOwnExport)
        {
            return null;
        }

        if (mends is { } before)
        {
            var mended = await db.Imports.Where(i => i.Id == before && i.Plan != null).Select(i => new { i.Plan, i.CountedAt }).SingleOrDefaultAsync(ct);
            return mended is null ? null : (Mending(plan, ReadPlan.FromJson(mended.Plan!), mended.CountedAt), []);
        }

        return SignatureOf(plan) is { } signature
            && await db.MappingMemories.Where(m => m.Signature == signature).Select(m => m.Choices).SingleOrDefaultAsync(ct) is { } kept
            && JsonSerializer.Deserialize<Choices>(kept, ReadPlan.Json) is { } choices ? Fit(plan, choices) : null;
    }

    /// <summary>The last import of the list whose rejected rows a file with this header can be; null: none.</summary>
    public async Task<Mended?> FindMendedAsync(ReadPlan plan, Department department, CancellationToken ct)
    {
        var signature = SignatureOf(plan);
        var since = clock.GetUtcNow().AddDays(-UndoImport.Days);
        var last = await db.Imports.AsNoTracking()
            .Where(i => i.Department == department && !i.DryRun && i.RowsRejected > 0 && i.Plan != null && i.CreatedAt > since && (i.Status == ImportStatus.Completed || i.Status == ImportStatus.Failed))
            .OrderByDescending(i => i.Id).Take(20).Select(i => new { i.Id, i.FileName, i.Plan }).ToListAsync(ct);
        return last.Find(i => signature is not null && SignatureOf(ReadPlan.FromJson(i.Plan!)) is { } own && own.AsSpan().SequenceEqual(signature)) is { } found ? new Mended(found.Id, found.FileName) : null;
    }

    /// <summary>An import whose rows are mended.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="FileName">As it was sent.</param>
    public sealed record Mended(Guid Id, string FileName);

    /// <summary>Keeps what a person said, within the caller's transaction; nothing said keeps what was there.</summary>
    public async Task KeepAsync(ReadPlan plan, Guid userId, CancellationToken ct)
    {
        var said = plan.Options;
        if (SignatureOf(plan) is not { } signature || plan.IsOwnExport
            || (said.Mapping is not { Count: > 0 } && said.DecimalMark is null && said.DateOrder is null && said.Prices is null && said.Pivot is null && said.Values is not { Count: > 0 }))
        {
            return;
        }

        // By place, since headers may be empty or alike.
        var mapping = (said.Mapping ?? []).Select(choice => choice.Column > 0 ? choice with { Remembered = false }
            : plan.Columns.FirstOrDefault(c => HeaderText.Normalize(c.Header) == HeaderText.Normalize(choice.Header ?? "")) is { } column
                ? new ColumnChoice(column.Column, choice.Field) : null).OfType<ColumnChoice>().ToList();
        var choices = JsonSerializer.Serialize(new Choices(mapping, said.DecimalMark, said.DateOrder, said.Prices, said.Values, said.Pivot, said.PivotColumns, said.PivotField), ReadPlan.Json);
        var (restaurantId, now) = (db.RestaurantId!.Value, clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into inventory.mapping_memories (restaurant_id, signature, choices, updated_by, updated_at)
            values ({restaurantId}, {signature}, {choices}::jsonb, {userId}, {now})
            on conflict (restaurant_id, signature) do update set choices = excluded.choices, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """, ct);
    }

    /// <summary>Forgets what was said about files with this header.</summary>
    public async Task ForgetAsync(ReadPlan plan, CancellationToken ct)
    {
        if (SignatureOf(plan) is { } signature)
        {
            await db.MappingMemories.Where(m => m.Signature == signature).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>The header's texts in their order, without the column that we add to rejected records ourselves; null without a header.</summary>
    private static byte[]? SignatureOf(ReadPlan plan)
    {
        var headers = plan.Columns.Select(column => column.Header).ToList();
        if (headers.Count > 0 && headers[^1] == RejectedFile.ReasonHeader)
        {
            headers.RemoveAt(headers.Count - 1);
        }

        return headers.TrueForAll(header => header.Length == 0) ? null
            : SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', headers.Select(HeaderText.Normalize))));
    }

    private static (ImportOptions, IReadOnlyList<FoundIssue>) Fit(ReadPlan plan, Choices choices)
    {
        var notices = new List<FoundIssue>();
        var mark = choices.DecimalMark;
        var fields = (choices.Mapping ?? []).ToLookup(choice => choice.Column, choice => choice.Field);
        if (mark is not null && ProvenMarks(plan, column => fields.Contains(column.Column) ? fields[column.Column].First() : column.Field).Any(proven => proven != mark))
        {
            mark = null;
            notices.Add(Against("In your last file with this header the decimal mark was another one; this file's numbers prove theirs, so they are read by that."));
        }

        var order = choices.DateOrder;
        if (order is not null && plan.Columns.Any(column => (fields.Contains(column.Column) ? fields[column.Column].First() : column.Field) == ItemField.ExpiresOn && column.DateOrder is { } proven && proven != order))
        {
            order = null;
            notices.Add(Against("In your last file with this header the dates were in another order; this file's dates prove theirs, so they are read by that."));
        }

        var given = plan.Options;
        return (given with
        {
            Mapping = [.. (choices.Mapping ?? []).Select(choice => choice with { Remembered = true })],
            DecimalMark = given.DecimalMark ?? mark,
            DateOrder = given.DateOrder ?? order,
            Prices = given.Prices ?? choices.Prices,
            Pivot = given.Pivot ?? choices.Pivot,
            PivotColumns = given.Pivot is null ? choices.PivotColumns : given.PivotColumns,
            PivotField = given.Pivot is null ? choices.PivotField : given.PivotField,
            Values = given.Values ?? choices.Values,
            Remembered = true,
        }, notices);
    }

    private static FoundIssue Against(string message) => new(0, null, null, null, IssueSeverity.Notice, "memory_contradicted", message);

    private static IEnumerable<string> ProvenMarks(ReadPlan plan, Func<MappedColumn, string?> fieldOf) =>
        plan.Columns.Where(column => ItemField.IsNumber(fieldOf(column))).Select(column => column.DecimalMark).OfType<string>().Distinct();

    /// <summary>By header, in order: the first column of a name is the first of that name there.</summary>
    private static ImportOptions Mending(ReadPlan plan, ReadPlan mended, DateTimeOffset counted)
    {
        var left = mended.Columns.ToList();
        var mapping = new List<ColumnChoice>();
        // What stood for a size or a place there stands for it here.
        var sides = new List<int>();
        foreach (var column in plan.Columns)
        {
            var same = left.Find(other => HeaderText.Normalize(other.Header) == HeaderText.Normalize(column.Header));
            if (same is not null)
            {
                left.Remove(same);
                if (mended.Pivot?.Columns.Any(side => side.Column == same.Column) == true)
                {
                    sides.Add(column.Column);
                    continue;
                }

                mapping.Add(new ColumnChoice(column.Column, same.Field));
            }
        }

        var marks = ProvenMarks(mended, column => column.Field).ToList();
        var given = plan.Options;
        return given with
        {
            Mapping = mapping,
            DecimalMark = given.DecimalMark ?? (marks.Count == 1 ? marks[0] : null),
            DateOrder = given.DateOrder ?? mended.ColumnOf(ItemField.ExpiresOn)?.DateOrder,
            Prices = given.Prices ?? mended.Options.Prices,
            FirstTableOnly = given.FirstTableOnly || mended.Options.FirstTableOnly,
            Pivot = sides.Count > 1 ? mended.Pivot!.Kind : PivotKind.None,
            PivotColumns = sides.Count > 1 ? sides : null,
            PivotField = sides.Count > 1 && mended.Pivot!.Columns.Select(side => side.Field).Distinct().ToList() is [var only] ? only : null,
            Values = given.Values ?? mended.Options.Values,
            Quantities = mended.Options.Quantities,
            BadCells = mended.Options.BadCells,
            Blanks = mended.Options.Blanks,
            Headings = mended.Rows.Headings || mended.Rows.CapitalHeadings,
            Mode = mended.Options.Mode,
            Atomic = given.Atomic || mended.Options.Atomic,
            CountedAt = given.CountedAt ?? counted,
        };
    }
}
