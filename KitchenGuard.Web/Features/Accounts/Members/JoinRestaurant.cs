using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Somebody who is signed in takes an invitation up that was sent to their address.</summary>
public sealed class JoinRestaurant(OpenInvitations invitations, KitchenGuardDbContext db, CurrentUser current, LiveSessions sessions, Audit audit, ILogger<JoinRestaurant> logger)
{
    /// <summary>Joins. Who is a member already stays what they are.</summary>
    /// <returns>The user and the invitation; or InvitationOver, ForSomebodyElse.</returns>
    public async Task<Result<(User User, OpenInvitation Invitation)>> RunAsync(string? token, CancellationToken ct)
    {
        if (await invitations.FindAsync(token, ct) is not { } invitation)
        {
            return MemberErrors.InvitationOver;
        }

        var userId = current.Id;
        if (invitation.UserId != userId)
        {
            return MemberErrors.ForSomebodyElse;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await invitations.TakeUpAsync(invitation, token!, userId, ct))
        {
            return MemberErrors.InvitationOver;
        }

        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        // Only who reads that mailbox has the link; one that is written otherwise may be another.
        user.EmailConfirmed |= string.Equals(user.Email, invitation.Email, StringComparison.Ordinal);
        audit.Add(AuditActions.MemberJoined, user.FullName, userId, after: new { invitation.Role }, who: (userId, user.FullName));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        sessions.Forget(userId);
        AccountsLog.MemberJoined(logger, userId, invitation.RestaurantId, invitation.Role);
        return (user, invitation);
    }
}
