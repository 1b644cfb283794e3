namespace KitchenGuard.Data;

/// <summary>The schemas of the one database; <c>hangfire</c> is the third and belongs to Hangfire.</summary>
public static class Schemas
{
    /// <summary>Users, restaurants, members, sign-up.</summary>
    public const string Auth = "auth";

    /// <summary>Items, ledger, imports.</summary>
    public const string Inventory = "inventory";
}
