using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>Users, newest first, with search. It does not search while somebody types: every look is an entry.</summary>
public sealed class IndexModel(UserList users) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(200)]
    public string? Q { get; set; }

    public Found<UserLine> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken ct)
    {
        Found = Found<UserLine>.From(await users.FindAsync(Q, before, ct), "/operations/users", Q);
        return Request.WantsFragment() ? this.Fragment("_Found", Found) : Page();
    }
}
