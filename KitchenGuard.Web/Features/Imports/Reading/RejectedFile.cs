namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The file of rejected records, as it goes out and comes back mended.</summary>
public static class RejectedFile
{
    /// <summary>The header of its last column, which says why each record was rejected. It is never imported.</summary>
    public const string ReasonHeader = "KitchenGuard: why it was rejected";
}
