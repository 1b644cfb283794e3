namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// The commonest words of headers in further languages. Words of several parts ("số_lượng") stand where one of their parts alone would mean
/// something else. What the eight main languages say comes first, then what stands first here.
/// </summary>
internal static partial class FurtherHeaderWords
{
    internal static IEnumerable<(Word Word, string Spellings)> Table => [.. EastAsia, .. Europe, .. Elsewhere];
}
