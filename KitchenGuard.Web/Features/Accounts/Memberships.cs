using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>A user's place in a restaurant, as sign-in needs it.</summary>
public sealed record Membership(Guid RestaurantId, string RestaurantName, Role Role, string Currency, string Locale, string TimeZone);

/// <summary>Finds the restaurant that a signed-in user acts for.</summary>
public sealed class Memberships(NpgsqlDataSource source, KitchenGuardDbContext db, Tenant tenant)
{
    /// <summary>Enters the user's restaurant: the preferred one when the user is a member there, else the oldest.</summary>
    /// <returns>Null when the user is a member nowhere.</returns>
    public async Task<Membership?> EnterAsync(Guid userId, Guid? preferred, CancellationToken ct)
    {
        var restaurants = new List<Guid>();
        await using (var command = source.CreateCommand("select auth.restaurants_of($1)"))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                restaurants.Add(reader.GetGuid(0));
            }
        }

        if (restaurants.Count == 0)
        {
            return null;
        }

        tenant.Enter(preferred is { } wanted && restaurants.Contains(wanted) ? wanted : restaurants[0]);
        return await (
            from member in db.Members
            join restaurant in db.Restaurants on member.RestaurantId equals restaurant.Id
            where member.UserId == userId
            select new Membership(restaurant.Id, restaurant.Name, member.Role, restaurant.Currency, restaurant.Locale, restaurant.TimeZone))
            .SingleOrDefaultAsync(ct);
    }
}
