using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Profile;

/// <summary>A person's own account: address and password.</summary>
[Authorize(AccountsAuthentication.PersonalPolicy)]
public sealed class IndexModel(
    KitchenGuardDbContext db, ChangePassword change, EmailProofs proofs, SessionCookie cookie, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    // Named, or a form without it would be read as if it were the other.
    [BindProperty(Name = nameof(Password))]
    public ChangePasswordInput Password { get; set; } = new();

    [BindProperty(Name = nameof(Email))]
    public EmailInput Email { get; set; } = new();

    public User Person { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        Leave(nameof(Email));
        if (!ModelState.IsValid)
        {
            return await AgainAsync(null, "", ct);
        }

        var done = await change.RunAsync(Password, HttpContext.Connection.RemoteIpAddress, ct);
        if (done.Error == AccountErrors.ProofWanted)
        {
            return Redirect(ProveModel.UrlFor("/account", again: true));
        }

        if (done.Error is { } error)
        {
            return await AgainAsync(error, error.Field() == "password" ? "Password.Password" : "Password.Present", ct);
        }

        await cookie.IssueAsync(done.Value, current.IsInRestaurant ? current.RestaurantId : null, current.SecondFactor);
        this.KeepToast(new Toast(texts["Your password is changed. All other devices are signed out."]));
        return Redirect("/account");
    }

    /// <summary>Sends the link that proves the account's own address.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await AskAsync(new EmailInput { Email = Person.Email }, ct);
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostEmailAsync(CancellationToken ct)
    {
        Leave(nameof(Password));
        if (!ModelState.IsValid)
        {
            return await AgainAsync(null, "", ct);
        }

        return await AskAsync(Email, ct);
    }

    private async Task<IActionResult> AskAsync(EmailInput input, CancellationToken ct)
    {
        var asked = await proofs.AskAsync(input, ct);
        if (asked.Error is { } error)
        {
            ModelState.Clear();
            return await AgainAsync(error, "Email.Email", ct);
        }

        this.KeepToast(new Toast(texts["A link is on its way to {0}. Open it to confirm the address.", input.Email!.Trim()]));
        return Redirect("/account");
    }

    private void Leave(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private async Task<IActionResult> AgainAsync(Error? error, string field, CancellationToken ct)
    {
        if (error is not null)
        {
            ModelState.AddModelError(field, error.Message);
            Response.SayWhenToRetry(error);
        }

        Response.StatusCode = error is TooManyError ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var userId = current.Id;
        Person = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct);
    }
}
