using System.Security.Claims;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Builds the cookie's identity: the user and the restaurant the session acts for. Built anew each minute the session is used.</summary>
public sealed class KitchenGuardClaimsFactory(
    UserManager<User> users, IOptions<IdentityOptions> identity, Memberships memberships, OperatorList operators, IHttpContextAccessor accessor)
    : UserClaimsPrincipalFactory<User>(users, identity)
{
    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.TryRemoveClaim(claims.FindFirst(ClaimTypes.Name));
        claims.TryRemoveClaim(claims.FindFirst(ClaimTypes.Email));
        claims.AddClaim(new Claim(ClaimTypes.Name, user.FullName));
        if (operators.Contains(user.Email))
        {
            claims.AddClaim(new Claim(KitchenGuardClaims.Operator, "true"));
        }

        var present = accessor.HttpContext?.User.FindFirstValue(KitchenGuardClaims.RestaurantId);
        var membership = await memberships.EnterAsync(user.Id, Guid.TryParse(present, out var id) ? id : null, CancellationToken.None);
        if (membership is not null)
        {
            claims.AddClaim(new Claim(KitchenGuardClaims.RestaurantId, membership.RestaurantId.ToString()));
            claims.AddClaim(new Claim(KitchenGuardClaims.Role, membership.Role.ToString()));
            claims.AddClaim(new Claim(KitchenGuardClaims.RestaurantName, membership.RestaurantName));
            claims.AddClaim(new Claim(KitchenGuardClaims.Currency, membership.Currency));
            claims.AddClaim(new Claim(KitchenGuardClaims.Locale, membership.Locale));
            claims.AddClaim(new Claim(KitchenGuardClaims.TimeZone, membership.TimeZone));
        }

        return claims;
    }
}
