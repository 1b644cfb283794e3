using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Asks once more before a member is taken out.</summary>
[Authorize(Policy = Rights.Managing)]
public sealed class RemoveModel(TeamList team, RemoveMember remove, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    public MemberLine Member { get; private set; } = null!;

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await team.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        return user.Role.Manages(member.Role) ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await team.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        var removed = await remove.RunAsync(id, ct);
        if (removed.Error is null)
        {
            this.KeepToast(new Toast(texts["{0} has no access any more.", member.FullName]));
            // Who has left may not see the list any more.
            return Redirect(member.UserId == user.Id ? "/dashboard" : "/members");
        }

        if (removed.Error is NotFoundError or ForbiddenError)
        {
            return StatusCode(removed.Error.Status());
        }

        Refusal = texts[removed.Error.Message];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
