using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Headers that say in which language their texts are: "desc_en", "Category (Arabic)", "name_pt_br". The first of several languages is
/// taken, because all mean as much.
/// </summary>
internal static class HeaderLanguages
{
    /// <summary>Codes and names; not "id", "no", "is", "my" and "cs", which headers say in English and of cases.</summary>
    private static readonly HashSet<string> Known =
    [
        .. WordLists.Words("""
            ar bg br cn cz da de dk ee el en eng es et fa fi fr gb ger gr he hi hr hu it ita ja jp jpn kh ko kr lt lv ms ne nl pl pt ro rs
            ru se sk sr sv ta th tl tr tw ua uk ur us vi vn zh english arabic chinese danish dutch finnish french german greek hebrew hindi
            indonesian italian japanese korean malay norwegian polish portuguese russian spanish swedish thai turkish ukrainian vietnamese
            deutsch englisch franzosisch anglais francais allemand espagnol arabe espanol ingles frances aleman inglese italiano francese
            tedesco portugues engels nederlands latin romaji katakana kana
            """),
    ];

    /// <returns>The header without its language; null when it names none, or nothing that is written in one.</returns>
    internal static string? Without(string key)
    {
        var words = key.Split(' ');
        var (first, end) = (0, words.Length);
        while (end - first > 1 && Known.Contains(words[end - 1]))
        {
            end -= end - first > 2 && words[end - 2] == "in" ? 2 : 1;
        }

        while (end - first > 1 && Known.Contains(words[first]))
        {
            first++;
        }

        return end - first < words.Length && end > first ? string.Join(' ', words[first..end]) : null;
    }

    /// <summary>Whether a field is written in a language.</summary>
    internal static bool AreOf(IReadOnlyList<HeaderMeaning> meanings) =>
        meanings is [{ Field: ItemField.Name or ItemField.Category or ItemField.Brand or ItemField.Notes or ItemField.Unit
            or ItemField.Supplier or ItemField.StorageArea }, ..];
}
