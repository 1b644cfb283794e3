using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>What a list can be filtered by and what its forms offer.</summary>
public sealed record FilterChoices(IReadOnlyList<string> Categories, IReadOnlyList<string> Suppliers, IReadOnlyList<string> StorageAreas);

/// <summary>
/// The names in use on a list. Kept for half a minute: they change seldom, and finding the categories among 100 000 items takes longer
/// than the page itself.
/// </summary>
public sealed class ItemFilters(NpgsqlDataSource source, CurrentUser user, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    /// <summary>The names, sorted; at most 500 of each.</summary>
    public async Task<FilterChoices> ReadAsync(Department department, CancellationToken ct)
    {
        if (cache.TryGetValue(Key(department), out FilterChoices? choices))
        {
            return choices!;
        }

        choices = await QueryAsync(department, ct);
        return cache.Set(Key(department), choices, Kept);
    }

    /// <summary>Forgets them, so that a name just entered is offered at once.</summary>
    public void Forget(Department department) => cache.Remove(Key(department));

    private (string, Guid, Department) Key(Department department) => ("filters", user.RestaurantId, department);

    private async Task<FilterChoices> QueryAsync(Department department, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        foreach (var sql in new[]
        {
            $"""
            select category from inventory.items
            where restaurant_id = $1 and department = '{department.Word()}' and archived_at is null and category is not null
            group by category order by lower(category), category limit 500
            """,
            "select name from inventory.suppliers where restaurant_id = $1 order by name_key limit 500",
            "select name from inventory.storage_areas where restaurant_id = $1 order by name_key limit 500",
        })
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql)
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = user.RestaurantId, NpgsqlDbType = NpgsqlDbType.Uuid } },
            });
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        var lists = new List<string>[3];
        for (var i = 0; i < lists.Length; i++)
        {
            await reader.NextResultAsync(ct);
            lists[i] = [];
            while (await reader.ReadAsync(ct))
            {
                lists[i].Add(reader.GetString(0));
            }
        }

        return new FilterChoices(lists[0], lists[1], lists[2]);
    }
}
