using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Imports;

/// <summary>An instance that serves pages and runs no jobs.</summary>
public sealed class WorkerlessApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Jobs:Workers", "0");
}

/// <summary>Who runs a dry run and when does not matter: what was said last counts.</summary>
public sealed class ReviewRunTests(WorkerlessApp app) : IClassFixture<WorkerlessApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_instance_does_what_was_said_on_this_one()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        var id = await SendAsync(client, "name;a;b;unit;expires on\nSalt;1.250;7;kg;03/04/2027\nOil;2.000;7;sck;\n", "?dryRun=true&delimiter=,");
        foreach (var change in new object[]
        {
            new { delimiter = ";" }, new { mapping = new[] { new { column = 2, field = "quantity" } } }, new { decimalMark = "," }, new { dateOrder = "mdy" },
            new { values = new[] { new { field = "unit", from = "sck", to = "bag" } } },
        })
        {
            (await client.PatchAsJsonAsync($"/api/imports/{id}", change, Ct)).EnsureSuccessStatusCode();
        }

        (await client.PutAsJsonAsync($"/api/imports/{id}/edits", new[] { new { line = 3, column = 2, value = "3" } }, Ct)).EnsureSuccessStatusCode();
        (await client.PostAsync(new Uri($"/api/imports/{id}/run", UriKind.Relative), null, Ct)).EnsureSuccessStatusCode();
        Assert.Equal("pending", (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct)).Status());

        await using var other = app.Factory.WithWebHostBuilder(builder => builder.UseSetting("Jobs:Workers", "1"));
        using var elsewhere = other.CreateClient();
        elsewhere.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", owner.AccessToken);
        var import = await FinishedAsync(elsewhere, id);
        Assert.Equal(2, import.Rows("created"));
        Assert.Equal("Oil 3.000000 bag, Salt 1250.000000 kg", await ScalarAsync<string>(
            "select string_agg(concat_ws(' ', name, on_hand, unit), ', ' order by name) from inventory.items where restaurant_id = $1", owner));
        Assert.Equal(new DateOnly(2027, 3, 4), await ScalarAsync<DateOnly>("select expires_on from inventory.lots where restaurant_id = $1", owner));

        // Too large for the answer: the dry run is a job, too.
        var large = await SendAsync(client, "name,quantity,notes\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"Item {i},1,{new string('x', 600)}\n")), "?dryRun=true");
        Assert.Equal(2000, (await FinishedAsync(elsewhere, large)).Rows("created"));
    }

    [Fact]
    public async Task An_older_run_that_ends_later_says_nothing()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Api(owner);
        using var scope = app.Inside(owner.RestaurantId);
        var run = scope.ServiceProvider.GetRequiredService<RunImport>();
        await run.RunAsync(await SendAsync(client, "name,quantity,unit\nSalt,5,kg\n", ""), Ct);
        var id = await SendAsync(client, "name,quantity,unit\nSalt,8,kg\n", "?dryRun=true");
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct)).Rows("updated"));
        await ExecuteAsync($"update inventory.imports set status = 'pending' where id = '{id}'");

        Task older;
        await using (var connection = new NpgsqlConnection(app.SuperuserConnectionString))
        {
            await connection.OpenAsync(Ct);
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await using (var hold = new NpgsqlCommand("lock table inventory.stock_movements in access exclusive mode", connection, transaction))
            {
                await hold.ExecuteNonQueryAsync(Ct);
            }

            // It has read the file and wants the movements; what is said now needs none. It may hear of that before it gets them.
            older = Task.Run(() => run.RunAsync(id, Ct), Ct);
            using var patience = Patience.ForAnImport();
            await using var look = new NpgsqlCommand("select exists (select from pg_locks where not granted and relation = 'inventory.stock_movements'::regclass)", connection, transaction);
            while (!(bool)(await look.ExecuteScalarAsync(patience.Token))!)
            {
                await Task.Yield();
            }

            var changed = await client.PatchAsJsonAsync($"/api/imports/{id}", new { quantities = "ignore" }, Ct);
            Assert.Equal(("completed", 1), ((await changed.Content.ReadFromJsonAsync<JsonElement>(Ct)) is var now ? now.Status() : "", now.Rows("unchanged")));
        }

        await older;
        var import = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct);
        Assert.Equal(("completed", 1, 0), (import.Status(), import.Rows("unchanged"), import.Rows("updated")));
    }

    private static async Task<Guid> SendAsync(HttpClient client, string text, string query)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("text/csv") } };
        var answer = await client.PostAsync(new Uri("/api/inventory/kitchen/import" + query, UriKind.Relative), content, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Id();
    }

    private static async Task<JsonElement> FinishedAsync(HttpClient client, Guid id)
    {
        using var patience = Patience.ForAnImport();
        while (true)
        {
            var import = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", patience.Token);
            if (import.Status() is not ("pending" or "running"))
            {
                return import;
            }

            await Task.Yield();
        }
    }

    private async Task<T> ScalarAsync<T>(string sql, Owner owner)
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = owner.RestaurantId });
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
