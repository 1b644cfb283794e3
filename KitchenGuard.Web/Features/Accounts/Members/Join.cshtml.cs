using KitchenGuard.Web.Features.Accounts.Devices;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Where an invitation's link leads. Looking at it uses nothing up: mail programs look too.</summary>
[AllowAnonymous]
[NotOnSharedDevice]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class JoinModel(
    OpenInvitations invitations, AcceptInvitation accept, JoinRestaurant join, SessionCookie cookie, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public AcceptInput Input { get; set; } = new();

    /// <summary>Null: the link opens nothing.</summary>
    public OpenInvitation? Invitation { get; private set; }

    /// <summary>Whoever is signed in is who was invited.</summary>
    public bool IsTheirs => IsSignedIn && Invitation?.UserId == current.Id;

    private bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsSignedIn && !ModelState.IsValid)
        {
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, ct);
        }

        ModelState.Clear();
        var joined = IsSignedIn ? await join.RunAsync(Token, ct) : await accept.RunAsync(Token, Input, ct);
        if (joined.Error is { } error)
        {
            ModelState.AddModelError(error.Field() == "password" ? "Input.Password" : "", error.Message);
            Response.SayWhenToRetry(error);
            return await ShowAsync(error is TooManyError ? error.Status() : StatusCodes.Status422UnprocessableEntity, ct);
        }

        var restaurantId = joined.Value.Invitation.RestaurantId;
        await (IsSignedIn ? cookie.MoveAsync(joined.Value.User, restaurantId) : cookie.IssueAsync(joined.Value.User, restaurantId));
        this.KeepToast(new Toast(texts["Welcome to {0}.", joined.Value.Invitation.RestaurantName]));
        return Redirect("/dashboard");
    }

    private async Task<IActionResult> ShowAsync(int status, CancellationToken ct)
    {
        Invitation = await invitations.FindAsync(Token, ct);
        Response.StatusCode = Invitation is null ? StatusCodes.Status404NotFound : status;
        return Page();
    }
}
