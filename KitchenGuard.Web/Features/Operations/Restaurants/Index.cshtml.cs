using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations.Restaurants;

/// <summary>Restaurants, newest first, with search. It does not search while somebody types: every look is an entry.</summary>
public sealed class IndexModel(RestaurantList restaurants) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(200)]
    public string? Q { get; set; }

    public Found<RestaurantLine> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken ct)
    {
        Found = Found<RestaurantLine>.From(await restaurants.FindAsync(Q, before, ct), "/operations/restaurants", Q);
        return Request.WantsFragment() ? this.Fragment("_Found", Found) : Page();
    }
}
