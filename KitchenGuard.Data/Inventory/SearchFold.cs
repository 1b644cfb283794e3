using System.Globalization;
using System.Text;

namespace KitchenGuard.Data.Inventory;

/// <summary>The one way texts are folded for sorting and search; identity keeps accents and is <see cref="ItemIdentity"/>.</summary>
public static class SearchFold
{
    /// <summary>
    /// Folds case, accents, compatibility forms (full-width letters, ligatures) and runs of blanks away: "  Crème  FRAÎCHE" is
    /// "creme fraiche".
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (Ascii.IsValid(text))
        {
            return FoldAscii(text);
        }

        var folded = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in ItemIdentity.Fit(text).Normalize(NormalizationForm.FormKD))
        {
            // A combining mark over a Latin letter is an accent; over kana it makes another letter and stays.
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && c < '\u3000')
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                blank = folded.Length > 0;
                continue;
            }

            if (blank)
            {
                folded.Append(' ');
                blank = false;
            }

            folded.Append(c == 'ß' ? "ss" : char.ToLowerInvariant(c).ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>What search looks into besides the supplier's name, folded, blank-separated.</summary>
    public static string SearchText(string name, string? sku, string? barcode, string? brand, string? category) =>
        Fold(string.Join(' ', name, sku, barcode, brand, category));

    private static string FoldAscii(string text)
    {
        Span<char> folded = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var blank = false;
        foreach (var c in text)
        {
            if (c is ' ' or (>= '\t' and <= '\r'))
            {
                blank = length > 0;
                continue;
            }

            if (blank)
            {
                folded[length++] = ' ';
                blank = false;
            }

            folded[length++] = char.ToLowerInvariant(c);
        }

        return new string(folded[..length]);
    }
}
