using System.Globalization;
using System.Text.Json;
using KitchenGuard.Tests.Imports;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Browser;

/// <summary>Restaurants that sign up with real files: what arrives in the stock equals what an independent count of the file says.</summary>
public sealed class RealSignUpTests(KitchenGuardServer app, Chromium chromium) : IClassFixture<KitchenGuardServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bar_inventory_template")]
    [InlineData("liquor_opening_stock_in")]
    [InlineData("food_inventory_fr")]
    [InlineData("dia_es")]
    [InlineData("shohin_master_sjis_ja")]
    [InlineData("getraenke_de")]
    public async Task A_restaurant_signs_up_with_a_real_file(string name)
    {
        RealFiles.Require();
        var expected = RealFiles.Expected(name);
        var list = expected.GetProperty("department").GetString() == "bar" ? "Bar list" : "Kitchen list";
        await using var visit = await Visit.OpenAsync(chromium, app.Address, Device.Phone);
        await visit.Page.GotoAsync("/register");
        var signUp = new SignUpPages(visit);
        await signUp.PersonAsync();
        await signUp.RestaurantAsync(RealFiles.CurrencyOf(name));
        await using (var file = RealFiles.Open(name))
        {
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, Ct);
            await signUp.FileAsync(list, new FilePayload { Name = name + ".csv", MimeType = "text/csv", Buffer = bytes });
        }

        await Expect(visit.Page.GetByText(name + ".csv").First).ToBeVisibleAsync();
        await signUp.SubmitAsync();
        await visit.AssertCleanAsync();

        var import = await FinishedAsync(signUp.Email);
        Assert.Equal("completed", import.Status);
        Assert.Equal(expected.GetProperty("records").GetInt32(), import.Total);
        Assert.Equal(expected.GetProperty("skippedCount").GetInt32(), import.Skipped);
        Assert.Equal(0, import.Rejected);
        Assert.Equal(import.Total, import.Created + import.Merged + import.Skipped);
        foreach (var (field, column) in new[]
        {
            ("quantity", "on_hand"), ("parLevel", "par_level"), ("reorderPoint", "reorder_point"), ("unitCost", "unit_cost"), ("salePrice", "sale_price"),
        })
        {
            // Merged records add their quantities; of their prices one stays, so only files without repeats have the file's sum there.
            if (expected.GetProperty("sums").TryGetProperty(field, out var sums) && (field == "quantity" || import.Merged == 0))
            {
                Assert.Equal((field, Number(sums)), (field, await SumAsync(column, import.RestaurantId)));
            }
        }
    }

    private static decimal Number(JsonElement sums) => decimal.Parse(sums.GetProperty("sum").GetString()!, CultureInfo.InvariantCulture);

    private sealed record Finished(Guid RestaurantId, string Status, int Total, int Created, int Merged, int Skipped, int Rejected);

    private async Task<Finished> FinishedAsync(string email)
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnectionString);
        using var patience = Patience.ForAnImport();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            await using var command = source.CreateCommand(
                """
                select i.restaurant_id, i.status, i.rows_total, i.rows_created, i.rows_merged, i.rows_skipped, i.rows_rejected
                from inventory.imports i join auth.members m on m.restaurant_id = i.restaurant_id join auth.users u on u.id = m.user_id
                where u.email = $1 and i.status not in ('pending', 'running')
                """);
            command.Parameters.Add(new() { Value = email });
            await using var reader = await command.ExecuteReaderAsync(Ct);
            if (await reader.ReadAsync(Ct))
            {
                return new Finished(
                    reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6));
            }
        }
    }

    private async Task<decimal> SumAsync(string column, Guid restaurantId)
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnectionString);
        await using var command = source.CreateCommand($"select coalesce(sum({column}), 0) from inventory.items where restaurant_id = $1");
        command.Parameters.Add(new() { Value = restaurantId });
        var sum = (decimal)(await command.ExecuteScalarAsync(Ct))!;
        return sum / 1.0000000000000000000000000000m;
    }
}
