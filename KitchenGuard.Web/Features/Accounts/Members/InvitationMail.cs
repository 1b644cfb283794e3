using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Security;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Sends an invitation's link: a new one each time, so that an earlier mail opens nothing any more.</summary>
public sealed class InvitationMail(KitchenGuardDbContext db, Outbox outbox, PublicAddress address, CurrentUser user, IStringLocalizer<Texts> texts)
{
    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Gives the invitation a new link and lays the mail out; the caller saves both.</summary>
    /// <returns>The mail, for <see cref="Dispatch"/> after the commit.</returns>
    public Guid Send(Invitation invitation, DateTimeOffset now)
    {
        var token = SecretToken.New();
        invitation.TokenHash = SecretToken.HashOf(token)!;
        invitation.ExpiresAt = now + Lifetime;
        return outbox.Add(db, invitation.Email, texts["Join {0} on KitchenGuard", user.RestaurantName], texts[
            """
            You are invited to keep stock with {0} on KitchenGuard.

            Open this link to join. It works once, for 7 days:
            {1}

            If you do not know {0}, leave this mail alone: nothing happens.
            """, user.RestaurantName, address.Link("/join?token=" + token)]);
    }

    /// <summary>Lets the mail go.</summary>
    public void Dispatch(Guid mailId) => outbox.Enqueue(mailId);
}
