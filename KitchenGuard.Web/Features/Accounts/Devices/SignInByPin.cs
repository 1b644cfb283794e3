using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>Somebody whose name is on a shared device.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="HasPin">False: they set one first, with their password.</param>
public sealed record DevicePerson(Guid UserId, string Name, bool HasPin);

/// <summary>Signs people in on a shared device: by a PIN that is worth nothing anywhere else. Every try is counted before it is looked at.</summary>
public sealed class SignInByPin(
    KitchenGuardDbContext db, BcryptPasswordHasher hasher, HashingGate gate, SignInThrottle throttle, SessionCookie cookie, Audit audit, TimeProvider clock)
{
    /// <summary>Wrong tries after which a PIN is void.</summary>
    public const int Tries = 5;

    /// <summary>Who may work with the device: its list's staff, managers and owners, by name.</summary>
    public async Task<IReadOnlyList<DevicePerson>> PeopleAsync(SharedDevice device, CancellationToken ct)
    {
        var people = await (
            from member in db.Members
            join user in db.Users.Where(u => u.DeleteAfter == null) on member.UserId equals user.Id
            join pin in db.DevicePins.Where(p => p.DeviceId == device.Id && p.Failures < Tries) on new { UserId = user.Id, Stamp = user.SecurityStamp! } equals new { pin.UserId, pin.Stamp } into pins
            from pin in pins.DefaultIfEmpty()
            orderby user.FullName
            select new { user.Id, user.FullName, member.Role, HasPin = pin != null }).ToListAsync(ct);
        return [.. people.Where(p => p.Role.WorksIn(device.Department)).Select(p => new DevicePerson(p.Id, p.FullName, p.HasPin))];
    }

    /// <summary>Signs in with the PIN.</summary>
    /// <returns>Done; or NotFound, WrongPin, PinVoid, Busy.</returns>
    public async Task<Result<Done>> RunAsync(SharedDevice device, Guid userId, string? pin, CancellationToken ct)
    {
        if ((await PeopleAsync(device, ct)).All(p => p.UserId != userId))
        {
            return DeviceErrors.NotFound;
        }

        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        var pins = db.DevicePins.Where(p => p.DeviceId == device.Id && p.UserId == userId && p.Stamp == user.SecurityStamp);
        if (await pins.Where(p => p.Failures < Tries).ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, p => p.Failures + 1), ct) == 0)
        {
            return DeviceErrors.PinVoid;
        }

        var hash = await pins.Select(p => p.PinHash).SingleAsync(ct);
        var verified = await gate.RunAsync(() => hasher.VerifyHashedPassword(user, hash, pin ?? ""), ct);
        if (verified.Error is { } busy)
        {
            return busy;
        }

        // Without a password: an operator demands a new one, and no PIN gets around that.
        if (verified.Value == PasswordVerificationResult.Failed || user.LockoutEnd > clock.GetUtcNow() || user.PasswordHash is null)
        {
            audit.Add(AuditActions.SessionRefused, device.Name, device.Id, who: (userId, user.FullName));
            await db.SaveChangesAsync(ct);
            return await pins.AnyAsync(p => p.Failures < Tries, ct) ? DeviceErrors.WrongPin : DeviceErrors.PinVoid;
        }

        return await EnterAsync(device, user, ct);
    }

    /// <summary>Sets a new PIN for this device with the account's password, and signs in.</summary>
    /// <returns>Done; or NotFound, PinFormat, PinWeak, WrongCredentials, LockedOut, Busy.</returns>
    public async Task<Result<Done>> SetAsync(SharedDevice device, Guid userId, string? password, string? pin, IPAddress? address, CancellationToken ct)
    {
        if ((await PeopleAsync(device, ct)).All(p => p.UserId != userId))
        {
            return DeviceErrors.NotFound;
        }

        if (pin is null || pin.Length is < 4 or > 6 || !pin.All(char.IsAsciiDigit))
        {
            return DeviceErrors.PinFormat;
        }

        if (IsRun(pin))
        {
            return DeviceErrors.PinWeak;
        }

        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        if (await throttle.CountAsync(SignInThrottle.Of(user), address, ct) is { } wait)
        {
            return AccountErrors.LockedOut(wait);
        }

        var hash = await gate.RunAsync(
            () => hasher.VerifyHashedPassword(user, user.PasswordHash ?? hasher.Decoy, password ?? "") == PasswordVerificationResult.Failed ? null : hasher.HashPassword(user, pin), ct);
        if (hash.Error is { } busy)
        {
            return busy;
        }

        if (hash.Value is null || user.LockoutEnd > clock.GetUtcNow())
        {
            audit.Add(AuditActions.SessionRefused, device.Name, device.Id, who: (userId, user.FullName));
            await db.SaveChangesAsync(ct);
            return AccountErrors.WrongCredentials;
        }

        await throttle.ClearAsync(SignInThrottle.Of(user), address, ct);
        var now = clock.GetUtcNow();
        if (await db.DevicePins.SingleOrDefaultAsync(p => p.DeviceId == device.Id && p.UserId == userId, ct) is { } known)
        {
            (known.PinHash, known.Stamp, known.Failures, known.SetAt) = (hash.Value, user.SecurityStamp!, 0, now);
        }
        else
        {
            db.DevicePins.Add(new DevicePin { RestaurantId = device.RestaurantId, DeviceId = device.Id, UserId = userId, PinHash = hash.Value, Stamp = user.SecurityStamp!, SetAt = now });
        }

        audit.Add(AuditActions.PinSet, device.Name, device.Id, who: (userId, user.FullName));
        return await EnterAsync(device, user, ct);
    }

    private async Task<Result<Done>> EnterAsync(SharedDevice device, User user, CancellationToken ct)
    {
        await db.DevicePins.Where(p => p.DeviceId == device.Id && p.UserId == user.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, 0), ct);
        await cookie.IssueOnDeviceAsync(user, device);
        return default(Done);
    }

    // 0000, 1234, 9876, 1212, 112233: the first that anybody tries.
    private static bool IsRun(string pin) => pin.Distinct().Count() < 3 || pin.Zip(pin.Skip(1), (a, b) => b - a).Where(step => step != 0).Distinct().ToList() is [1 or -1];
}
