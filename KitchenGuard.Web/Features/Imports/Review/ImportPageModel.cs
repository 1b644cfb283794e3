using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>A page of an import; who may open it is said once, for the folder.</summary>
public abstract class ImportPageModel(CurrentUser user) : PageModel
{
    protected CurrentUser Me { get; } = user;
}
