using Microsoft.AspNetCore.Mvc;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 2: the restaurant.</summary>
public sealed class RestaurantModel(Drafts drafts, KeepRestaurant keepRestaurant) : WizardPage(drafts)
{
    [BindProperty]
    public RestaurantInput Input { get; set; } = new();

    /// <summary>Nothing was kept yet: the time zone is a guess by language, which the browser may better.</summary>
    public bool IsNew { get; private set; }

    protected override int Step => 2;

    public void OnGet()
    {
        IsNew = Draft?.TimeZone is null;
        var region = Regions.For(Request.Headers.AcceptLanguage);
        Input = new RestaurantInput
        {
            Name = Draft?.RestaurantName,
            Address = Draft?.RestaurantAddress,
            Phone = Draft?.RestaurantPhone,
            TimeZone = Draft?.TimeZone ?? region.TimeZone,
            Currency = Draft?.Currency ?? region.Currency,
            Locale = Draft?.Locale ?? region.Locale,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await keepRestaurant.RunAsync(Input, ct);
        return Redirect("/register/files");
    }
}
