using System.Security.Claims;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Antiforgery;

namespace KitchenGuard.Web.Platform.Security;

/// <summary>
/// Ties each form to the restaurant whose page it stood on: one left open in another tab, after its user went on to another restaurant, is refused
/// instead of writing there.
/// </summary>
internal sealed class RestaurantForms : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => context.User.FindFirstValue(KitchenGuardClaims.RestaurantId) ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
}
