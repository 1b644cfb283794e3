namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// The words of which headers are made in English, Spanish, French, German, Italian, Portuguese, Dutch and Japanese, and the commonest of
/// Chinese: by meaning, then in the order of the alphabet, without accents. Words of several parts ("bar_code") stand where one of the
/// parts alone would mean something else. Each stands once.
/// </summary>
internal static partial class MainHeaderWords
{
    internal static IEnumerable<(Word Word, string Spellings)> Table => [.. Items, .. Amounts, .. Money, .. Others];
}
