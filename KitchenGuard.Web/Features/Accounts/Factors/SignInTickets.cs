using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Security;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Somebody whose password was right, on the way to the second factor.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Stamp">Their security stamp at that moment, hashed: another password voids the ticket.</param>
/// <param name="RestaurantId">Where they want to act.</param>
public sealed record SignInTicket(Guid UserId, string Stamp, Guid? RestaurantId);

/// <summary>Keeps a sign-in between its two steps, with the caller: nothing is stored, and nobody is signed in yet.</summary>
public sealed class SignInTickets(SealedCookie cookies)
{
    /// <summary>How long the second step may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Name = "kg-sign-in";

    /// <summary>The ticket that the browser has.</summary>
    public string? Kept => cookies.Read(Name);

    /// <summary>A ticket for somebody whose password was right.</summary>
    public string Issue(User user, Guid? restaurantId) => cookies.Seal(Name, new SignInTicket(user.Id, AccessTokens.StampOf(user.SecurityStamp), restaurantId), Lifetime);

    /// <summary>What a ticket says; null when it is over, or none of ours.</summary>
    public SignInTicket? Read(string? ticket) => cookies.Open<SignInTicket>(Name, ticket);

    /// <summary>Gives the browser its ticket.</summary>
    public void Keep(string ticket) => cookies.Write(Name, ticket, Lifetime);

    /// <summary>Takes it away.</summary>
    public void Forget() => cookies.Delete(Name);
}
