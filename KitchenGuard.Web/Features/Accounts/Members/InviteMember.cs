using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Invites somebody by e-mail.</summary>
public sealed class InviteMember(
    Team team, KitchenGuardDbContext db, InvitationMail mail, CurrentUser user, SignInThrottle throttle, ILookupNormalizer normalizer, Audit audit, TimeProvider clock,
    ILogger<InviteMember> logger)
{
    /// <summary>How many invitations a restaurant sends in five minutes.</summary>
    public const int Limit = 30;

    /// <summary>Invites; the mail leaves with the transaction.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="ct">Cancels; nobody is invited.</param>
    /// <returns>The invitation's id, or BeyondYou, MemberAlready, InvitedAlready, TooManyInvitations.</returns>
    public async Task<Result<Guid>> RunAsync(InviteInput input, CancellationToken ct)
    {
        if (await throttle.CountAsync($"\u0001invitations:{user.RestaurantId}", null, Limit, ct) is { } wait)
        {
            return MemberErrors.TooManyInvitations(wait);
        }

        var (email, role) = (input.Email!.Trim(), input.Role!.Value);
        var normalized = normalizer.NormalizeEmail(email);
        var mailId = Guid.Empty;
        var invited = await team.ChangeAsync<Guid>(async asking =>
        {
            if (!asking.Manages(role))
            {
                return MemberErrors.BeyondYou;
            }

            if (await db.Members.Join(db.Users, m => m.UserId, u => u.Id, (_, u) => u.NormalizedEmail).AnyAsync(e => e == normalized, ct))
            {
                return MemberErrors.MemberAlready;
            }

            var now = clock.GetUtcNow();
            if (await db.Invitations.SingleOrDefaultAsync(i => i.NormalizedEmail == normalized && i.AcceptedAt == null, ct) is { } open)
            {
                if (open.ExpiresAt > now)
                {
                    return MemberErrors.InvitedAlready;
                }

                // An index keeps one open invitation for an address: the expired one goes first.
                db.Invitations.Remove(open);
                await db.SaveChangesAsync(ct);
            }

            var invitation = new Invitation
            {
                Id = Guid.CreateVersion7(), RestaurantId = user.RestaurantId, Email = email, NormalizedEmail = normalized, Role = role, TokenHash = [],
                ExpiresAt = now, InvitedBy = user.Id, CreatedAt = now,
            };
            db.Invitations.Add(invitation);
            audit.Add(AuditActions.MemberInvited, email, invitation.Id, after: new { role });
            mailId = mail.Send(invitation, now);
            AccountsLog.MemberInvited(logger, invitation.Id, role);
            return invitation.Id;
        }, ct);
        if (invited.Error is null)
        {
            mail.Dispatch(mailId);
        }

        return invited;
    }
}
