using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>A person's second factors. Whoever is asked for one elsewhere and has none is led here, and on to there afterwards.</summary>
[Authorize(AccountsAuthentication.PersonalPolicy)]
public sealed class IndexModel(
    FactorList factors, AuthenticatorSetup setup, PasskeyList passkeys, RenewRecoveryCodes renew, CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public PasskeyInput Passkey { get; set; } = new();

    public FactorsAnswer Factors { get; private set; } = null!;

    /// <summary>New recovery codes, to be shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Where it goes on.</summary>
    public string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account/second-factor";

    /// <summary>Where somebody is sent who needs a second factor for a page.</summary>
    internal static string UrlFor(string page) => "/account/second-factor" + new QueryBuilder { { "returnUrl", page } };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        // They have one, and have not shown it in this session.
        return Factors.Enabled && current.SecondFactor is null && Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ProveModel.UrlFor(ReturnUrl, false)) : Page();
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct)
    {
        await setup.StartAsync(ct);
        return LocalRedirect("/account/second-factor/app" + (Url.IsLocalUrl(ReturnUrl) ? QueryString.Create("returnUrl", ReturnUrl) : QueryString.Empty));
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken ct)
    {
        var removed = await setup.RemoveAsync(ct);
        return removed.Error is { } error ? await AgainAsync(error, ct) : Back(texts["The app is taken off your account."]);
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        var renewed = await renew.RunAsync(ct);
        if (renewed.Error is { } error)
        {
            return await AgainAsync(error, ct);
        }

        Codes = renewed.Value;
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Answers the browser's script with what it needs to make a passkey.</summary>
    [RequiresProof]
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) => Content(await passkeys.OptionsAsync(ct), "application/json");

    [RequiresProof]
    public async Task<IActionResult> OnPostAddPasskeyAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await LoadAsync(ct);
            return Page();
        }

        var added = await passkeys.AddAsync(Passkey, ct);
        if (added.Error is { } error)
        {
            return await AgainAsync(error, ct);
        }

        Codes = added.Value;
        await LoadAsync(ct);
        return Codes.Count > 0 ? Page() : Back(texts["The passkey is added."]);
    }

    [RequiresProof]
    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id, CancellationToken ct)
    {
        var removed = await passkeys.RemoveAsync(id ?? "", ct);
        return removed.Error switch
        {
            null => Back(texts["The passkey is removed."]),
            NotFoundError => NotFound(),
            var error => await AgainAsync(error, ct),
        };
    }

    /// <summary>Gives the codes that the page shows back as a file; they are nowhere else.</summary>
    public IActionResult OnPostDownload(string[] codes) => codes.Length is 0 or > RecoveryCodes.Count || codes.Any(code => code.Length > 20)
        ? BadRequest()
        : File(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', codes) + "\n"), "text/plain; charset=utf-8", "kitchenguard-recovery-codes.txt");

    private async Task<IActionResult> AgainAsync(Error error, CancellationToken ct)
    {
        Refusal = texts[error.Message];
        Response.SayWhenToRetry(error);
        Response.StatusCode = error is TooManyError ? error.Status() : StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(ct);
        return Page();
    }

    private LocalRedirectResult Back(string sentence)
    {
        this.KeepToast(new Toast(sentence));
        return LocalRedirect(Target);
    }

    private async Task LoadAsync(CancellationToken ct) => Factors = await factors.ReadAsync(ct);
}
