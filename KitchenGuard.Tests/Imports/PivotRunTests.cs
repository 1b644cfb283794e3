using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Imports;

/// <summary>Records that yield several items, through the whole import.</summary>
public sealed class PivotRunTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string Sizes = """
        Spirit,Category,750ml,1L
        Jameson,Whiskey,4,2
        Tito's,Vodka,,1.5
        Jameson,Whiskey,1,
        Nothing,Vodka,,
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_count_once_and_items_each()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, Sizes);
        AssertRows(import, total: 4, created: 2, merged: 1, skipped: 1, items: 3);
        Assert.Equal(["Jameson|1000 ml|2.000000|2", "Jameson|750 ml|5.000000|2", "Tito's|1000 ml|1.500000|3"], await ItemsAsync(owner));
        AssertRows(await ImportAsync(owner, Sizes), total: 4, unchanged: 2, merged: 1, skipped: 1, items: 3);
        var changed = await ImportAsync(owner, Sizes.Replace("4,2", "4,3", StringComparison.Ordinal));
        AssertRows(changed, total: 4, updated: 1, unchanged: 1, merged: 1, skipped: 1, items: 3);
        Assert.Contains("Jameson|1000 ml|3.000000|2", await ItemsAsync(owner));
    }

    [Fact]
    public async Task A_record_of_which_one_item_is_rejected_counts_as_rejected_and_keeps_the_other()
    {
        var owner = await app.RegisterAsync();
        var import = await ImportAsync(owner, "Spirit,750ml,1L\nGin,three,4\nRum,1,2\nRye,2,2\n", "?badCells=reject");
        AssertRows(import, total: 3, created: 2, rejected: 1, items: 5);
        Assert.Equal(["Gin|1000 ml|4.000000|2", "Rum|1000 ml|2.000000|3", "Rum|750 ml|1.000000|3", "Rye|1000 ml|2.000000|4", "Rye|750 ml|2.000000|4"], await ItemsAsync(owner));
    }

    [Fact]
    public async Task Places_add_up_and_a_script_can_say_no()
    {
        var owner = await app.RegisterAsync();
        AssertRows(await ImportAsync(owner, "Item,Walk-in,Bar\nLime,2.5,0.5\nGin,,6\n"), total: 2, created: 2, items: 2);
        Assert.Equal(["Gin||6.000000|3", "Lime||3.000000|2"], await ItemsAsync(owner));
        AssertRows(await ImportAsync(owner, "Item,Walk-in,Bar\nLime,9,9\nGin,,9\n", "?pivot=none"), total: 2, unchanged: 2, items: 2);
    }

    private static void AssertRows(
        JsonElement import, int total, int items, int created = 0, int updated = 0, int unchanged = 0, int merged = 0, int skipped = 0, int rejected = 0)
    {
        Assert.Equal("completed", import.GetProperty("status").GetString());
        var rows = import.GetProperty("rows");
        int At(string name) => rows.GetProperty(name).GetInt32();
        Assert.Equal(
            (total, created, updated, unchanged, merged, skipped, rejected, items),
            (At("total"), At("created"), At("updated"), At("unchanged"), At("merged"), At("skipped"), At("rejected"), import.GetProperty("items").GetInt32()));
    }

    private async Task<JsonElement> ImportAsync(Owner owner, string csv, string query = "")
    {
        using var client = app.Api(owner);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        content.Headers.ContentType = new("text/csv");
        using var answer = await client.PostAsync(new Uri("/api/inventory/bar/import" + query, UriKind.Relative), content, Ct);
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        using var patience = Patience.ForAnImport();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var import = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}", Ct);
            if (import.GetProperty("status").GetString() is not ("pending" or "running"))
            {
                return import;
            }

            await Task.Yield();
        }
    }

    private async Task<List<string>> ItemsAsync(Owner owner)
    {
        await using var connection = new NpgsqlConnection(app.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(
            "select concat_ws('|', name, coalesce(bottle_size, ''), on_hand, created_line) from inventory.items where restaurant_id = $1 order by name, bottle_size collate \"C\"", connection)
        {
            Parameters = { new() { Value = owner.RestaurantId } },
        };
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var items = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            items.Add(reader.GetString(0));
        }

        return items;
    }
}
