using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>Makes a browser a restaurant's shared device, and finds out whether it is one.</summary>
public sealed class DeviceCookie(NpgsqlDataSource source, KitchenGuardDbContext db, Tenant tenant, IHttpContextAccessor accessor, IHostEnvironment environment)
{
    private string Name => environment.IsDevelopment() ? "kg-device" : "__Host-kg-device";

    /// <summary>Whether the browser says that it is one; nothing is looked up.</summary>
    public bool IsClaimed => accessor.HttpContext!.Request.Cookies.ContainsKey(Name);

    /// <summary>The device of this browser, its restaurant entered; null when it is none, or is out of service.</summary>
    public async Task<SharedDevice?> FindAsync(CancellationToken ct)
    {
        if (SecretToken.HashOf(accessor.HttpContext!.Request.Cookies[Name]) is not { } hash)
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
        return await db.SharedDevices.SingleOrDefaultAsync(d => d.TokenHash == hash && d.RevokedAt == null, ct);
    }

    /// <summary>Makes this browser the device of the secret.</summary>
    public void Write(string secret) => accessor.HttpContext!.Response.Cookies.Append(Name, secret, new CookieOptions
    {
        HttpOnly = true, Secure = !environment.IsDevelopment() || accessor.HttpContext.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(400),
    });
}
