using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>
/// Changes to a restaurant's members and invitations, one at a time: each holds the restaurant's row, and looks up anew what whoever asks is by
/// then. So two owners cannot take each other's place away together.
/// </summary>
public sealed class Team(KitchenGuardDbContext db, CurrentUser user)
{
    /// <summary>Runs a change and saves it; nothing is kept when it fails.</summary>
    /// <param name="change">Given the role of whoever asks.</param>
    /// <param name="ct">Cancels; nothing is changed.</param>
    /// <returns>The change's own result, or BeyondYou.</returns>
    public async Task<Result<T>> ChangeAsync<T>(Func<Role, Task<Result<T>>> change, CancellationToken ct)
    {
        var (restaurantId, userId) = (user.RestaurantId, user.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select 1 from auth.restaurants where id = {restaurantId} for update", ct);
        var asking = await db.Members.Where(m => m.UserId == userId).Select(m => (Role?)m.Role).SingleOrDefaultAsync(ct);
        if (asking is not (Role.Owner or Role.Manager))
        {
            return MemberErrors.BeyondYou;
        }

        var result = await change(asking.Value);
        if (result.Error is null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    /// <summary>The member whom somebody of the role may change.</summary>
    /// <returns>The member, or NotFound, BeyondYou.</returns>
    public async Task<Result<Member>> FindAsync(Guid memberId, Role asking, CancellationToken ct) =>
        await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member ? MemberErrors.NotFound
        : asking.Manages(member.Role) ? member : MemberErrors.BeyondYou;

    /// <summary>The member's name.</summary>
    public Task<string> NameAsync(Member member, CancellationToken ct) => db.Users.Where(u => u.Id == member.UserId).Select(u => u.FullName).SingleAsync(ct);

    /// <summary>Whether the member's account is about to be deleted: no owner to count on.</summary>
    public Task<bool> IsLeavingAsync(Member member, CancellationToken ct) => db.Users.AnyAsync(u => u.Id == member.UserId && u.DeleteAfter != null, ct);

    /// <summary>Whether the member is the only owner, apart from those who are leaving.</summary>
    public async Task<bool> IsLastOwnerAsync(Member member, CancellationToken ct) =>
        member.Role == Role.Owner && !await db.Members.AnyAsync(
            m => m.Role == Role.Owner && m.Id != member.Id && db.Users.Any(u => u.Id == m.UserId && u.DeleteAfter == null), ct);
}
