using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>A user's place in a restaurant, and what the restaurant opens to its members.</summary>
public sealed record Membership(Guid RestaurantId, string RestaurantName, Role Role, string Currency, string Locale, string TimeZone)
{
    /// <summary>Words of <see cref="Platform.Tenancy.Openings"/>.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];

    /// <summary>It lets nobody in without a second factor.</summary>
    public bool RequiresSecondFactor { get; init; }

    /// <summary>When the restaurant is to be deleted (UTC); null: it stays. Until then only its owners get in.</summary>
    public DateTimeOffset? DeleteAfter { get; init; }

    /// <summary>Whether the member gets in.</summary>
    public bool IsOpen => DeleteAfter is null || Role == Role.Owner;
}

/// <summary>Finds the restaurants of a user, as they are at this moment.</summary>
public sealed class Memberships(NpgsqlDataSource source, Tenant tenant)
{
    /// <summary>The user's restaurants, oldest membership first.</summary>
    public Task<IReadOnlyList<Membership>> ListAsync(Guid userId, CancellationToken ct) => ReadAsync(source, userId, ct);

    /// <summary>Those that are to be deleted and let only their owners in.</summary>
    public async Task<IReadOnlyList<Membership>> ClosedAsync(Guid userId, CancellationToken ct) => [.. (await ReadAllAsync(source, userId, ct)).Where(m => !m.IsOpen)];

    /// <summary>The ids of all of them.</summary>
    public Task<List<Guid>> IdsAsync(Guid userId, CancellationToken ct) => ReadIdsAsync(source, userId, ct);

    /// <summary>Enters the user's restaurant: the preferred one when the user is a member there, else the oldest.</summary>
    /// <returns>Null when the user is a member nowhere.</returns>
    public async Task<Membership?> EnterAsync(Guid userId, Guid? preferred, CancellationToken ct)
    {
        var restaurants = await ListAsync(userId, ct);
        var membership = Choose(restaurants, preferred);
        if (membership is not null)
        {
            tenant.Enter(membership.RestaurantId);
        }

        return membership;
    }

    /// <summary>The preferred restaurant when it is among them, else the oldest membership; null when there is none.</summary>
    internal static Membership? Choose(IReadOnlyList<Membership> restaurants, Guid? preferred) =>
        restaurants.FirstOrDefault(m => m.RestaurantId == preferred, restaurants is [var oldest, ..] ? oldest : null!);

    /// <summary>As <see cref="ListAsync"/>.</summary>
    internal static async Task<IReadOnlyList<Membership>> ReadAsync(NpgsqlDataSource source, Guid userId, CancellationToken ct) =>
        [.. (await ReadAllAsync(source, userId, ct)).Where(m => m.IsOpen)];

    // The ids come from across the wall, each restaurant's row from inside it.
    private static async Task<List<Membership>> ReadAllAsync(NpgsqlDataSource source, Guid userId, CancellationToken ct)
    {
        var ids = await ReadIdsAsync(source, userId, ct);
        if (ids.Count == 0)
        {
            return [];
        }

        await using var batch = source.CreateBatch();
        foreach (var id in ids)
        {
            batch.BatchCommands.Add(TenantSetting.Enter(id));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                """
                select r.name, m.role, r.currency, r.locale, r.time_zone, r.staff_see_both_departments, r.staff_see_costs, r.viewers_see_costs, r.delete_after,
                  r.requires_second_factor
                from auth.members m join auth.restaurants r on r.id = m.restaurant_id where m.restaurant_id = $1 and m.user_id = $2
                """)
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<Guid> { TypedValue = userId } },
            });
        }

        var found = new List<Membership>();
        await using var rows = await batch.ExecuteReaderAsync(ct);
        foreach (var id in ids)
        {
            await rows.NextResultAsync(ct);
            if (await rows.ReadAsync(ct))
            {
                found.Add(Read(rows, id));
            }

            await rows.NextResultAsync(ct);
        }

        return found;
    }

    private static async Task<List<Guid>> ReadIdsAsync(NpgsqlDataSource source, Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select auth.restaurants_of($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(ct))
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }

    private static Membership Read(NpgsqlDataReader row, Guid restaurantId)
    {
        string[] openings = [Platform.Tenancy.Openings.BothDepartments, Platform.Tenancy.Openings.StaffCosts, Platform.Tenancy.Openings.ViewerCosts];
        return new Membership(restaurantId, row.GetString(0), Enum.Parse<Role>(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4))
        {
            Opens = [.. openings.Where((_, place) => row.GetBoolean(5 + place))],
            DeleteAfter = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            RequiresSecondFactor = row.GetBoolean(9),
        };
    }
}
