using KitchenGuard.Web.Features.Accounts.Sessions;
using System.Security.Claims;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Builds the cookie's identity: the user and the restaurant the session acts for.</summary>
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
        SessionClaims.SetOperator(claims, operators.IsOperator(user));
        var http = accessor.HttpContext;
        var preferred = http?.Items[KitchenGuardClaims.RestaurantId] as Guid?
            ?? (Guid.TryParse(http?.User.FindFirstValue(KitchenGuardClaims.RestaurantId), out var present) ? present : null);
        // Whether a second factor is missing is said by the session, at its first request.
        SessionClaims.Set(claims, await memberships.EnterAsync(user.Id, preferred, CancellationToken.None), null);
        return claims;
    }
}
