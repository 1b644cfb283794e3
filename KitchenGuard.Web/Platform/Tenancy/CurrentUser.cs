using System.Security.Claims;
using KitchenGuard.Data.Accounts;

namespace KitchenGuard.Web.Platform.Tenancy;

/// <summary>The names of KitchenGuard's own claims.</summary>
public static class KitchenGuardClaims
{
    /// <summary>The restaurant the session or token acts for.</summary>
    public const string RestaurantId = "rid";

    /// <summary>The member's role in it.</summary>
    public const string Role = "role";

    /// <summary>The session that the cookie or token belongs to.</summary>
    public const string Session = "sid";

    /// <summary>Present on a shared device: its department's word. Whoever is signed in there acts as its staff.</summary>
    public const string Device = "device";

    /// <summary>Present when the account is about to be deleted: its person stays or signs out, nothing else.</summary>
    public const string Leaving = "leaving";

    /// <summary>Present for operators.</summary>
    public const string Operator = "operator";

    /// <summary>What was shown beside the password in this session; absent: nothing.</summary>
    public const string SecondFactor = "factor";

    /// <summary>The restaurant that the session would act for if a second factor had been shown: it stays outside until then.</summary>
    public const string Outside = "outside";

    public const string RestaurantName = "rname";

    public const string Currency = "cur";

    public const string Locale = "loc";

    public const string TimeZone = "tz";

    /// <summary>What the restaurant's settings open, one claim for each word of <see cref="Openings"/>.</summary>
    public const string Opens = "opens";
}

/// <summary>What a restaurant may open to its members beyond the table of roles; all off by default.</summary>
public static class Openings
{
    /// <summary>Staff look at both lists.</summary>
    public const string BothDepartments = "departments";

    /// <summary>Staff see costs and values.</summary>
    public const string StaffCosts = "staff-costs";

    /// <summary>Viewers see costs and values.</summary>
    public const string ViewerCosts = "viewer-costs";
}

/// <summary>Who is asking, from the signed-in identity alone.</summary>
public sealed class CurrentUser(IHttpContextAccessor accessor)
{
    private ClaimsPrincipal Principal => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>The user's id; throws when nobody is signed in.</summary>
    public Guid Id => Guid.Parse(Required(ClaimTypes.NameIdentifier, "sub"));

    /// <summary>The name shown beside what the user does.</summary>
    public string Name => Principal.FindFirstValue(ClaimTypes.Name) ?? "";

    /// <summary>The restaurant the session or token acts for; throws when there is none.</summary>
    public Guid RestaurantId => Guid.Parse(Required(KitchenGuardClaims.RestaurantId));

    /// <summary>Whether there is one; without, only what is about the account itself can be used.</summary>
    public bool IsInRestaurant => Principal.HasClaim(claim => claim.Type == KitchenGuardClaims.RestaurantId);

    /// <summary>The restaurant that waits for a second factor; null: none does.</summary>
    public string? Outside => Principal.HasClaim(claim => claim.Type == KitchenGuardClaims.Outside) ? RestaurantName : null;

    /// <summary>What was shown beside the password in this session; null: nothing.</summary>
    public SecondFactor? SecondFactor => Enum.TryParse<SecondFactor>(Principal.FindFirstValue(KitchenGuardClaims.SecondFactor), true, out var factor) ? factor : null;

    /// <summary>The member's role.</summary>
    public Role Role => Enum.Parse<Role>(Required(KitchenGuardClaims.Role));

    /// <summary>Whether the session is on a shared device: for stock work only.</summary>
    public bool IsOnSharedDevice => Principal.HasClaim(claim => claim.Type == KitchenGuardClaims.Device);

    /// <summary>Whether the restaurant opens something of <see cref="Openings"/>.</summary>
    public bool Opens(string what) => Principal.HasClaim(KitchenGuardClaims.Opens, what);

    /// <summary>The restaurant's name.</summary>
    public string RestaurantName => Principal.FindFirstValue(KitchenGuardClaims.RestaurantName) ?? "";

    /// <summary>ISO 4217.</summary>
    public string Currency => Principal.FindFirstValue(KitchenGuardClaims.Currency) ?? "EUR";

    /// <summary>IANA time zone.</summary>
    public TimeZoneInfo TimeZone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Principal.FindFirstValue(KitchenGuardClaims.TimeZone) ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc;

    private string Required(params ReadOnlySpan<string> claims)
    {
        foreach (var claim in claims)
        {
            if (Principal.FindFirstValue(claim) is { } value)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"The identity has no {claims[0]} claim.");
    }
}
