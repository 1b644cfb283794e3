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

/// <summary>Asks once more before the restaurant is handed over.</summary>
[Authorize(Policy = Rights.Owning)]
[RequiresProof]
public sealed class TransferModel(TeamList team, TransferOwnership transfer, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
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
        return member.UserId == user.Id || member.Role == Role.Owner ? Redirect($"/members/{id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await team.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        var handed = await transfer.RunAsync(id, ct);
        if (handed.Error is null)
        {
            this.KeepToast(new Toast(texts["{0} is the owner now, and you are a manager.", member.FullName]));
            return Redirect("/members");
        }

        if (handed.Error is NotFoundError or ForbiddenError)
        {
            return StatusCode(handed.Error.Status());
        }

        Refusal = texts[handed.Error.Message];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
