using KitchenGuard.Data;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 2 of a sign-up, the first for somebody signed in: keeps the restaurant in the browser's draft.</summary>
public sealed class KeepRestaurant(KitchenGuardDbContext db, Drafts drafts)
{
    /// <summary>Keeps it.</summary>
    /// <param name="input">Valid input.</param>
    /// <param name="ct">Cancels; nothing is kept.</param>
    public async Task RunAsync(RestaurantInput input, CancellationToken ct)
    {
        var draft = await drafts.FindOrBeginAsync(ct);
        draft.RestaurantName = input.Name!.Trim();
        draft.RestaurantAddress = Blank.ToNull(input.Address);
        draft.RestaurantPhone = Blank.ToNull(input.Phone);
        draft.TimeZone = input.TimeZone;
        draft.Currency = input.Currency;
        draft.Locale = input.Locale;
        await db.SaveChangesAsync(ct);
    }
}
