using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>One member, and their role.</summary>
[Authorize(Policy = Rights.Managing)]
public sealed class DetailsModel(
    TeamList team, ChangeRole change, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    public MemberLine Member { get; private set; } = null!;

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The roles that whoever asks may give.</summary>
    public IReadOnlyList<Role> Choices => [.. Enum.GetValues<Role>().Where(role => user.Role.Manages(role))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await team.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        return user.Role.Manages(member.Role) ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostAsync(Guid id, Role? role, CancellationToken ct)
    {
        if (role is not { } chosen || !Enum.IsDefined(chosen))
        {
            return await OnGetAsync(id, ct);
        }

        if (await team.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        var changed = await change.RunAsync(id, chosen, ct);
        if (changed.Error is null)
        {
            this.KeepToast(new Toast(texts["{0} is now: {1}.", member.FullName, texts.Of(chosen)]));
            // Who changed their own role may not see this list any more.
            return Redirect(member.UserId == user.Id ? "/dashboard" : "/members");
        }

        if (changed.Error is NotFoundError or ForbiddenError)
        {
            return StatusCode(changed.Error.Status());
        }

        Refusal = texts[changed.Error.Message];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
