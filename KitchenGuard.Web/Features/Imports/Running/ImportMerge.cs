using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>What became of an import's records.</summary>
internal sealed record OutcomeCounts(int Total, int Created, int Updated, int Unchanged, int Merged, int Skipped, int Rejected)
{
    /// <summary>The same of the items, of which a record may have several.</summary>
    public required (int Created, int Updated, int Unchanged) Items { get; init; }
}

/// <summary>Turns a filled stage into items, movements and issues, inside the import's transaction.</summary>
/// <param name="connection">The job's connection.</param>
/// <param name="transaction">Its transaction, with the restaurant entered.</param>
/// <param name="task">Whose import it is.</param>
/// <param name="plan">How it was asked to be done.</param>
/// <param name="summary">What staging learned.</param>
/// <param name="report">Takes the progress.</param>
internal sealed class ImportMerge(
    NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, ReadPlan plan, StageSummary summary, ProgressReport report)
{
    /// <summary>The percents after reading, after settling and after writing: by the clock, for a list of new items.</summary>
    public const int Begin = 35;
    private const int Settled = 40;
    private const int End = 98;

    private readonly HashSet<string> _cleared = plan.Options.Blanks == Blanks.Clear
        ? plan.Columns.Where(c => c.Field is not null).Select(c => c.Field!).ToHashSet()
        : [];

    private bool _hasMerged;

    /// <summary>Decides the outcome of every record; touches no table but the stage.</summary>
    public async Task<OutcomeCounts> SettleAsync(CancellationToken ct)
    {
        if (summary.HasRepeats)
        {
            await MergeRepeatsAsync(ct);
        }

        if (summary.HasLots)
        {
            await RunAsync(LotStatements.StageLots, ct);
        }

        if (await HasItemsAsync(ct))
        {
            await MatchAsync(ct);
        }

        if (plan.Options.Mode != ImportMode.Upsert)
        {
            await RunAsync(MatchStatements.SkipOutsideMode(plan.Options.Mode == ImportMode.Create), ct);
        }

        await RunAsync(MergeStatements.SettleOutcomes, ct);
        report.Percent = Settled;
        var counts = await CountAsync(ct);
        if (counts.Items.Updated > 0)
        {
            var (suppliers, areas) = (summary.Suppliers, summary.Areas);
            await RunAsync(
                ChangeNotes.Note(_cleared, summary.HasLots), ct, task.RestaurantId, suppliers.Keys.ToArray(), suppliers.Values.Select(p => p.Name).ToArray(),
                areas.Keys.ToArray(), areas.Values.Select(p => p.Name).ToArray());
        }

        return counts;
    }

    private async Task<OutcomeCounts> CountAsync(CancellationToken ct)
    {
        await using var count = new NpgsqlCommand(MergeStatements.CountOutcomes(summary.HasParts), connection, transaction);
        await using var reader = await count.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        int At(int column) => (int)reader.GetInt64(column);
        return new OutcomeCounts(At(0), At(1), At(2), At(3), At(4), At(5), At(6)) { Items = (At(8), At(9), At(10)) };
    }

    /// <summary>Names what would be new to the restaurant among the file's units, categories, suppliers and areas: a person may mean a known one.</summary>
    public async Task NoteWordsAsync(CancellationToken ct)
    {
        await RunAsync(MergeStatements.InsertNewWords, ct, task.RestaurantId, task.Department, task.ImportId, Unit.Known.Select(unit => unit.Code).ToArray());
        await NotePlacesAsync("suppliers", ItemField.Supplier, "supplier_key", "supplier", summary.Suppliers, ct);
        await NotePlacesAsync("storage_areas", ItemField.StorageArea, "area_key", "storage_area", summary.Areas, ct);
    }

    /// <summary>Writes what was settled: places, items, changes, movements, lots.</summary>
    public async Task WriteAsync(OutcomeCounts counts, CancellationToken ct)
    {
        await InsertPlacesAsync("suppliers", summary.Suppliers, ct);
        await InsertPlacesAsync("storage_areas", summary.Areas, ct);
        var (share, step) = (End - Settled, (counts.Items.Created > 0 ? 1 : 0) + (counts.Items.Updated > 0 ? 2 : 0));
        if (_hasMerged || counts.Items.Updated > 0)
        {
            await SliceAsync(0, (from, to) => SearchTexts.RefoldAsync(connection, transaction, _cleared, from, to, ct));
        }

        if (counts.Items.Created > 0)
        {
            var insert = MergeStatements.InsertItems(plan.Options.Quantities, summary.HasLots);
            await SliceAsync(share / step, (from, to) => RunAsync(
                insert, ct, task.RestaurantId, task.Department, task.ImportId, task.UserId, task.CountedAt, from, to));
        }

        if (counts.Items.Updated > 0)
        {
            var (keep, update) = (MergeStatements.InsertChanges(_cleared), MergeStatements.UpdateItems(_cleared));
            await SliceAsync(share / step, async (from, to) =>
            {
                await RunAsync(keep, ct, task.RestaurantId, task.ImportId, from, to);
                await RunAsync(update, ct, task.RestaurantId, from, to);
            });
        }

        if (summary.HasLots)
        {
            await WriteLotsAsync(ct);
        }

        if (counts.Items.Updated > 0)
        {
            var move = MergeStatements.InsertMoves(summary.HasLots);
            await SliceAsync(share / step, (from, to) => RunAsync(
                move, ct, task.RestaurantId, task.Department, task.ImportId, task.UserId, task.CountedAt, from, to));
        }

        if (plan.Options.Quantities == QuantityMode.Set && (summary.HasLots || counts.Items.Updated + counts.Items.Unchanged > 0))
        {
            var confirm = MergeStatements.KeepConfirmed(summary.HasLots);
            await SliceAsync(0, (from, to) => RunAsync(confirm, ct, task.RestaurantId, task.ImportId, from, to));
        }

        report.Percent = End;
    }

    private async Task SliceAsync(int share, Func<int, int, Task> run)
    {
        var (from, start, done) = (0, report.Percent, 0);
        foreach (var to in summary.Slices.Append(int.MaxValue))
        {
            await run(from, to);
            from = to;
            report.Percent = start + (share * ++done / (summary.Slices.Count + 1));
        }
    }

    private async Task MergeRepeatsAsync(CancellationToken ct)
    {
        var (suppliers, areas) = (summary.Suppliers, summary.Areas);
        if (await RunAsync(RepeatStatements.FindRepeats, ct) == 0)
        {
            return;
        }

        _hasMerged = true;
        await RunAsync(RepeatStatements.RejectForeignUnits, ct);
        await RunAsync(RepeatStatements.NoteMerged, ct);
        await RunAsync(RepeatStatements.ConvertRepeats, ct);
        await RunAsync(RepeatStatements.KeepLotQuantities, ct);
        await RunAsync(
            RepeatStatements.NoteDifferences, ct, suppliers.Keys.ToArray(), suppliers.Values.Select(p => p.Name).ToArray(),
            areas.Keys.ToArray(), areas.Values.Select(p => p.Name).ToArray());
        await RunAsync(RepeatStatements.MergeRepeats, ct);
        await RunAsync(RepeatStatements.SettleMerged, ct);
    }

    private async Task MatchAsync(CancellationToken ct)
    {
        if (plan.ColumnOf(ItemField.Sku) is not null)
        {
            await RunAsync(MatchStatements.MatchBySku, ct, task.RestaurantId, task.Department);
        }

        if (plan.ColumnOf(ItemField.Barcode) is not null)
        {
            await RunAsync(MatchStatements.MatchByBarcode, ct, task.RestaurantId, task.Department);
        }

        await RunAsync(MatchStatements.MatchByName, ct, task.RestaurantId, task.Department);
        await RunAsync(MatchStatements.MatchByNameAlone, ct, task.RestaurantId, task.Department);
        await RunAsync(MatchStatements.RejectSecondMatch, ct);
        if (plan.Options.Mode != ImportMode.Update)
        {
            await RunAsync(MatchStatements.NoteSecondSizes, ct, task.RestaurantId, task.Department);
            await RunAsync(MatchStatements.NoteSecondCodes, ct, task.RestaurantId, task.Department);
        }

        await RunAsync(MatchStatements.ConvertToItemUnit(plan.Currency == "USD"), ct);
        if (plan.ColumnOf(ItemField.CaseSize) is not null || plan.ColumnOf(ItemField.CaseCost) is not null || plan.ColumnOf(ItemField.ParCases) is not null)
        {
            await RunAsync(MatchStatements.ReckonCases(plan.ColumnOf(ItemField.UnitCost) is null, plan.ColumnOf(ItemField.ParLevel) is null), ct);
        }

        if (plan.Options.Quantities == QuantityMode.Set)
        {
            if (plan.IsRejectedFile)
            {
                await RunAsync(MergeStatements.AddToMended, ct, task.RestaurantId, task.ImportId);
            }

            await RunAsync(MergeStatements.PassOverOlderCounts, ct, task.RestaurantId, task.CountedAt);
        }

        await RunAsync(MergeStatements.MarkChanged(_cleared), ct, task.RestaurantId);
        if (_cleared.Contains(ItemField.ExpiresOn) || _cleared.Contains(ItemField.LotCode))
        {
            await RunAsync(LotStatements.NoteKept, ct, task.RestaurantId);
        }

        if (summary.HasLots)
        {
            await RunAsync(LotStatements.DropPassedOver, ct);
            await RunAsync(LotStatements.MatchLots(plan.Options.Quantities), ct, task.RestaurantId);
            if (plan.Options.Quantities == QuantityMode.Set)
            {
                if (plan.IsRejectedFile)
                {
                    await RunAsync(LotStatements.AddToMended, ct, task.RestaurantId, task.ImportId);
                }

                await RunAsync(LotStatements.EmptyOthers, ct, task.RestaurantId);
            }

            await RunAsync(LotStatements.MarkChangedByLot, ct, task.RestaurantId);
        }

        if (plan.Options.Quantities == QuantityMode.Add)
        {
            await RunAsync(MergeStatements.ComputeMoves(QuantityMode.Add), ct);
        }
        else if (plan.Options.Quantities == QuantityMode.Set)
        {
            await RunAsync(MergeStatements.ComputeMoves(QuantityMode.Set), ct, task.RestaurantId, task.CountedAt);
            await RunAsync(MergeStatements.NoteMoved, ct, task.RestaurantId, task.CountedAt);
        }
    }

    private async Task WriteLotsAsync(CancellationToken ct)
    {
        await RunAsync(LotStatements.NameLotItems, ct);
        await RunAsync(LotStatements.UpdateLots, ct, task.RestaurantId, task.ImportId);
        await RunAsync(LotStatements.NoteLots, ct, task.RestaurantId, task.ImportId);
        await using (var count = new NpgsqlCommand(LotStatements.CountNewLots, connection, transaction))
        {
            var ids = new Guid[(long)(await count.ExecuteScalarAsync(ct))!];
            for (var i = 0; i < ids.Length; i++)
            {
                ids[i] = Guid.CreateVersion7();
            }

            await RunAsync(LotStatements.InsertLots, ct, task.RestaurantId, ids);
        }

        if (plan.Options.Quantities != QuantityMode.Ignore)
        {
            await RunAsync(LotStatements.MoveLots(plan.Options.Quantities), ct, task.RestaurantId);
            await RunAsync(LotStatements.InsertLotMoves, ct, task.RestaurantId, task.Department, task.ImportId, task.UserId, task.CountedAt);
        }
    }

    private async Task NotePlacesAsync(
        string table, string field, string key, string word, Dictionary<string, (Guid Id, string Name)> places, CancellationToken ct)
    {
        if (places.Count > 0)
        {
            await RunAsync(
                MergeStatements.InsertNewPlaces(table, field, key, word), ct, task.RestaurantId, task.ImportId,
                places.Keys.ToArray(), places.Values.Select(place => place.Name).ToArray());
        }
    }

    private async Task InsertPlacesAsync(string table, Dictionary<string, (Guid Id, string Name)> places, CancellationToken ct)
    {
        if (places.Count > 0)
        {
            await RunAsync(
                MergeStatements.InsertPlaces(table), ct, task.RestaurantId,
                places.Values.Select(p => p.Id).ToArray(), places.Values.Select(p => p.Name).ToArray(), places.Keys.ToArray());
        }
    }

    private async Task<bool> HasItemsAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from inventory.items where restaurant_id = $1 and department = $2 and archived_at is null)", connection, transaction)
        {
            Parameters = { new() { Value = task.RestaurantId }, new() { Value = task.Department } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<int> RunAsync(string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            // The only value that may be missing is the person: an import through a token or seed has none.
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }
                : new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteNonQueryAsync(ct);
    }
}
