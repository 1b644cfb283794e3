using System.Security.Claims;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>The claims that say where a session or token acts, and as what.</summary>
internal static class SessionClaims
{
    private static readonly string[] Types =
    [
        KitchenGuardClaims.RestaurantId, KitchenGuardClaims.Role, KitchenGuardClaims.RestaurantName, KitchenGuardClaims.Currency,
        KitchenGuardClaims.Locale, KitchenGuardClaims.TimeZone, KitchenGuardClaims.Opens, KitchenGuardClaims.Leaving, KitchenGuardClaims.SecondFactor,
        KitchenGuardClaims.Outside,
    ];

    /// <summary>Puts them to the membership's; takes them away when there is none, or when it wants a second factor and none was shown.</summary>
    /// <param name="identity">The cookie's or token's.</param>
    /// <param name="membership">Where it acts; null: nowhere.</param>
    /// <param name="factor">What was shown beside the password, as the session's row says it; null: nothing.</param>
    /// <param name="isLeaving">The account is about to be deleted.</param>
    /// <returns>Whether anything was different.</returns>
    public static bool Set(ClaimsIdentity identity, Membership? membership, string? factor, bool isLeaving = false)
    {
        var present = identity.Claims.Where(claim => Types.Contains(claim.Type)).ToList();
        List<Claim> right = membership switch
        {
            _ when isLeaving => [new(KitchenGuardClaims.Leaving, "true")],
            null => [],
            { RequiresSecondFactor: true } when factor is null =>
                [new(KitchenGuardClaims.Outside, membership.RestaurantId.ToString()), new(KitchenGuardClaims.RestaurantName, membership.RestaurantName)],
            _ => Inside(membership),
        };
        if (factor is not null)
        {
            right.Add(new Claim(KitchenGuardClaims.SecondFactor, factor));
        }

        if (present.Select(c => (c.Type, c.Value)).ToHashSet().SetEquals(right.Select(c => (c.Type, c.Value))))
        {
            return false;
        }

        present.ForEach(identity.RemoveClaim);
        identity.AddClaims(right);
        return true;
    }

    /// <summary>Says whether it is an operator's.</summary>
    /// <returns>Whether that was different.</returns>
    public static bool SetOperator(ClaimsIdentity identity, bool isOperator)
    {
        var present = identity.FindFirst(KitchenGuardClaims.Operator);
        if (isOperator == (present is not null))
        {
            return false;
        }

        if (present is not null)
        {
            identity.RemoveClaim(present);
        }
        else
        {
            identity.AddClaim(new Claim(KitchenGuardClaims.Operator, "true"));
        }

        return true;
    }

    private static List<Claim> Inside(Membership membership) =>
    [
        new(KitchenGuardClaims.RestaurantId, membership.RestaurantId.ToString()),
        new(KitchenGuardClaims.Role, membership.Role.ToString()),
        new(KitchenGuardClaims.RestaurantName, membership.RestaurantName),
        new(KitchenGuardClaims.Currency, membership.Currency),
        new(KitchenGuardClaims.Locale, membership.Locale),
        new(KitchenGuardClaims.TimeZone, membership.TimeZone),
        .. membership.Opens.Select(opening => new Claim(KitchenGuardClaims.Opens, opening)),
    ];
}
