using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>An invitation that can be taken up, as whoever has its link sees it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="RestaurantId">Where to.</param>
/// <param name="RestaurantName">Its name.</param>
/// <param name="Email">Whom it is for.</param>
/// <param name="Role">What the person will be.</param>
/// <param name="UserId">The account that the address has; null: none.</param>
public sealed record OpenInvitation(Guid Id, Guid RestaurantId, string RestaurantName, string Email, Role Role, Guid? UserId);

/// <summary>Finds invitations by the link's token. Enters their restaurant: whoever has the link need not be in any.</summary>
public sealed class OpenInvitations(NpgsqlDataSource source, KitchenGuardDbContext db, Tenant tenant, TimeProvider clock)
{
    /// <summary>The invitation; null when the token opens none (any more), for whatever reason.</summary>
    public async Task<OpenInvitation?> FindAsync(string? token, CancellationToken ct)
    {
        if (SecretToken.HashOf(token) is not { } hash || await RestaurantAsync(hash, ct) is not { } restaurantId)
        {
            return null;
        }

        tenant.Enter(restaurantId);
        var now = clock.GetUtcNow();
        return await (
            from invitation in db.Invitations
            join restaurant in db.Restaurants on invitation.RestaurantId equals restaurant.Id
            join user in db.Users on invitation.NormalizedEmail equals user.NormalizedEmail into users
            from user in users.DefaultIfEmpty()
            where invitation.TokenHash == hash && invitation.AcceptedAt == null && invitation.ExpiresAt > now && restaurant.DeleteAfter == null
            select new OpenInvitation(
                invitation.Id, restaurant.Id, restaurant.Name, invitation.Email, invitation.Role, user == null ? null : user.Id)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Uses the invitation up and adds the member, who is saved with the caller's transaction.</summary>
    /// <returns>False when somebody else has used it, or it was withdrawn or sent again meanwhile.</returns>
    public async Task<bool> TakeUpAsync(OpenInvitation invitation, string token, Guid userId, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(token)!, clock.GetUtcNow());
        if (await db.Invitations.Where(i => i.Id == invitation.Id && i.TokenHash == hash && i.AcceptedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, now), ct) != 1)
        {
            return false;
        }

        if (!await db.Members.AnyAsync(m => m.UserId == userId, ct))
        {
            db.Members.Add(new Member
            {
                Id = Guid.CreateVersion7(), RestaurantId = invitation.RestaurantId, UserId = userId, Role = invitation.Role, CreatedAt = now,
            });
        }

        return true;
    }

    private async Task<Guid?> RestaurantAsync(byte[] hash, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select auth.restaurant_of_invitation($1)");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = hash });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
