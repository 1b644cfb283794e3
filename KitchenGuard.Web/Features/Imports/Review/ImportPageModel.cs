using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>A page that only those who import may open.</summary>
public abstract class ImportPageModel(CurrentUser user) : PageModel
{
    protected CurrentUser Me { get; } = user;

    /// <inheritdoc />
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!Me.Role.Exports())
        {
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
