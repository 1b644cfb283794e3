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

/// <summary>Invites somebody.</summary>
[Authorize(Policy = Rights.Managing), RequiresProof]
public sealed class InviteModel(InviteMember invite, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>The roles that whoever asks may give.</summary>
    public IReadOnlyList<Role> Choices => [.. Enum.GetValues<Role>().Where(role => user.Role.Manages(role)).OrderByDescending(role => role is Role.KitchenStaff or Role.BarStaff)];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        var invited = await invite.RunAsync(Input, ct);
        if (invited.Error is { } error)
        {
            ModelState.AddModelError(error.Field() == "email" ? "Input.Email" : "", error.Message);
            Response.SayWhenToRetry(error);
            return Again(error is ConflictError ? StatusCodes.Status422UnprocessableEntity : error.Status());
        }

        this.KeepToast(new Toast(texts["The invitation is on its way to {0}.", Input.Email!.Trim()]));
        return Redirect("/members");
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
