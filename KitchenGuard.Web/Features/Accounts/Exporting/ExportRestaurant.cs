using System.Data;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using KitchenGuard.Data;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Files;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Exporting;

/// <summary>
/// Writes all that a restaurant has as a zip of CSV files. Streams a row at a time out of one snapshot, so that the files agree with each other
/// however much goes on meanwhile.
/// </summary>
public sealed class ExportRestaurant(
    NpgsqlDataSource source, KitchenGuardDbContext db, SignInThrottle throttle, Audit audit, CurrentUser user, TimeProvider clock, ILogger<ExportRestaurant> logger)
{
    // In the throttle's window.
    private const int Limit = 5;

    // A snapshot keeps the database from tidying up: whoever takes longer than this to receive the file begins anew.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    // After a large import the database's figures are old, and a join of all movements with all items looks like one of few by few: row by row it takes hours.
    private const string JoinByHash = "set local enable_nestloop = off; set local work_mem = '32MB'";

    /// <summary>Writes the export; it is told in the log first, so that it is in there too.</summary>
    /// <param name="begin">Called when nothing can be refused any more; gives what receives the zip.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or TooMany, Busy, and nothing was begun.</returns>
    public async Task<Result<Done>> RunAsync(Func<Stream> begin, CancellationToken ct)
    {
        var restaurantId = user.RestaurantId;
        if (await throttle.CountAsync($"\u0001export:{restaurantId}", null, Limit, ct) is { } wait)
        {
            return ExportErrors.TooMany(wait);
        }

        using var deadline = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        await using var connection = await source.OpenConnectionAsync(ct);
        if (!await AloneAsync(connection, restaurantId, ct))
        {
            return ExportErrors.Busy;
        }

        try
        {
            audit.Add(AuditActions.RestaurantExported);
            await db.SaveChangesAsync(ct);
            var output = new AwaitedStream(begin());
            await WriteAsync(connection, restaurantId, output, either.Token);
            await output.FlushAsync(either.Token);
        }
        finally
        {
            await ReleaseAsync(connection, restaurantId);
        }

        ExportLog.Exported(logger, restaurantId);
        return default(Done);
    }

    private async Task WriteAsync(NpgsqlConnection connection, Guid restaurantId, Stream output, CancellationToken ct)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await TenantSetting.EnterAsync(connection, snapshot, restaurantId, ct);
        await using (var joins = new NpgsqlCommand(JoinByHash, connection, snapshot))
        {
            await joins.ExecuteNonQueryAsync(ct);
        }

        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var counts = new List<(ExportTable Table, long Rows)>();
        foreach (var table in ExportTable.All)
        {
            counts.Add((table, await WriteTableAsync(zip, table, Command(table.Sql, connection, snapshot, restaurantId), ct)));
        }

        var files = await WriteSourcesAsync(zip, Command(ExportTable.Sources, connection, snapshot, restaurantId), ct);
        await using var readme = await OpenAsync(zip, "README.txt", ct);
        await readme.WriteAsync(Encoding.UTF8.GetBytes(ExportReadme.Write(user.RestaurantName, clock.GetUtcNow(), counts, files)), ct);
    }

    private async Task<long> WriteTableAsync(ZipArchive zip, ExportTable table, NpgsqlCommand command, CancellationToken ct)
    {
        await using var _ = command;
        await using var rows = await command.ExecuteReaderAsync(ct);
        await using var entry = await OpenAsync(zip, table.File, ct);
        await using var csv = new SafeCsv(entry);
        await csv.WriteAsync(Enumerable.Range(0, rows.FieldCount).Select(rows.GetName), ct);
        var count = 0L;
        for (; await rows.ReadAsync(ct); count++)
        {
            await csv.WriteAsync(Enumerable.Range(0, rows.FieldCount).Select(column => Cell(rows, column)), ct);
        }

        await csv.FlushAsync(ct);
        return count;
    }

    // A part is a megabyte at most; it goes from the connection to the zip without being held.
    private async Task<int> WriteSourcesAsync(ZipArchive zip, NpgsqlCommand command, CancellationToken ct)
    {
        await using var _ = command;
        await using var parts = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        var (count, path, entry) = (0, "", Stream.Null);
        try
        {
            while (await parts.ReadAsync(ct))
            {
                if (parts.GetString(0) is var next && next != path)
                {
                    await entry.DisposeAsync();
                    (count, path, entry) = (count + 1, next, await OpenAsync(zip, next, ct));
                }

                await using var content = await parts.GetStreamAsync(2, ct);
                await content.CopyToAsync(entry, ct);
            }
        }
        finally
        {
            await entry.DisposeAsync();
        }

        return count;
    }

    private Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = clock.GetUtcNow();
        return entry.OpenAsync(ct);
    }

    private static object? Cell(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldType(column) switch
    {
        var type when type == typeof(decimal) => ItemRows.Trim(row.GetDecimal(column)),
        var type when type == typeof(DateTime) && row.GetDataTypeName(column) == "date" => row.GetFieldValue<DateOnly>(column),
        var type when type == typeof(DateTime) => row.GetFieldValue<DateTimeOffset>(column),
        _ => row.GetValue(column),
    };

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, NpgsqlTransaction snapshot, Guid restaurantId) =>
        new(sql, connection, snapshot) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = restaurantId } } };

    // One at a time for a restaurant, on all instances: a download that hangs must not take the database's connections one by one.
    private static async Task<bool> AloneAsync(NpgsqlConnection connection, Guid restaurantId, CancellationToken ct) =>
        (bool)(await LockAsync(connection, "pg_try_advisory_lock", restaurantId, ct))!;

    private static async Task ReleaseAsync(NpgsqlConnection connection, Guid restaurantId)
    {
        if (connection.FullState == ConnectionState.Open)
        {
            await LockAsync(connection, "pg_advisory_unlock", restaurantId, CancellationToken.None);
        }
    }

    private static async Task<object?> LockAsync(NpgsqlConnection connection, string function, Guid restaurantId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {function}(hashtextextended('export ' || $1, 0))", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = restaurantId.ToString("N", CultureInfo.InvariantCulture) } },
        };
        return await command.ExecuteScalarAsync(ct);
    }
}
