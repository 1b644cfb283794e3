using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Features.Inventory;
using Npgsql;

namespace KitchenGuard.Bench;

/// <summary>The yardstick of the list: a minimal handler without anything around it that sends the same statement and writes the same rows.</summary>
internal static class BareHandler
{
    public static async Task RunAsync(string url, string connectionString, Guid restaurantId)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var source = NpgsqlDataSource.Create(DataSetup.WithDefaults(connectionString));
        var app = builder.Build();
        app.MapGet("/", async (CancellationToken ct) =>
        {
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(TenantSetting.Enter(restaurantId));
            batch.BatchCommands.Add(ItemListSql.Page(restaurantId, Department.Kitchen, new ItemQuery(), ItemSort.Parse(null)!, null, 51));
            await using var reader = await batch.ExecuteReaderAsync(ct);
            await reader.NextResultAsync(ct);
            var items = new List<ItemAnswer>(51);
            while (await reader.ReadAsync(ct))
            {
                items.Add(ItemRows.Read(reader, seesCosts: true));
            }

            return TypedResults.Ok(items);
        });
        await app.RunAsync();
    }
}
