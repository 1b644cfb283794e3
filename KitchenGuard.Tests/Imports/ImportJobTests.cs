using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace KitchenGuard.Tests.Imports;

/// <summary>Stopping, resuming and giving up. A worker is held where the test wants it by a lock that the test has.</summary>
public sealed class ImportJobTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private const string List = "name,quantity\nSalt,5\nOil,2\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_waiting_import_is_cancelled_at_once_and_never_runs()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        await CancelAsync(owner, import);
        Assert.Equal("cancelled", await StatusAsync(import));
        await app.RunAsync(import);
        Assert.Equal("cancelled", await StatusAsync(import));
        await CancelAsync(owner, import);
        Assert.Empty(await app.ListAsync(owner));
    }

    [Fact]
    public async Task What_a_long_list_held_back_of_the_search_is_sorted_in_when_the_import_and_its_undo_are_through()
    {
        var owner = await app.RegisterAsync();
        const string settle = "select gin_clean_pending_list('inventory.idx_items_search')";
        await app.RowsAsync("alter table inventory.items set (autovacuum_enabled = false)");
        await app.RowsAsync(settle);
        var import = await app.ImportAsync(owner, "name,quantity\n" + string.Concat(Enumerable.Range(1, 1500).Select(i => $"Pepper {i},1\n")));
        Assert.Equal(1500, (await app.ListAsync(owner)).Count);
        Assert.Equal(["0"], await app.RowsAsync(settle));
        await app.UndoAsync(owner, import);
        Assert.Equal(["0"], await app.RowsAsync(settle));
        await app.RowsAsync("alter table inventory.items reset (autovacuum_enabled)");
    }

    [Theory]
    [InlineData("lock table inventory.upload_chunks in access exclusive mode", "while it reads")]
    [InlineData("select pg_advisory_xact_lock(hashtextextended('{0}', 0))", "while it waits for another import")]
    [InlineData("lock table inventory.items in share row exclusive mode", "inside the statement that inserts the items")]
    [InlineData("lock table inventory.import_issues in share row exclusive mode", "at the very end")]
    public async Task A_running_import_is_stopped_wherever_it_is_and_leaves_nothing(string hold, string where)
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, "name,quantity\nSalt,5\nOil,lots\n");
        await using var connection = new NpgsqlConnection(app.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand(string.Format(CultureInfo.InvariantCulture, hold, owner.RestaurantId), connection, transaction))
        {
            await command.ExecuteNonQueryAsync(Ct);
        }

        var run = app.RunAsync(import);
        await UntilSomebodyWaitsAsync();
        var since = TimeProvider.System.GetTimestamp();
        await CancelAsync(owner, import);
        await run.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(10), $"It took {TimeProvider.System.GetElapsedTime(since)} to stop {where}.");
        await transaction.RollbackAsync(Ct);
        Assert.Equal("cancelled", await StatusAsync(import));
        await app.RunAsync(import);
        Assert.Equal(["0|0|0"], await app.RowsAsync(
            """
            select (select count(*) from inventory.items where restaurant_id = $1), (select count(*) from inventory.stock_movements where restaurant_id = $1),
              (select count(*) from inventory.import_issues where restaurant_id = $1 and line > 0)
            """, owner.RestaurantId));
    }

    [Fact]
    public async Task A_worker_that_has_not_heard_of_the_cancel_cannot_finish_against_it()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        await using var connection = new NpgsqlConnection(app.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand("lock table inventory.items in share row exclusive mode", connection, transaction))
        {
            await command.ExecuteNonQueryAsync(Ct);
        }

        // Its clock stands still: it neither reports nor hears.
        using var scope = app.Services.CreateScope();
        var run = ActivatorUtilities.CreateInstance<RunImport>(scope.ServiceProvider, new FakeTimeProvider()).RunAsync(import, Ct);
        await UntilSomebodyWaitsAsync();
        await CancelAsync(owner, import);
        Assert.Equal("running", await StatusAsync(import));
        await transaction.RollbackAsync(Ct);
        await run;
        Assert.Equal("cancelled", await StatusAsync(import));
        Assert.Empty(await app.ListAsync(owner));
    }

    [Fact]
    public async Task What_has_ended_cannot_be_stopped()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, List);
        var answer = await app.PostAsync(owner, $"/api/imports/{import}/cancel");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("completed", await StatusAsync(import));
        await app.UndoAsync(owner, import);
    }

    [Fact]
    public async Task An_import_whose_worker_died_says_so_and_is_done_by_the_next()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        await DieAsync(import);
        Assert.False((await app.GetAsync(owner, $"/api/imports/{import}")).GetProperty("waitingToResume").GetBoolean());
        await app.RowsAsync("update inventory.import_progress set updated_at = now() - interval '10 seconds' where import_id = $1", import);
        var seen = await app.GetAsync(owner, $"/api/imports/{import}");
        Assert.Equal(("running", true), (seen.GetProperty("status").GetString(), seen.GetProperty("waitingToResume").GetBoolean()));
        using var client = await app.PagesAsync(owner);
        Assert.Contains("Waiting to resume", await client.GetStringAsync(new Uri($"/imports/{import}", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains("Waiting to resume", await client.GetStringAsync(new Uri("/imports", UriKind.Relative), Ct), StringComparison.Ordinal);
        await app.RunAsync(import);
        Assert.Equal("completed", await StatusAsync(import));
    }

    [Fact]
    public async Task A_cancel_while_no_worker_lives_is_carried_out_by_the_next()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        await app.RowsAsync("update inventory.import_progress set cancel_requested = true where import_id = $1", import);
        await app.RunAsync(import);
        Assert.Equal("cancelled", await StatusAsync(import));
    }

    [Fact]
    public async Task An_import_that_every_worker_dies_of_is_given_up()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        for (var i = 0; i <= ImportLease.MostInterruptions; i++)
        {
            await app.RowsAsync("update inventory.import_progress set updated_at = now() - interval '1 hour' where import_id = $1", import);
            await DieAsync(import);
        }

        Assert.Equal("running", await StatusAsync(import));
        await app.RowsAsync("update inventory.import_progress set updated_at = now() - interval '1 hour' where import_id = $1", import);
        await app.RunAsync(import);
        Assert.Equal(["failed|The import was interrupted 20 times and was given up. Nothing was changed."],
            await app.RowsAsync("select status, failure from inventory.imports where id = $1", import));
    }

    [Fact]
    public async Task After_a_few_interruptions_the_next_attempt_waits()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        for (var i = 0; i < 6; i++)
        {
            await DieAsync(import);
        }

        await app.RunAsync(import);
        Assert.Equal("running", await StatusAsync(import));
        await app.RowsAsync("update inventory.import_progress set updated_at = now() - interval '80 seconds' where import_id = $1", import);
        await app.RunAsync(import);
        Assert.Equal("completed", await StatusAsync(import));
    }

    [Fact]
    public async Task A_fault_in_the_program_fails_the_import_at_once_with_a_sentence()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        // A stored plan that no version of the program has written.
        await app.RowsAsync("update inventory.imports set plan = '[]' where id = $1", import);
        using (var scope = app.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<ImportJob>().RunAsync(import, Ct);
        }

        Assert.Equal(["failed|The file could not be imported because of a fault in the program. Nothing was changed; the operators can see the details."],
            await app.RowsAsync("select status, failure from inventory.imports where id = $1", import));
    }

    [Fact]
    public async Task A_lost_connection_leaves_the_import_to_the_next_attempt()
    {
        var owner = await app.RegisterAsync();
        var import = await app.SendAsync(owner, List);
        await using var connection = new NpgsqlConnection(app.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand("lock table inventory.items in share row exclusive mode", connection, transaction))
        {
            await command.ExecuteNonQueryAsync(Ct);
        }

        using var scope = app.Services.CreateScope();
        var run = scope.ServiceProvider.GetRequiredService<ImportJob>().RunAsync(import, Ct);
        await UntilSomebodyWaitsAsync();
        await app.RowsAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => run);
        await transaction.RollbackAsync(Ct);
        Assert.Equal("running", await StatusAsync(import));
        await app.RunAsync(import);
        Assert.Equal("completed", await StatusAsync(import));
    }

    public static TheoryData<Exception, bool> Faults => new()
    {
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure), true },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected), true },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.DiskFull), true },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.OutOfMemory), true },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.TooManyConnections), true },
        { new PostgresException("", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), true },
        { new NpgsqlException("lost", new SocketException()), true },
        { new IOException("disk"), true },
        { new OperationCanceledException(), true },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation), false },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.NumericValueOutOfRange), false },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.UndefinedColumn), false },
        { new InvalidDataException("no archive"), false },
        { new EndOfStreamException(), false },
        { new DecoderFallbackException(), false },
        { new InvalidOperationException(), false },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Only_passing_faults_are_tried_again(Exception exception, bool isPassing) => Assert.Equal(isPassing, ImportJob.IsPassing(exception));

    [Theory]
    [InlineData(50, 10, 10)]
    [InlineData(25, 10, 30)]
    [InlineData(99, 10, 1)]
    [InlineData(2, 10, null)]
    [InlineData(50, 0, null)]
    [InlineData(100, 10, null)]
    public void The_time_left_is_what_the_rate_so_far_says(int percent, int elapsed, int? left) =>
        Assert.Equal(left, ProgressReport.SecondsLeft(percent, TimeSpan.FromSeconds(elapsed)));

    [Fact]
    public async Task A_hundred_thousand_rows_and_their_undo_show_at_least_five_rising_values()
    {
        var owner = await app.RegisterAsync();
        var text = new StringBuilder("name,quantity,unit,category\n");
        for (var i = 1; i <= 100_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Item {i},{i % 90 + 1},kg,Category {i % 20}\n");
        }

        var import = await app.SendAsync(owner, text.ToString());
        AssertRising(await WatchAsync(import));
        Assert.Equal("completed", await StatusAsync(import));
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(owner, $"/api/imports/{import}/undo")).StatusCode);
        AssertRising(await WatchAsync(import));
        Assert.Equal(["undone|100000"], await app.RowsAsync("select status, undo_reversed from inventory.imports where id = $1", import));
        Assert.Equal(["100000|0"], await app.RowsAsync("select count(archived_at), trim_scale(coalesce(sum(on_hand), 0)) from inventory.items where restaurant_id = $1", owner.RestaurantId));

        void AssertRising(List<(int Percent, bool HasLeft)> seen)
        {
            TestContext.Current.SendDiagnosticMessage("Percents: {0}", string.Join(' ', seen.Select(s => s.Percent)));
            Assert.Equal(seen.Select(s => s.Percent).Order(), seen.Select(s => s.Percent));
            Assert.True(seen.Where(s => s.Percent > 0).DistinctBy(s => s.Percent).Count() >= 5, $"Seen: {string.Join(' ', seen)}.");
            Assert.Contains(seen, s => s.HasLeft);
        }
    }

    private async Task<List<(int, bool)>> WatchAsync(Guid import)
    {
        var run = app.RunAsync(import);
        var seen = new List<(int, bool)>();
        while (!run.IsCompleted)
        {
            var row = (await app.RowsAsync("select percent, seconds_left from inventory.import_progress where import_id = $1", import))[0].Split('|');
            seen.Add((int.Parse(row[0], CultureInfo.InvariantCulture), row[1] != ""));
            await Task.WhenAny(run, Task.Delay(50, Ct));
        }

        await run;
        return seen;
    }

    /// <summary>Takes the import up and goes away, as a killed worker does.</summary>
    private async Task DieAsync(Guid import) =>
        Assert.NotNull(await ImportLease.TakeAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), import, Ct));

    private async Task CancelAsync(Owner owner, Guid import) =>
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(owner, $"/api/imports/{import}/cancel")).StatusCode);

    private async Task<string> StatusAsync(Guid import) => (await app.RowsAsync("select status from inventory.imports where id = $1", import))[0];

    private async Task UntilSomebodyWaitsAsync()
    {
        using var patience = Patience.ForAnImport();
        while ((await app.RowsAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))[0] == "0")
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
