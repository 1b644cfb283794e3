using KitchenGuard.Web.Features.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>One account: where it belongs, where it is signed in, and what can be done about it.</summary>
public sealed class DetailsModel(UserFiles users) : PageModel
{
    public UserFile Person { get; private set; } = null!;

    /// <summary>The session that asks.</summary>
    public Guid? Present => LiveSessions.SessionOf(User);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await users.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Person = found;
        return Page();
    }
}
