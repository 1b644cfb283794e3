using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Who signed in, and where; nowhere for somebody whom no restaurant has (any more).</summary>
/// <param name="User">Who.</param>
/// <param name="Membership">Where.</param>
/// <param name="Factor">What they showed beside the password.</param>
public sealed record SignedIn(User User, Membership? Membership, SecondFactor? Factor);

/// <summary>What every sign-in ends with, once all that was asked for was right. The session that begins with it saves it.</summary>
public sealed class FinishSignIn(Memberships memberships, ILogger<FinishSignIn> logger)
{
    /// <summary>Finds out where it leads.</summary>
    /// <param name="user">Who, tracked by the context.</param>
    /// <param name="restaurantId">Where they want to act; null: where they acted last, else the oldest of their restaurants.</param>
    /// <param name="factor">What they showed beside the password.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The sign-in, or UnknownRestaurant.</returns>
    public async Task<Result<SignedIn>> RunAsync(User user, Guid? restaurantId, SecondFactor? factor, CancellationToken ct)
    {
        var membership = await memberships.EnterAsync(user.Id, restaurantId ?? user.LastRestaurantId, ct);
        if (restaurantId is not null && membership?.RestaurantId != restaurantId)
        {
            return AccountErrors.UnknownRestaurant;
        }

        AccountsLog.SignedIn(logger, user.Id);
        return new SignedIn(user, membership, factor);
    }
}
