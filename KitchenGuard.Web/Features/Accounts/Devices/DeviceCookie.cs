using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>Makes a browser a restaurant's shared device, and finds out whether it is one.</summary>
public sealed class DeviceCookie(NpgsqlDataSource source, KitchenGuardDbContext db, Tenant tenant, SecretCookie cookies)
{
    private const string Name = "kg-device";

    /// <summary>Whether the browser says that it is one; nothing is looked up.</summary>
    public bool IsClaimed => cookies.Read(Name) is not null;

    /// <summary>The device of this browser, its restaurant entered; null when it is none, or is out of service.</summary>
    public async Task<SharedDevice?> FindAsync(CancellationToken ct)
    {
        if (cookies.Read(Name) is not { } hash)
        {
            return null;
        }

        await using var command = source.CreateCommand("select auth.restaurant_of_device($1)");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = hash });
        if (await command.ExecuteScalarAsync(ct) is not Guid restaurantId)
        {
            return null;
        }

        tenant.Enter(restaurantId);
        // One that is to be deleted rests: kept after all, it goes on with its devices.
        return await db.SharedDevices.SingleOrDefaultAsync(d => d.TokenHash == hash && d.RevokedAt == null && db.Restaurants.Any(r => r.DeleteAfter == null), ct);
    }

    /// <summary>Gives the browser the secret of a device that is to be kept.</summary>
    /// <returns>The hash to store.</returns>
    public byte[] Issue() => cookies.Issue(Name, TimeSpan.FromDays(400));
}
