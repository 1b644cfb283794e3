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

/// <summary>One member: role and ownership.</summary>
[Authorize(Policy = Rights.Managing)]
public sealed class DetailsModel(
    TeamList team, ChangeRole change, TransferOwnership transfer, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
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
    public async Task<IActionResult> OnPostAsync(Guid id, Role? role, CancellationToken ct) => role is { } chosen && Enum.IsDefined(chosen)
        ? await AnswerAsync(id, () => change.RunAsync(id, chosen, ct), name => texts["{0} is now: {1}.", name, texts.Of(chosen)], ct)
        : await OnGetAsync(id, ct);

    [RequiresProof]
    public Task<IActionResult> OnPostTransferAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, () => transfer.RunAsync(id, ct), name => texts["{0} is the owner now, and you are a manager.", name], ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Func<Task<Result<Done>>> work, Func<string, string> said, CancellationToken ct)
    {
        if (await team.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Member = member;
        var result = await work();
        if (result.Error is null)
        {
            this.KeepToast(new Toast(said(member.FullName)));
            // Who changed their own role may not see this list any more.
            return this.Away(member.UserId == user.Id ? "/dashboard" : "/members");
        }

        if (result.Error is NotFoundError or ForbiddenError)
        {
            return StatusCode(result.Error.Status());
        }

        Refusal = texts[result.Error.Message];
        if (Request.IsHtmx())
        {
            return this.Fragment().With(new Toast(Refusal, IsError: true)).Status(result.Error.Status());
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
