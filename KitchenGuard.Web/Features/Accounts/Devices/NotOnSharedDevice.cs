using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>On a page that anybody may open: whoever is signed in by a shared device's PIN may not (403). It is worth nothing but that list's stock.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotOnSharedDeviceAttribute : Attribute, IAuthorizationFilter
{
    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.User.HasClaim(claim => claim.Type == KitchenGuardClaims.Device))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }
}
