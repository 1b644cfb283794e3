using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Imports;

/// <summary>The application without workers: an import runs when the test says so, and is over when the call returns.</summary>
public class ImportSteps(PostgresServer server) : KitchenGuardApp(server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Sends a list through the API and works it off.</summary>
    public async Task<Guid> ImportAsync(Owner owner, string text, string query = "", string department = "kitchen")
    {
        var id = await SendAsync(owner, text, query, department);
        await RunAsync(id);
        return id;
    }

    /// <summary>Sends a list through the API; it waits.</summary>
    public async Task<Guid> SendAsync(Owner owner, string text, string query = "", string department = "kitchen")
    {
        using var client = Api(owner);
        using var content = new StringContent(text, Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri($"/api/inventory/{department}/import{query}", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    /// <summary>What the job would do now.</summary>
    public async Task RunAsync(Guid import)
    {
        using var scope = Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<RunImport>().RunAsync(import, Ct);
    }

    /// <summary>Asks for the undo and works it off.</summary>
    public async Task<JsonElement> UndoAsync(Owner owner, Guid import)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(owner, $"/api/imports/{import}/undo")).StatusCode);
        await RunAsync(import);
        var answer = await GetAsync(owner, $"/api/imports/{import}");
        Assert.Equal("undone", answer.GetProperty("status").GetString());
        return answer.GetProperty("undone");
    }

    public async Task<JsonElement> GetAsync(Owner owner, string url)
    {
        using var client = Api(owner);
        return await client.GetFromJsonAsync<JsonElement>(url, Ct);
    }

    public async Task<HttpResponseMessage> PostAsync(Owner owner, string url, object? body = null)
    {
        using var client = Api(owner);
        return await client.PostAsJsonAsync(url, body, Ct);
    }

    /// <summary>Posts a movement of the item with a name.</summary>
    public async Task MoveAsync(Owner owner, string name, string kind, decimal quantity)
    {
        var answer = await PostAsync(owner, $"/api/items/{await ItemAsync(owner, name)}/movements", new { kind, quantity });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>Changes fields of the item with a name by hand.</summary>
    public async Task EditAsync(Owner owner, string name, object fields, string department = "kitchen")
    {
        using var client = Api(owner);
        var answer = await client.PatchAsJsonAsync($"/api/inventory/{department}/{await ItemAsync(owner, name)}", fields, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>The item on a list with that name.</summary>
    public async Task<Guid> ItemAsync(Owner owner, string name) => Guid.Parse((await RowsAsync(
        "select id from inventory.items where restaurant_id = $1 and name = $2 and archived_at is null", owner.RestaurantId, name))[0]);

    /// <summary>What a restaurant's list says: name, on hand, and columns, archived ones with a minus before them.</summary>
    public Task<List<string>> ListAsync(Owner owner, string columns = "trim_scale(unit_cost), category") => RowsAsync(
        $"""
        select case when archived_at is null then '' else '-' end || name, trim_scale(coalesce(on_hand, 0)), {columns} from inventory.items
        where restaurant_id = $1 order by name, archived_at nulls last, id
        """, owner.RestaurantId);

    /// <summary>Rows as text, columns joined by a bar; past every wall.</summary>
    public async Task<List<string>> RowsAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Jobs:Workers", "0");
}
