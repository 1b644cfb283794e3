using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>A restaurant that somebody is the only owner of.</summary>
public sealed record SoleOwnership(Guid RestaurantId, string Name);

/// <summary>Finds the restaurants that would be left without an owner. Those that are to be deleted need none; owners who are leaving are none.</summary>
internal static class Ownerships
{
    /// <summary>Looks into each of the restaurants.</summary>
    /// <param name="connection">With a transaction of the caller's, which afterwards has entered the last of them.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="restaurants">Where the user is a member, in an order that is always the same.</param>
    /// <param name="userId">Who.</param>
    /// <param name="hold">Keeps the restaurants' rows until the transaction ends, so that nobody changes the teams meanwhile.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<SoleOwnership>> FindAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IEnumerable<Guid> restaurants, Guid userId, bool hold, CancellationToken ct)
    {
        var found = new List<SoleOwnership>();
        foreach (var id in restaurants)
        {
            await TenantSetting.EnterAsync(connection, transaction, id, ct);
            if (hold)
            {
                await using var wait = new NpgsqlCommand("select 1 from auth.restaurants where id = $1 for update", connection, transaction)
                {
                    Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } },
                };
                await wait.ExecuteNonQueryAsync(ct);
            }

            await using var look = new NpgsqlCommand(
                """
                select r.name from auth.restaurants r
                join auth.members m on m.restaurant_id = r.id and m.user_id = $2 and m.role = 'Owner'
                where r.id = $1 and r.delete_after is null and not exists (
                  select from auth.members o join auth.users u on u.id = o.user_id
                  where o.restaurant_id = r.id and o.role = 'Owner' and o.user_id <> $2 and u.delete_after is null)
                """, connection, transaction)
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<Guid> { TypedValue = userId } },
            };
            if (await look.ExecuteScalarAsync(ct) is string name)
            {
                found.Add(new SoleOwnership(id, name));
            }
        }

        return found;
    }

    /// <summary>The same at a glance, for a page.</summary>
    public static async Task<IReadOnlyList<SoleOwnership>> FindAsync(NpgsqlDataSource source, IEnumerable<Guid> restaurants, Guid userId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        return await FindAsync(connection, transaction, restaurants, userId, hold: false, ct);
    }
}
