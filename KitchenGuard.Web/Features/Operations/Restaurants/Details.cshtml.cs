using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations.Restaurants;

/// <summary>One restaurant: who is in it, how much it has, how its imports went.</summary>
public sealed class DetailsModel(RestaurantFiles restaurants) : PageModel
{
    public RestaurantFile Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await restaurants.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Place = found;
        return Page();
    }
}
