namespace KitchenGuard.Web.Features.Operations;

/// <summary>Words as a pattern of ILIKE.</summary>
internal static class SearchPattern
{
    /// <summary>What contains the words as they are; null for none.</summary>
    public static string? Of(string? words) => string.IsNullOrWhiteSpace(words) ? null
        : $"%{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
