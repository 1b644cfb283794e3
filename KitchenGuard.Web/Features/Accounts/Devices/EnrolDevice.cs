using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>A device that is to be shared.</summary>
public sealed record DeviceInput
{
    /// <summary>What people call it.</summary>
    [Required(ErrorMessage = "Give it a name, such as “Kitchen tablet”."), StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? Name { get; init; }

    /// <summary>The list that is worked on with it.</summary>
    [Required(ErrorMessage = "Choose a list.")]
    public Department? Department { get; init; }
}

/// <summary>Makes the browser that asks a shared device; whoever enrols it is signed out of it.</summary>
public sealed class EnrolDevice(KitchenGuardDbContext db, DeviceCookie cookie, SessionCookie session, Audit audit, CurrentUser user, TimeProvider clock)
{
    /// <summary>Enrols it.</summary>
    public async Task RunAsync(DeviceInput input, CancellationToken ct)
    {
        var device = new SharedDevice
        {
            Id = Guid.CreateVersion7(), RestaurantId = user.RestaurantId, Name = input.Name!.Trim(), Department = input.Department!.Value,
            TokenHash = cookie.Issue(), EnrolledBy = user.Id, CreatedAt = clock.GetUtcNow(),
        };
        db.SharedDevices.Add(device);
        audit.Add(AuditActions.DeviceEnrolled, device.Name, device.Id, after: new { device.Department });
        await db.SaveChangesAsync(ct);
        await session.EndAsync();
    }
}

/// <summary>Takes a shared device out of service: nobody signs in on it any more, and who is signed in on it is out.</summary>
public sealed class RevokeDevice(KitchenGuardDbContext db, EndSessions end, Audit audit, TimeProvider clock)
{
    /// <summary>Revokes it; nothing happens when it is so already.</summary>
    /// <returns>Its name, or NotFound.</returns>
    public async Task<Result<string>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.SharedDevices.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } device)
        {
            return DeviceErrors.NotFound;
        }

        if (device.RevokedAt is null)
        {
            device.RevokedAt = clock.GetUtcNow();
            audit.Add(AuditActions.DeviceRevoked, device.Name, id);
            await db.SaveChangesAsync(ct);
            await end.RunAsync(s => s.DeviceId == id, ct);
        }

        return device.Name;
    }
}
