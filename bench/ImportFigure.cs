using System.Diagnostics;
using System.Globalization;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using Npgsql;

namespace KitchenGuard.Bench;

/// <summary>
/// 100 000 new items, request sent to completed, against the same COPY and statements sent from a ready file: rounds alternate, so that
/// a busy machine slows both. One round before them goes uncounted: a server does not import for the first time.
/// </summary>
internal static class ImportFigure
{
    private const int Rows = 100_000;
    private const int Rounds = 5;

    public static async Task RunAsync(Ground ground)
    {
        var file = Sheets.Csv(Rows);
        await ground.ImportAsync(await ground.RegisterAsync(), file);
        await BareAsync(ground, file);
        var (product, again, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var account = await ground.RegisterAsync();
            product.Add((await ground.ImportAsync(account, file)).TotalSeconds);
            again.Add((await ground.ImportAsync(account, file)).TotalSeconds);
            bare.Add(await BareAsync(ground, file));
        }

        var (ours, theirs, unchanged) = (Median(product), Median(bare), Median(again));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"import of {Rows} rows: {Rows / ours:0} rows/s ({ours:0.00} s), same COPY and statements from a ready file {theirs:0.00} s, ratio {theirs / ours:0.00} — to reach: 0.70; the same file again {unchanged:0.00} s, {unchanged / ours:0.00} times; peak memory of the process {ground.MemoryMegabytes("VmHWM")} MB"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    internal static async Task<double> BareAsync(Ground ground, byte[] file)
    {
        var account = await ground.RegisterAsync();
        await using var source = NpgsqlDataSource.Create(ground.App);
        await using var connection = await source.OpenConnectionAsync();
        var inspection = await FileInspector.InspectAsync(new MemoryStream(file), new ImportOptions(), "kitchen", "EUR", "en-GB", default);
        var (ready, summary) = await ReadyFileAsync(connection, file, inspection.Plan!);
        var task = new ImportTask(
            Guid.CreateVersion7(), account.RestaurantId, "kitchen", account.UserId, TimeProvider.System.GetUtcNow(), file.Length, "text/csv", false, "", 1);
        await using var report = new ProgressReport(source, account.RestaurantId, task.ImportId, task.Attempt, TimeProvider.System);

        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        await TenantSetting.EnterAsync(connection, transaction, account.RestaurantId, default);
        await ExecuteAsync(connection, "set local work_mem = '64MB'; set local enable_nestloop = off;" + StageColumns.Create);
        await using (var copy = await connection.BeginRawBinaryCopyAsync(StageColumns.Copy))
        {
            await copy.WriteAsync(ready);
        }

        var merge = new ImportMerge(connection, transaction, task, inspection.Plan!, summary, report);
        await merge.WriteAsync(await merge.SettleAsync(default), default);
        await transaction.CommitAsync();
        var elapsed = watch.Elapsed.TotalSeconds;
        await ExecuteAsync(connection, "select inventory.settle_search_index()");
        return elapsed;
    }

    // What the product's reader would send, kept as bytes: the yardstick reads and validates nothing.
    private static async Task<(byte[] Bytes, StageSummary Summary)> ReadyFileAsync(NpgsqlConnection connection, byte[] file, ReadPlan plan)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, StageColumns.Create);
        var summary = new StageSummary();
        await using (var writer = new StageWriter(await connection.BeginBinaryImportAsync(StageColumns.Copy), summary))
        {
            await foreach (var record in RecordReader.ReadAsync(new MemoryStream(file), plan, default))
            {
                await writer.WriteAsync(record, default);
            }

            await writer.CompleteAsync(default);
        }

        using var bytes = new MemoryStream();
        await using (var copy = await connection.BeginRawBinaryCopyAsync(StageColumns.Copy.Replace("from stdin", "to stdout", StringComparison.Ordinal)))
        {
            await copy.CopyToAsync(bytes);
        }

        await transaction.RollbackAsync();
        return (bytes.ToArray(), summary);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
