namespace KitchenGuard.Web.Features.Accounts;

/// <summary>The restaurant that Development starts with.</summary>
internal static class DemoRestaurant
{
    public const string Email = "demo@kitchenguard.example";

    public const string Password = "demo restaurant";
}
