using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Running;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Imports.Undo;

/// <summary>
/// Takes back what an import did, in one transaction that holds the import's row: stock that nobody has counted since, fields that nobody has
/// edited since; what it created leaves the list. Killed anywhere it leaves nothing, run twice it does nothing the second time.
/// </summary>
public sealed class RevertImport(NpgsqlDataSource source, TimeProvider clock, ILogger<RevertImport> logger)
{
    private const int SliceSize = 10_000;
    private const int Decided = 20;
    private const int End = 98;

    internal async Task RunAsync(ImportTask task, ProgressReport report, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        await RefreshStatisticsAsync(ct);
        await using var bulk = await BulkConnection.BeginAsync(source, task.RestaurantId, ct);
        var (connection, transaction) = (bulk.Connection, bulk.Transaction);
        if (!await ImportLease.HoldAsync(connection, transaction, task, ct))
        {
            return;
        }

        await ImportLease.LockRestaurantAsync(connection, transaction, task, ct);
        await bulk.JoinByHashAsync(ct);
        var work = new Work(connection, transaction, task);
        var items = await work.DecideAsync(ct);
        report.Percent = Decided;
        for (var done = 0L; done < items; done += SliceSize)
        {
            await work.RevertAsync(done, done + SliceSize, ct);
            report.Percent = Decided + (int)((End - Decided) * Math.Min(items, done + SliceSize) / items);
        }

        var (reversed, kept, impossible) = await work.FinishAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        report.Percent = 100;
        ImportsLog.Undone(logger, task.ImportId, reversed, kept, impossible, (long)clock.GetElapsedTime(started).TotalMilliseconds);
    }

    // The ledger looks up what else stands of every item that goes back to nothing.
    private async Task RefreshStatisticsAsync(CancellationToken ct)
    {
        await using var refresh = source.CreateCommand("select inventory.refresh_statistics()");
        await refresh.ExecuteNonQueryAsync(ct);
    }

    /// <summary>One undo on its connection.</summary>
    private sealed class Work(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task)
    {
        private DateTime _began;
        private DateTime _finished;

        /// <summary>Finds what the import touched, holds it, and decides what stays. Returns how many items there are.</summary>
        public async Task<long> DecideAsync(CancellationToken ct)
        {
            var zone = await ReadImportAsync(ct);
            var (restaurant, import) = (task.RestaurantId, task.ImportId);
            await RunAsync(RevertStatements.Find, ct, restaurant, import);
            await RunAsync("create index on undo_move (item_id, id); analyze undo_move", ct);
            await RunAsync(RevertStatements.FindItems, ct, restaurant, import);
            await RunAsync("create unique index on undo_item (id); analyze undo_item", ct);
            await using (var hold = Command(RevertStatements.Hold, restaurant))
            {
                await hold.ExecuteScalarAsync(ct);
            }

            await RunAsync(RevertStatements.Reasons, ct);
            await RunAsync(RevertStatements.KeepCounted, ct, restaurant, import, _finished, zone);
            await RunAsync(RevertStatements.KeepEditedNew, ct, restaurant, import, _finished, zone);
            await RunAsync(RevertStatements.RefuseOtherUnits, ct, restaurant);
            await RunAsync(RevertStatements.FindFields, ct, restaurant, import);
            await RunAsync(RevertStatements.KeepEditedFields, ct, restaurant, import, _finished, zone);
            await RunAsync(RevertStatements.Gather, ct);
            await using var count = Command("select count(*) from undo_item");
            return (long)(await count.ExecuteScalarAsync(ct))!;
        }

        /// <summary>Takes back what is to go back, of the items after one place up to another.</summary>
        public async Task RevertAsync(long after, long upTo, CancellationToken ct)
        {
            var texts = await ReadTextsAsync(after, upTo, ct);
            if (await GiveUpTakenAsync(texts, ct))
            {
                texts = await ReadTextsAsync(after, upTo, ct);
            }

            await RunAsync(
                RevertStatements.RestoreFields, ct, task.RestaurantId, after, upTo, texts.Select(t => t.Id).ToArray(),
                texts.Select(t => SearchFold.Fold(t.Name)).ToArray(), texts.Select(t => t.NameKey).ToArray(), texts.Select(t => t.SearchText).ToArray());
            await RunAsync(RevertStatements.ReverseMoves, ct, task.RestaurantId, after, upTo, task.UserId);
            await RunAsync(RevertStatements.ArchiveNew, ct, task.RestaurantId, after, upTo);
        }

        /// <summary>Lots, the outcome of every item, and the import's state. Returns how many went back, were kept, could not.</summary>
        public async Task<(int Reversed, int Kept, int Impossible)> FinishAsync(CancellationToken ct)
        {
            await RunAsync(RevertStatements.RestoreLots, ct, task.RestaurantId);
            await RunAsync(RevertStatements.CloseLots, ct, task.RestaurantId, _began, _finished);
            await RunAsync(RevertStatements.KeepOutcomes, ct, task.RestaurantId, task.ImportId);
            await using var finish = Command(RevertStatements.Finish, task.RestaurantId, task.ImportId);
            await using var row = await finish.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            return (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));
        }

        // A zone that the database does not know would end the undo; the moments are then given in UTC.
        private async Task<string> ReadImportAsync(CancellationToken ct)
        {
            await using var command = Command(
                """
                select i.started_at, i.finished_at, coalesce((select z.name from pg_timezone_names z where z.name = r.time_zone limit 1), 'UTC')
                from inventory.imports i join auth.restaurants r on r.id = i.restaurant_id where i.restaurant_id = $1 and i.id = $2
                """, task.RestaurantId, task.ImportId);
            await using var row = await command.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            (_began, _finished) = (row.GetDateTime(0), row.GetDateTime(1));
            return row.GetString(2);
        }

        private async Task<List<ItemTexts>> ReadTextsAsync(long after, long upTo, CancellationToken ct)
        {
            var texts = new List<ItemTexts>();
            await using var command = Command(RevertStatements.Texts, task.RestaurantId, after, upTo);
            await using var row = await command.ExecuteReaderAsync(ct);
            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
            while (await row.ReadAsync(ct))
            {
                texts.Add(new ItemTexts(
                    row.GetGuid(0), row.GetString(1), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7),
                    row.GetBoolean(8) && row.GetBoolean(9), row.GetBoolean(8) && row.GetBoolean(10), row.GetBoolean(8) && row.GetBoolean(11)));
            }

            return texts;
        }

        // Another item has the code or the name by now: two of one kind on a list is what an undo must not make.
        private async Task<bool> GiveUpTakenAsync(List<ItemTexts> texts, CancellationToken ct)
        {
            var wanted = texts.Where(t => t.SkuReturns || t.BarcodeReturns || t.NameReturns).ToList();
            if (wanted.Count == 0)
            {
                return false;
            }

            var taken = new List<(Guid Id, string Field, string? Value, string Other)>();
            await using (var command = Command(
                RevertStatements.FindTaken, task.RestaurantId, task.Department, wanted.Select(t => t.Id).ToArray(),
                wanted.Select(t => t.SkuReturns ? t.Sku : null).ToArray(), wanted.Select(t => t.BarcodeReturns ? t.Barcode : null).ToArray(),
                wanted.Select(t => t.NameReturns ? t.NameKey : null).ToArray()))
            {
                await using var row = await command.ExecuteReaderAsync(ct);
                while (await row.ReadAsync(ct))
                {
                    taken.Add((row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3)));
                }
            }

            foreach (var (id, field, value, other) in taken.DistinctBy(t => (t.Id, t.Field)))
            {
                string[] columns = field == "name" ? ["name", "bottle_size", "pack_size"] : [field];
                var reason = field == "name"
                    ? $"Its name was “{wanted.Single(t => t.Id == id).Name}” before, which another item on the list has now."
                    : $"Its {(field == "sku" ? "SKU" : "barcode")} was {value} before, which “{other}” has now.";
                await RunAsync(RevertStatements.Refuse, ct, id, columns, reason);
            }

            return taken.Count > 0;
        }

        private async Task RunAsync(string sql, CancellationToken ct, params object?[] values)
        {
            await using var command = Command(sql, values);
            await command.ExecuteNonQueryAsync(ct);
        }

        private NpgsqlCommand Command(string sql, params object?[] values)
        {
            var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
            foreach (var value in values)
            {
                // The only value that may be missing is the person: a script has none.
                command.Parameters.Add(value is null
                    ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }
                    : new NpgsqlParameter { Value = value });
            }

            return command;
        }
    }

    /// <summary>The texts of an item as they will be, and which of those that tell items apart come back.</summary>
    private sealed record ItemTexts(
        Guid Id, string Name, string? BottleSize, string? PackSize, string? Sku, string? Barcode, string? Brand, string? Category,
        bool SkuReturns, bool BarcodeReturns, bool NameReturns)
    {
        public string NameKey => ItemIdentity.NameKey(Name, BottleSize, PackSize);

        public string SearchText => SearchFold.SearchText(Name, Sku, Barcode, Brand, Category);
    }
}
