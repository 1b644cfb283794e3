using System.Buffers;
using System.Globalization;
using System.Text;

namespace KitchenGuard.Data.Inventory;

/// <summary>Tells whether two descriptions mean the same item. The import, the item form and the API all use it.</summary>
public static class ItemIdentity
{
    private static readonly SearchValues<char> AsciiBlanks = SearchValues.Create(" \t\r\n\v\f");

    /// <summary>
    /// The key under which a restaurant's department has an item once: the sku, else the barcode, else name and size.
    /// </summary>
    /// <param name="name">The item's name; not blank unless sku or barcode is given.</param>
    /// <param name="bottleSize">The size of one bottle, canonical as <c>750 ml</c>; it is the size when present.</param>
    /// <param name="packSize">The pack as text; it is the size when there is no bottle size.</param>
    /// <param name="sku">The restaurant's or supplier's code.</param>
    /// <param name="barcode">The barcode's digits.</param>
    /// <returns>A text that starts with <c>s:</c>, <c>b:</c> or <c>n:</c>.</returns>
    public static string Key(string name, string? bottleSize, string? packSize, string? sku, string? barcode)
    {
        if (!string.IsNullOrWhiteSpace(sku))
        {
            return "s:" + Normalize(sku);
        }

        if (!string.IsNullOrWhiteSpace(barcode))
        {
            return "b:" + Normalize(barcode);
        }

        return "n:" + NameKey(name, bottleSize, packSize);
    }

    /// <summary>What name and size say an item is, for items and lists without codes: the key without its prefix.</summary>
    public static string NameKey(string name, string? bottleSize, string? packSize)
    {
        var size = string.IsNullOrWhiteSpace(bottleSize) ? packSize : bottleSize;
        return string.IsNullOrWhiteSpace(size) ? Normalize(name) : Normalize(name) + "|" + Normalize(size);
    }

    /// <summary>Text for comparison: Unicode compatibility form, lower case, without invisible characters, blanks collapsed to one.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return Collapse(text).ToLowerInvariant();
        }

        // A lone surrogate cannot be normalised; such text never enters the ledger, but asking must not throw.
        var folded = (HasLoneSurrogate(text) ? text : text.Normalize(NormalizationForm.FormKC)).ToLowerInvariant().Replace('ς', 'σ');
        var visible = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                visible.Append(c);
            }
        }

        return Collapse(visible.ToString());
    }

    /// <summary>Removes blanks of any kind around a text and makes one plain blank of every run inside it.</summary>
    public static string Collapse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!NeedsCollapsing(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = result.Length > 0;
                continue;
            }

            if (pending)
            {
                result.Append(' ');
                pending = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    private static bool NeedsCollapsing(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAny(AsciiBlanks))
        {
            return false;
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return true;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i - 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
