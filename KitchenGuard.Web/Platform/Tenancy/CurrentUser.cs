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

    /// <summary>Present for operators.</summary>
    public const string Operator = "operator";

    public const string RestaurantName = "rname";

    public const string Currency = "cur";

    public const string Locale = "loc";

    public const string TimeZone = "tz";
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

    /// <summary>The member's role.</summary>
    public Role Role => Enum.Parse<Role>(Required(KitchenGuardClaims.Role));

    /// <summary>The restaurant's name; pages only.</summary>
    public string RestaurantName => Principal.FindFirstValue(KitchenGuardClaims.RestaurantName) ?? "";

    /// <summary>ISO 4217; pages only.</summary>
    public string Currency => Principal.FindFirstValue(KitchenGuardClaims.Currency) ?? "EUR";

    /// <summary>IANA time zone; pages only.</summary>
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
