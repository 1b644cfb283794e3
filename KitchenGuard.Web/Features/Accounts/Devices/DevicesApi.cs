using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>/api/devices. Enrolling is for the device's own browser.</summary>
public static class DevicesApi
{
    /// <summary>Maps the list of shared devices and their end.</summary>
    public static void MapDevicesApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/devices", "Accounts").RequireAuthorization(Rights.Managing);
        api.MapGet("", ListAsync).WithName("ListDevices").WithSummary("The restaurant's shared devices.");
        api.MapDelete("/{id:guid}", RevokeAsync).WithName("RevokeDevice").WithSummary("Take a shared device out of service.");
    }

    private static async Task<Ok<List<DeviceAnswer>>> ListAsync(KitchenGuardDbContext db, CancellationToken ct) => TypedResults.Ok(await DeviceAnswer.ListAsync(db, ct));

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(Guid id, RevokeDevice revoke, CancellationToken ct) =>
        (await revoke.RunAsync(id, ct)).Error is null ? TypedResults.NoContent() : TypedResults.NotFound();
}

/// <summary>A shared device in service.</summary>
public sealed record DeviceAnswer(Guid Id, string Name, Department Department, string? EnrolledBy, DateTimeOffset CreatedAt)
{
    internal static Task<List<DeviceAnswer>> ListAsync(KitchenGuardDbContext db, CancellationToken ct) => (
        from device in db.SharedDevices.Where(d => d.RevokedAt == null)
        join user in db.Users on device.EnrolledBy equals user.Id into users
        from user in users.DefaultIfEmpty()
        orderby device.Name
        select new DeviceAnswer(device.Id, device.Name, device.Department, user == null ? null : user.FullName, device.CreatedAt)).ToListAsync(ct);
}
