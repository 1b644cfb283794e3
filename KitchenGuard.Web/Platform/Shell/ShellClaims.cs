namespace KitchenGuard.Web.Platform.Shell;

/// <summary>What the layout reads from the signed-in identity.</summary>
public static class ShellClaims
{
    public const string RestaurantName = "restaurant_name";
}
