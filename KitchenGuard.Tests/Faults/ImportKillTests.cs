using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Faults;

/// <summary>
/// One import of 100 000 rows whose process is killed three times: while it reads, inside the statement that inserts the items, and right after
/// its commit. KITCHENGUARD_FAULT_ROUNDS sets how many such imports (3).
/// </summary>
[Trait("Category", "Faults")]
public sealed class ImportKillTests(ProcessApp app) : IClassFixture<ProcessApp>
{
    private const int Rows = 100_000;

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("KITCHENGUARD_FAULT_ROUNDS") ?? "3", CultureInfo.InvariantCulture))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_import_killed_three_times_is_in_the_ledger_once(int seed)
    {
        var times = new List<long>();
        var since = TimeProvider.System.GetTimestamp();
        var file = Generate(new Random(seed));
        var target = 5 + (seed * 23 % 60);
        var owner = await app.RegisterAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var reader = WatchAsync(owner.RestaurantId, stop.Token);

        await app.StartAsync();
        Lap();
        var import = await SendAsync(owner, file);
        var (status, percent) = await UntilAsync(import, state => state.Percent >= target || state.Status != "running" && state.Status != "pending");
        app.Kill();
        Lap();
        Assert.True(status == "running" && percent is >= 5 and <= 95, $"Seed {seed}: killed too late, at {status} {percent} %.");
        Assert.Equal("running", (await StateAsync(import)).Status);

        await app.StartAsync();
        Lap();
        await UntilInsertingAsync(import);
        app.Kill();
        Lap();
        Assert.Equal("running", (await StateAsync(import)).Status);

        await app.StartAsync();
        Lap();
        (status, _) = await UntilAsync(import, state => state.Status != "running");
        app.Kill();
        Lap();
        Assert.Equal("completed", status);

        // Whatever the killed workers left in the queue runs again, and finds nothing to do.
        await app.StartAsync();
        Lap();
        await UntilQueueIsEmptyAsync();
        Lap();
        await stop.CancelAsync();
        var (empty, full) = await reader;
        Assert.True(empty > 0 && full > 0, $"Seed {seed}: the reader looked {empty} times before and {full} times after.");
        Assert.Equal("completed", (await StateAsync(import)).Status);
        Assert.Equal(Digest(Parse(file)), Digest(await LedgerAsync(import)));
        Assert.Equal(
            $"{Rows} {Rows} {Rows} {Rows}",
            await TextAsync(
                """
                select concat_ws(' ', i.rows_total, i.rows_created, (select count(*) from inventory.items t where t.restaurant_id = i.restaurant_id),
                  (select count(*) from inventory.stock_movements m where m.restaurant_id = i.restaurant_id))
                from inventory.imports i where id = $1
                """,
                import));
        Assert.Equal("0", await TextAsync(
            """
            select count(*)::text from inventory.items i
            left join (select item_id, sum(quantity) as quantity from inventory.stock_movements group by item_id) m on m.item_id = i.id
            where i.created_import_id = $1 and i.on_hand is distinct from m.quantity
            """,
            import));
        TestContext.Current.SendDiagnosticMessage(
            "Seed {0}: killed at {1} %, in the insert and after the commit; {2} looks; ms of start, kill, start, kill, start, kill, start, end: {3}.",
            seed, percent, empty + full, string.Join(' ', times));

        void Lap()
        {
            times.Add((long)TimeProvider.System.GetElapsedTime(since).TotalMilliseconds);
            since = TimeProvider.System.GetTimestamp();
        }
    }

    // Plain, quoted, doubled quotes, commas, line breaks, accents; every name once; no quantity of zero, which has no movement.
    private static byte[] Generate(Random random)
    {
        var text = new StringBuilder("name,category,quantity,unit\n");
        for (var i = 0; i < Rows; i++)
        {
            var name = (i % 50) switch
            {
                7 => $"\"Crème {i}, fraîche\"",
                19 => $"\"Pan 12\"\" {i}\"",
                31 => $"Two lines {i},\"first\nsecond\"",
                _ => $"Item {i}",
            };
            var category = i % 50 == 31 ? "" : ",Dry";
            var quantity = random.Next(1, 10_000_000) / 1000m;
            text.Append(CultureInfo.InvariantCulture, $"{name}{category},{quantity},kg\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Another reading of the same file, by RFC 4180 and nothing else: the line a record starts on, its name, its quantity.</summary>
    private static List<(int Line, string Name, decimal Quantity)> Parse(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        var (rows, cells, cell, quoted, line, start) = (new List<(int, string, decimal)>(Rows), new List<string>(4), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                line++;
            }

            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    if (start > 1)
                    {
                        rows.Add((start, cells[0], decimal.Parse(cells[2], CultureInfo.InvariantCulture)));
                    }

                    (start, cells) = (line, new List<string>(4));
                }
            }
        }

        return rows;
    }

    private static string Digest(IEnumerable<(int Line, string Name, decimal Quantity)> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        foreach (var (line, name, quantity) in rows)
        {
            count++;
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line}|{name}|{quantity:0.######}\n")));
        }

        return $"{count} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private async Task<Guid> SendAsync(Owner owner, byte[] file)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", owner.AccessToken);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("text/csv");
        using var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), content, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonSerializer.Deserialize<JsonElement>(body).GetProperty("id").GetGuid();
    }

    private async Task<(string Status, int Percent)> UntilAsync(Guid import, Func<(string Status, int Percent), bool> isReached)
    {
        await using var connection = await OpenAsync(app.SuperuserConnectionString);
        return await PollAsync(() => StateAsync(import, connection), isReached, "the state that was waited for");
    }

    private async Task<(string Status, int Percent)> StateAsync(Guid import)
    {
        await using var connection = await OpenAsync(app.SuperuserConnectionString);
        return await StateAsync(import, connection);
    }

    private static async Task<(string Status, int Percent)> StateAsync(Guid import, NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select i.status, p.percent from inventory.imports i join inventory.import_progress p on p.import_id = i.id where i.id = $1", connection);
        command.Parameters.Add(new() { Value = import });
        await using var row = await command.ExecuteReaderAsync(Ct);
        await row.ReadAsync(Ct);
        return (row.GetString(0), row.GetInt32(1));
    }

    private async Task UntilInsertingAsync(Guid import)
    {
        await using var connection = await OpenAsync(app.SuperuserConnectionString);
        await using var command = new NpgsqlCommand(
            """
            select exists (select from pg_stat_activity where datname = current_database() and state = 'active' and query like 'insert into inventory.items%'),
              (select status from inventory.imports where id = $1)
            """,
            connection) { Parameters = { new() { Value = import } } };
        var (inserting, status) = await PollAsync(
            async () =>
            {
                await using var row = await command.ExecuteReaderAsync(Ct);
                await row.ReadAsync(Ct);
                return (row.GetBoolean(0), row.GetString(1));
            },
            state => state.Item1 || state.Item2 == "completed",
            "the insert of the items");
        Assert.True(inserting, $"The insert was not seen before the import was {status}.");
    }

    private async Task UntilQueueIsEmptyAsync()
    {
        await using var connection = await OpenAsync(app.SuperuserConnectionString);
        await using var command = new NpgsqlCommand("select count(*) from hangfire.jobqueue", connection);
        await PollAsync(async () => (long)(await command.ExecuteScalarAsync(Ct))!, count => count == 0, "an empty queue");
    }

    private static async Task<T> PollAsync<T>(Func<Task<T>> look, Func<T, bool> isReached, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var state = await look();
            if (isReached(state))
            {
                return state;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"Waited two minutes for {what}; it is {state}.");
            await Task.Delay(10, Ct);
        }
    }

    /// <summary>Somebody who looks at the list all the time, as the application does: all or nothing, and once all, always all.</summary>
    private async Task<(int Empty, int Full)> WatchAsync(Guid restaurant, CancellationToken stop)
    {
        var (empty, full) = (0, 0);
        await using var connection = await OpenAsync(app.AppConnectionString);
        while (!stop.IsCancellationRequested)
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(TenantSetting.Enter(restaurant));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select (select count(*) from inventory.items), (select count(*) from inventory.stock_movements)"));
            await using (var row = await batch.ExecuteReaderAsync(Ct))
            {
                await row.NextResultAsync(Ct);
                await row.ReadAsync(Ct);
                var seen = (row.GetInt64(0), row.GetInt64(1));
                Assert.True(seen == (Rows, Rows) || (seen == (0, 0) && full == 0), $"A reader saw {seen.Item1} items and {seen.Item2} movements.");
                (empty, full) = seen.Item1 == 0 ? (empty + 1, full) : (empty, full + 1);
            }

            await Task.Delay(100, CancellationToken.None);
        }

        return (empty, full);
    }

    private async Task<List<(int Line, string Name, decimal Quantity)>> LedgerAsync(Guid import)
    {
        await using var connection = await OpenAsync(app.SuperuserConnectionString);
        await using (var analyze = new NpgsqlCommand("analyze inventory.items, inventory.stock_movements", connection))
        {
            // Or the planner may still believe that there is nothing.
            await analyze.ExecuteNonQueryAsync(Ct);
        }

        await using var command = new NpgsqlCommand(
            """
            select m.import_line, i.name, m.quantity from inventory.stock_movements m join inventory.items i on i.id = m.item_id
            where m.import_id = $1 order by m.import_line, m.id
            """,
            connection) { Parameters = { new() { Value = import } } };
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<(int, string, decimal)>(Rows);
        while (await reader.ReadAsync(Ct))
        {
            rows.Add((reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2)));
        }

        return rows;
    }

    private async Task<string> TextAsync(string sql, Guid id)
    {
        await using var connection = await OpenAsync(app.SuperuserConnectionString);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }
}
