using KitchenGuard.Data;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Takes an open invitation back: its link opens nothing any more.</summary>
public sealed class WithdrawInvitation(Team team, KitchenGuardDbContext db, Audit audit)
{
    /// <summary>Withdraws.</summary>
    /// <returns>The address, or NotFound, BeyondYou.</returns>
    public Task<Result<string>> RunAsync(Guid id, CancellationToken ct) => team.ChangeAsync<string>(async asking =>
    {
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null, ct) is not { } invitation)
        {
            return MemberErrors.NotFound;
        }

        if (!asking.Manages(invitation.Role))
        {
            return MemberErrors.BeyondYou;
        }

        db.Invitations.Remove(invitation);
        audit.Add(AuditActions.InvitationWithdrawn, invitation.Email, id);
        return invitation.Email;
    }, ct);
}
