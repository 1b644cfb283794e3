using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 2 of a sign-up: keeps the restaurant in the draft.</summary>
public sealed class KeepRestaurant(KitchenGuardDbContext db)
{
    /// <summary>Keeps it.</summary>
    /// <param name="draft">The browser's draft.</param>
    /// <param name="input">Valid input.</param>
    /// <param name="ct">Cancels; nothing is kept.</param>
    public async Task RunAsync(RegistrationDraft draft, RestaurantInput input, CancellationToken ct)
    {
        draft.RestaurantName = input.Name!.Trim();
        draft.RestaurantAddress = Blank.ToNull(input.Address);
        draft.RestaurantPhone = Blank.ToNull(input.Phone);
        draft.TimeZone = input.TimeZone;
        draft.Currency = input.Currency;
        draft.Locale = input.Locale;
        await db.SaveChangesAsync(ct);
    }
}
