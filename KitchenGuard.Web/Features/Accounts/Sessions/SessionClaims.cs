using System.Security.Claims;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>The claims that say where a session or token acts, and as what.</summary>
internal static class SessionClaims
{
    private static readonly string[] Types =
    [
        KitchenGuardClaims.RestaurantId, KitchenGuardClaims.Role, KitchenGuardClaims.RestaurantName, KitchenGuardClaims.Currency,
        KitchenGuardClaims.Locale, KitchenGuardClaims.TimeZone, KitchenGuardClaims.Opens, KitchenGuardClaims.Leaving,
    ];

    /// <summary>Puts them to the membership's; takes them away when there is none. Says whether the account is about to be deleted.</summary>
    /// <returns>Whether anything was different.</returns>
    public static bool Set(ClaimsIdentity identity, Membership? membership, bool isLeaving = false)
    {
        var present = identity.Claims.Where(claim => Types.Contains(claim.Type)).ToList();
        List<Claim> right = isLeaving ? [new(KitchenGuardClaims.Leaving, "true")] : membership is null ? [] :
        [
            new(KitchenGuardClaims.RestaurantId, membership.RestaurantId.ToString()),
            new(KitchenGuardClaims.Role, membership.Role.ToString()),
            new(KitchenGuardClaims.RestaurantName, membership.RestaurantName),
            new(KitchenGuardClaims.Currency, membership.Currency),
            new(KitchenGuardClaims.Locale, membership.Locale),
            new(KitchenGuardClaims.TimeZone, membership.TimeZone),
            .. membership.Opens.Select(opening => new Claim(KitchenGuardClaims.Opens, opening)),
        ];
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
}
