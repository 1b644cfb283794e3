using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Where a person is signed in, each with its end.</summary>
[Authorize(AccountsAuthentication.PersonalPolicy)]
public sealed class IndexModel(KitchenGuardDbContext db, EndSessions end, CurrentUser current, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    private Guid? Present => LiveSessions.SessionOf(User);

    public async Task OnGetAsync(CancellationToken ct) => Sessions = await SessionLine.ListAsync(db, current.Id, Present, clock.GetUtcNow(), ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        var userId = current.Id;
        return await end.ByPersonAsync(s => s.UserId == userId && s.Id == id, ct) == 0 ? NotFound() : Back(texts["That device is signed out."]);
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        var (userId, present) = (current.Id, Present);
        await end.ByPersonAsync(s => s.UserId == userId && s.Id != present, ct);
        return Back(texts["You are signed out everywhere else."]);
    }

    private RedirectResult Back(string sentence)
    {
        this.KeepToast(new Toast(sentence));
        return Redirect("/account/sessions");
    }
}
