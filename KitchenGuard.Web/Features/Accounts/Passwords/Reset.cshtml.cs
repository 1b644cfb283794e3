using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>Where a reset's link leads. Looking at it uses nothing up: mail programs look too.</summary>
[AllowAnonymous]
public sealed class ResetModel(ResetPassword reset, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public NewPasswordInput Input { get; set; } = new();

    /// <summary>The link can still be used.</summary>
    public bool Works { get; private set; }

    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, ct);
        }

        var done = await reset.RunAsync(Token, Input, ct);
        if (done.Error is { } error)
        {
            if (error.Field() == "password")
            {
                ModelState.AddModelError("Input.Password", error.Message);
            }
            else
            {
                Refusal = texts[error.Message];
            }

            Response.SayWhenToRetry(error);
            return await ShowAsync(error.Status(), ct);
        }

        this.KeepToast(new Toast(texts["Your password is changed. Sign in with it."]));
        return Redirect("/login");
    }

    private async Task<IActionResult> ShowAsync(int status, CancellationToken ct)
    {
        Works = await reset.WorksAsync(Token, ct);
        Response.StatusCode = Works ? status : StatusCodes.Status404NotFound;
        return Page();
    }
}
