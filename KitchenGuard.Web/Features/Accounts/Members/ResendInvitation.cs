using KitchenGuard.Data;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Sends an open invitation again, also one that has expired: with a new link, for another 7 days.</summary>
public sealed class ResendInvitation(Team team, KitchenGuardDbContext db, InvitationMail mail, CurrentUser user, SignInThrottle throttle, Audit audit, TimeProvider clock)
{
    /// <summary>Sends it.</summary>
    /// <returns>The address, or NotFound, BeyondYou, TooManyInvitations.</returns>
    public async Task<Result<string>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await throttle.CountAsync($"\u0001invitations:{user.RestaurantId}", null, InviteMember.Limit, ct) is { } wait)
        {
            return MemberErrors.TooManyInvitations(wait);
        }

        var mailId = Guid.Empty;
        var sent = await team.ChangeAsync<string>(async asking =>
        {
            if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null, ct) is not { } invitation)
            {
                return MemberErrors.NotFound;
            }

            if (!asking.Manages(invitation.Role))
            {
                return MemberErrors.BeyondYou;
            }

            audit.Add(AuditActions.InvitationResent, invitation.Email, id, after: new { invitation.Role });
            mailId = mail.Send(invitation, clock.GetUtcNow());
            return invitation.Email;
        }, ct);
        if (sent.Error is null)
        {
            mail.Dispatch(mailId);
        }

        return sent;
    }
}
