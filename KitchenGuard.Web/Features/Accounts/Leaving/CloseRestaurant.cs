using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Members;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>What an owner types to have a restaurant deleted.</summary>
public sealed record CloseRestaurantInput
{
    /// <summary>The restaurant's name, so that nobody deletes another one than they think.</summary>
    [Required(ErrorMessage = "Type the restaurant's name."), StringLength(200, ErrorMessage = "That is too long.")]
    public string? Name { get; init; }
}

/// <summary>
/// Has a restaurant deleted after its grace. From now on only owners get in; scripts and shared devices stop; everybody is told by mail.
/// </summary>
public sealed class CloseRestaurant(
    KitchenGuardDbContext db, Team team, LeavingMails mails, LiveSessions live, EndSessions end, Audit audit, CurrentUser current,
    TimeProvider clock, ILogger<CloseRestaurant> logger)
{
    /// <summary>Asks for it; asked for already, nothing more happens.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="present">The session that asks, which goes on.</param>
    /// <param name="ct">Cancels; nothing is changed.</param>
    /// <returns>The moment of the deletion; or OtherName, BeyondYou.</returns>
    public async Task<Result<DateTimeOffset>> RunAsync(CloseRestaurantInput input, Guid? present, CancellationToken ct)
    {
        var restaurantId = current.RestaurantId;
        var name = await db.Restaurants.Where(r => r.Id == restaurantId).Select(r => r.Name).SingleAsync(ct);
        if (!string.Equals(input.Name!.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return LeavingErrors.OtherName;
        }

        IReadOnlyList<Guid> sent = [];
        var closed = await team.ChangeAsync<DateTimeOffset>(async asking =>
        {
            if (asking != Role.Owner)
            {
                return MemberErrors.BeyondYou;
            }

            var restaurant = await db.Restaurants.SingleAsync(r => r.Id == restaurantId, ct);
            if (restaurant.DeleteAfter is { } known)
            {
                return known;
            }

            var day = clock.GetUtcNow() + Grace.OfRestaurant;
            (restaurant.DeleteAfter, restaurant.DeletionRemindedAt) = (day, null);
            audit.Add(AuditActions.RestaurantClosed, restaurant.Name, restaurantId, after: new { deleteAfter = day });
            sent = await mails.RestaurantClosesAsync(restaurant, current.Name, ct);
            return day;
        }, ct);
        if (closed.Error is null && sent.Count > 0)
        {
            await EndOthersAsync(restaurantId, present, ct);
            mails.Send(sent);
            LeavingLog.RestaurantClosed(logger, restaurantId);
        }

        return closed;
    }

    private async Task EndOthersAsync(Guid restaurantId, Guid? present, CancellationToken ct)
    {
        var scripts = db.RefreshTokens.Where(t => t.ActsFor == restaurantId).Select(t => t.SessionId);
        var devices = db.SharedDevices.Select(d => (Guid?)d.Id);
        await end.RunAsync(s => s.Id != present && (scripts.Contains(s.Id) || (s.DeviceId != null && devices.Contains(s.DeviceId))), ct);
        foreach (var member in await db.Members.Select(m => m.UserId).ToListAsync(ct))
        {
            live.Forget(member);
        }
    }
}
