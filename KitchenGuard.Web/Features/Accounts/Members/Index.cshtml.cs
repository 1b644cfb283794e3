using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Who is in the restaurant, and who is asked to be.</summary>
[Authorize(Policy = Rights.Managing)]
public sealed class IndexModel(TeamList team, ResendInvitation resend, WithdrawInvitation withdraw, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    public IReadOnlyList<InvitationLine> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        (Members, Invitations) = (await team.MembersAsync(ct), await team.InvitationsAsync(ct));

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken ct) =>
        Answer(await resend.RunAsync(id, ct), email => texts["The invitation is on its way to {0} again. The earlier link has stopped working.", email]);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) =>
        Answer(await withdraw.RunAsync(id, ct), email => texts["The invitation of {0} is withdrawn.", email]);

    private IActionResult Answer(Result<string> result, Func<string, string> said)
    {
        if (result.Error is NotFoundError or ForbiddenError)
        {
            return StatusCode(result.Error.Status());
        }

        this.KeepToast(result.Error is { } error ? new Toast(texts[error.Message], IsError: true) : new Toast(said(result.Value)));
        return Redirect("/members");
    }
}
