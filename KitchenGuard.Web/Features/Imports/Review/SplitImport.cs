using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Platform;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Splits a file that holds both departments: the import in review keeps the named records, the others become an import of the other list.</summary>
public sealed class SplitImport(KitchenGuardDbContext db, NpgsqlDataSource source, StartImport startImport, ChangeImport changeImport)
{
    /// <summary>Splits.</summary>
    /// <param name="id">The import in review.</param>
    /// <param name="only">The records that it keeps; all others, also those that say nothing, go to the new import.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new import's id; NotFound, NotInReview, AlreadySplit, or what is wrong with the choice.</returns>
    public async Task<Result<Guid>> RunAsync(Guid id, RecordFilter only, Guid userId, CancellationToken ct)
    {
        var found = await db.FindInReviewAsync(id, ct);
        if (found.Error is { } error)
        {
            return error;
        }

        var import = found.Value;
        var plan = ReadPlan.FromJson(import.Plan!);
        // Both parts are of the sheet that was looked at.
        var options = plan.Options with { Sheet = plan.Detected.Sheet };
        if (options.Only is not null)
        {
            return ImportErrors.AlreadySplit;
        }

        if ((options with { Only = only }).FindFault() is { } fault)
        {
            return ImportErrors.Options(fault);
        }

        await using var content = new ChunkStream(source, import.RestaurantId, import.Id, import.Size);
        var spooled = await ImportContent.SpoolAsync(content, ct);
        if (spooled.Error is { } tooLarge)
        {
            return tooLarge;
        }

        await using var copy = spooled.Value;
        var other = import.Department == Department.Kitchen ? Department.Bar : Department.Kitchen;
        // Columns are read by the list they are for; what a person said about them holds for both.
        var rest = options with { DryRun = true, Only = only with { Except = !only.Except }, CountedAt = options.CountedAt ?? import.CreatedAt };
        var second = await startImport.RunAsync(new NewImport(other, import.FileName, import.ContentType, copy, rest, SplitFrom: id), userId, ct);
        if (second.Error is { } refused)
        {
            return refused;
        }

        var first = await changeImport.RunAsync(id, read => read.Options with { Only = only, Sheet = options.Sheet }, null, ct);
        return first.Error is { } late ? late : second.Value.Id;
    }
}
