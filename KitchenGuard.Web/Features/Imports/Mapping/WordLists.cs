namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Lists of words as they stand in the code: several in a line, so that a reader sees them all.</summary>
internal static class WordLists
{
    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>What stands between <c>|</c> and ends of lines.</summary>
    internal static string[] Of(string text) => text.Split(['|', '\n'], Parts);

    /// <summary>What stands between blanks and ends of lines.</summary>
    internal static string[] Words(string text) => text.Split((char[]?)null, Parts);
}
