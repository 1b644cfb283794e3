using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Faults;

/// <summary>
/// An undo that is killed, a host that is asked to end, two workers, a cancel that races the end. KITCHENGUARD_FAULT_ROUNDS sets how often (1) and
/// makes the lists long.
/// </summary>
[Trait("Category", "Faults")]
public sealed class ImportInterruptionTests(ProcessApp app) : IClassFixture<ProcessApp>
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("KITCHENGUARD_FAULT_ROUNDS");

    private static int Rows => Wanted is null ? 20_000 : 100_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.Parse(Wanted ?? "1", CultureInfo.InvariantCulture))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_undo_that_is_killed_takes_everything_back_once(int seed)
    {
        var owner = await app.RegisterAsync();
        await app.StartAsync();
        await ForgetWhatIsThereAsync();
        var import = await SendAsync(owner, List(seed));
        await UntilAsync(import, s => s == "completed");

        // Held in the middle: some slice of its movements is posted and the next cannot be.
        await using var connection = await OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await using (var hold = new NpgsqlCommand(
                """
                select count(*) from (select from inventory.lots where restaurant_id = $1 for update) l;
                """, connection, transaction) { Parameters = { new() { Value = owner.RestaurantId } } })
            {
                await hold.ExecuteNonQueryAsync(Ct);
            }

            await PostAsync(owner, $"/api/imports/{import}/undo");
            await UntilAsync("select count(*)::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", s => s != "0");
            app.Kill();
        }

        Assert.Equal($"undoing {Rows} 0", await StateAsync(import, owner));
        await app.StartAsync();
        await UntilAsync(import, s => s == "undone");
        app.Kill();

        // Whatever the killed worker left in the queue runs again, and finds nothing to do.
        await app.StartAsync();
        await UntilAsync("select count(*)::text from hangfire.jobqueue", s => s == "0");
        app.Kill();
        Assert.Equal($"undone {Rows} {Rows}", await StateAsync(import, owner));
        Assert.Equal("0 0", await TextAsync(
            "select concat_ws(' ', count(*) filter (where archived_at is null), trim_scale(coalesce(sum(abs(on_hand)), 0))) from inventory.items where restaurant_id = $1", owner.RestaurantId));

        // So many looks for every row, not so many rows for every look.
        var looks = long.Parse(
            await TextAsync("select sum(idx_tup_read)::text from pg_stat_user_indexes where relname = 'stock_movements' and $1::uuid is not null", import),
            CultureInfo.InvariantCulture);
        Assert.True(looks < 100L * Rows, $"{looks} entries of the ledger's indexes were read for {Rows} rows.");
    }

    [Fact]
    public async Task A_host_that_is_asked_to_end_hands_its_import_on()
    {
        var owner = await app.RegisterAsync();
        await app.StartAsync();
        Guid import;
        await using var connection = await OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await using (var hold = new NpgsqlCommand("lock table inventory.items in share row exclusive mode", connection, transaction))
            {
                await hold.ExecuteNonQueryAsync(Ct);
            }

            import = await SendAsync(owner, List(1));
            await UntilAsync("select count(*)::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", s => s != "0");
            var took = await app.TerminateAsync();
            Assert.True(took < TimeSpan.FromSeconds(30), $"It took {took} to end.");
        }

        Assert.Equal("running 0 0", await StateAsync(import, owner));
        await app.StartAsync();
        await UntilAsync(import, s => s == "completed");
        Assert.Equal($"completed {Rows} 0", await StateAsync(import, owner));
        app.Kill();
    }

    [Fact]
    public async Task Two_workers_at_one_import_and_one_undo_do_each_once()
    {
        var owner = await app.RegisterAsync();
        await app.StartAsync();
        app.Kill();
        await app.StartAsync(("Jobs__Workers", "0"));
        var import = await SendAsync(owner, List(2));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(import)));
        await UntilAsync(import, s => s == "completed");
        Assert.Equal($"completed {Rows} 0", await StateAsync(import, owner));
        await PostAsync(owner, $"/api/imports/{import}/undo");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(import)));
        Assert.Equal($"undone {Rows} {Rows}", await StateAsync(import, owner));
        app.Kill();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_cancel_that_races_the_end_is_all_or_nothing(int seed)
    {
        var owner = await app.RegisterAsync();
        await app.StartAsync(("Jobs__Workers", "0"));
        var random = new Random(seed);
        var outcomes = new Dictionary<string, int>();
        for (var round = 0; round < 20; round++)
        {
            var import = await SendAsync(owner, $"name,quantity,unit\nRound {seed} {round},5,kg\n");
            var run = RunAsync(import);
            // It comes sooner or later by so many looks at the state, not by a clock.
            for (var looks = random.Next(0, 60); looks > 0; looks--)
            {
                await TextAsync("select status from inventory.imports where id = $1", import);
            }

            using var client = Client(owner);
            using var answer = await client.PostAsync(new Uri($"/api/imports/{import}/cancel", UriKind.Relative), null, Ct);
            await run;
            var state = await TextAsync(
                """
                select status || ' ' || (select count(*) from inventory.items t where t.created_import_id = i.id) || ' ' ||
                  (select count(*) from inventory.stock_movements m where m.import_id = i.id) from inventory.imports i where id = $1
                """, import);
            Assert.True(
                (answer.StatusCode, state) is (HttpStatusCode.Accepted, "cancelled 0 0") or (HttpStatusCode.Conflict, "completed 1 1") or (HttpStatusCode.Accepted, "completed 1 1"),
                $"Seed {seed}, round {round}: {answer.StatusCode}, {state}.");
            outcomes[state] = outcomes.GetValueOrDefault(state) + 1;
        }

        TestContext.Current.SendDiagnosticMessage("Seed {0}: {1}", seed, string.Join(", ", outcomes));
        app.Kill();
    }

    // What the planner knows is of before the import, as where it is undone at once: the ledger has one movement then, and nobody tells of more.
    private async Task ForgetWhatIsThereAsync()
    {
        var before = await app.RegisterAsync();
        await UntilAsync(await SendAsync(before, "name,quantity,unit\nRice,5,kg\n"), s => s == "completed");
        await using var connection = await OpenAsync();
        await using var forget = new NpgsqlCommand(
            """
            alter table inventory.items set (autovacuum_enabled = false);
            alter table inventory.lots set (autovacuum_enabled = false);
            alter table inventory.stock_movements set (autovacuum_enabled = false);
            analyze
            """, connection);
        await forget.ExecuteNonQueryAsync(Ct);
    }

    private async Task RunAsync(Guid import)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<RunImport>().RunAsync(import, Ct);
    }

    // The last item of the last slice has a lot, which the test holds.
    private static string List(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("name,quantity,unit,expires on\n");
        for (var i = 1; i <= Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Item {i},{random.Next(1, 1_000_000) / 1000m},kg,{(i == Rows ? "2027-03-01" : "")}\n");
        }

        return text.ToString();
    }

    private HttpClient Client(Owner owner)
    {
        var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", owner.AccessToken);
        return client;
    }

    private async Task<Guid> SendAsync(Owner owner, string text)
    {
        using var client = Client(owner);
        using var content = new StringContent(text, Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    private async Task PostAsync(Owner owner, string url)
    {
        using var client = Client(owner);
        using var answer = await client.PostAsync(new Uri(url, UriKind.Relative), null, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Status, movements of the import, movements of its undo.</summary>
    private Task<string> StateAsync(Guid import, Owner owner) => TextAsync(
        $"""
        select concat_ws(' ', i.status,
          (select count(*) from inventory.stock_movements m where m.restaurant_id = '{owner.RestaurantId}' and m.kind = 'import'),
          (select count(*) from inventory.stock_movements m where m.restaurant_id = '{owner.RestaurantId}' and m.kind = 'undo'))
        from inventory.imports i where id = $1
        """, import);

    private Task UntilAsync(Guid import, Func<string, bool> isReached) => UntilAsync($"select status from inventory.imports where id = '{import}'", isReached);

    private async Task UntilAsync(string sql, Func<string, bool> isReached)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var since = TimeProvider.System.GetTimestamp();
        while (!isReached((string)(await command.ExecuteScalarAsync(Ct))!))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"Waited two minutes for: {sql}");
            await Task.Delay(20, Ct);
        }
    }

    private async Task<string> TextAsync(string sql, Guid id)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(app.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }
}
