using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Codes that are shown this once, and where it goes on.</summary>
public sealed record NewCodes(IReadOnlyList<string> Codes, string NextUrl);

/// <summary>Shows the key of an authenticator app as a picture and as text, and takes its first code.</summary>
[Authorize(AccountsAuthentication.PersonalPolicy), RequiresProof]
public sealed class AppModel(AuthenticatorSetup setup, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PixelsPerModule = 6;

    [BindProperty]
    public ConfirmCodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public PendingKey Pending { get; private set; } = null!;

    /// <summary>Recovery codes, to be shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The key in groups of four, to be typed.</summary>
    public string Grouped => string.Join(' ', Pending.Key.Chunk(4).Select(group => new string(group)));

    /// <summary>The key as a PNG.</summary>
    public string Picture
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(Pending.Uri, QRCodeGenerator.ECCLevel.M);
            using var png = new PngByteQRCode(code);
            return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(PixelsPerModule));
        }
    }

    /// <summary>Where it goes on.</summary>
    public string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account/second-factor";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await setup.FindAsync(ct) is not { } pending)
        {
            return Redirect("/account/second-factor");
        }

        Pending = pending;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await setup.FindAsync(ct) is not { } pending)
        {
            return Redirect("/account/second-factor");
        }

        Pending = pending;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var confirmed = await setup.ConfirmAsync(Input.Code, ct);
        if (confirmed.Error is { } error)
        {
            ModelState.AddModelError("Input.Code", error.Message);
            Response.SayWhenToRetry(error);
            Response.StatusCode = error.Status();
            return Page();
        }

        Codes = confirmed.Value;
        if (Codes.Count > 0)
        {
            return Page();
        }

        this.KeepToast(new Toast(texts["The app is set up."]));
        return LocalRedirect(Target);
    }
}
