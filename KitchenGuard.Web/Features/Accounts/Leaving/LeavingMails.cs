using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>What people are told by mail when a restaurant or an account goes. The caller saves, then sends.</summary>
public sealed class LeavingMails(KitchenGuardDbContext db, Outbox outbox, PublicAddress address, IStringLocalizer<Texts> texts)
{
    /// <summary>Tells all members that the restaurant will be deleted.</summary>
    /// <param name="restaurant">The entered one.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The mails, for <see cref="Send"/>.</returns>
    public async Task<IReadOnlyList<Guid>> RestaurantClosesAsync(Restaurant restaurant, string by, CancellationToken ct)
    {
        var (day, sent) = (DayOf(restaurant), new List<Guid>());
        foreach (var (email, role) in await PeopleAsync(null, ct))
        {
            sent.Add(outbox.Add(db, email, texts["{0} will be deleted on {1}", restaurant.Name, day], role == Role.Owner
                ? texts[
                    """
                    {0} asked for the deletion of {1} on KitchenGuard. On {2} it will be deleted with its lists, stock, imports and history.

                    Until then owners still get in, can take all data along and can keep the restaurant:
                    {3}

                    Nobody else gets in any more, and its shared devices and scripts have stopped.
                    """, by, restaurant.Name, day, address.Link("/settings/delete")]
                : texts[
                    """
                    {0} asked for the deletion of {1} on KitchenGuard. On {2} it will be deleted with its lists, stock, imports and history.

                    You do not get in any more. Your own account stays. If this is a mistake, talk to the owner: until that day it can be taken back.
                    """, by, restaurant.Name, day]));
        }

        return sent;
    }

    /// <summary>Reminds the owners that the day is near.</summary>
    /// <param name="restaurant">The entered one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Guid>> RestaurantGoesSoonAsync(Restaurant restaurant, CancellationToken ct)
    {
        var day = DayOf(restaurant);
        return [.. (await PeopleAsync(Role.Owner, ct)).Select(owner => outbox.Add(db, owner.Email, texts["{0} will be deleted on {1}", restaurant.Name, day], texts[
            """
            On {1} {0} will be deleted from KitchenGuard with its lists, stock, imports and history. This cannot be undone then.

            Until that day you can take all data along, or keep the restaurant:
            {2}
            """, restaurant.Name, day, address.Link("/settings/delete")]))];
    }

    /// <summary>Tells somebody that their account will be deleted.</summary>
    public Guid AccountCloses(User user) => outbox.Add(
        db, user.Email!, texts["Your KitchenGuard account will be deleted on {0}", Grace.Day(user.DeleteAfter!.Value)], texts[
        """
        You asked for the deletion of your KitchenGuard account. You are signed out everywhere, and on {0} it will be deleted.

        To keep it, sign in before that day:
        {1}

        If it was not you, sign in, keep the account and change your password at once.
        """, Grace.Day(user.DeleteAfter!.Value), address.Link("/login")]);

    /// <summary>Tells somebody that their account is deleted. The last mail to that address.</summary>
    public Guid AccountGone(string email) => outbox.Add(db, email, texts["Your KitchenGuard account is deleted"], texts[
        """
        Your KitchenGuard account is deleted, as you asked for, with its password and all that signed you in.

        What you did with a restaurant's stock stays in that restaurant's records under your name, and logs of what was done to accounts keep what they say.
        """]);

    /// <summary>Lets the mails go, after the commit.</summary>
    public void Send(IEnumerable<Guid> mails)
    {
        foreach (var mail in mails)
        {
            outbox.Enqueue(mail);
        }
    }

    private static string DayOf(Restaurant restaurant) => Grace.Day(
        restaurant.DeleteAfter!.Value, TimeZoneInfo.TryFindSystemTimeZoneById(restaurant.TimeZone, out var zone) ? zone : null);

    private async Task<List<(string Email, Role Role)>> PeopleAsync(Role? only, CancellationToken ct) =>
        [.. (await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where only == null || member.Role == only
            orderby member.CreatedAt
            select new { user.Email, member.Role }).ToListAsync(ct)).Select(p => (p.Email!, p.Role))];
}
