using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KitchenGuard.Data.Inventory;

/// <summary>Tells whether two descriptions mean the same item. The import, the item form and the API all use it.</summary>
public static partial class ItemIdentity
{
    private static readonly SearchValues<char> AsciiBlanks = SearchValues.Create(" \t\r\n\v\f");

    /// <summary>
    /// The key under which a restaurant's department has an item once: the sku, else the barcode, else name and size.
    /// </summary>
    /// <param name="name">The item's name; not blank unless sku or barcode is given.</param>
    /// <param name="bottleSize">The size of one bottle, as <c>750 ml</c>, <c>75 cl</c> or <c>0.75 l</c>; it is the size when present.</param>
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
        return string.IsNullOrWhiteSpace(size) ? Normalize(name) : Normalize(name) + "|" + SizeKey(Normalize(size));
    }

    // 70 cl, 0,7 l and 700 ml are one size. A comma or point before three digits may group thousands, unless nothing stands before it.
    private static string SizeKey(string size)
    {
        var measure = Measure().Match(size);
        if (!measure.Success)
        {
            return size;
        }

        var (factor, unit) = measure.Groups[2].Value switch
        {
            "ml" => (1m, "ml"),
            "cl" => (10m, "ml"),
            "dl" => (100m, "ml"),
            "l" => (1000m, "ml"),
            "kg" => (1000m, "g"),
            _ => (1m, "g"),
        };
        var amount = decimal.Parse(measure.Groups[1].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (amount * factor).ToString("0.######", CultureInfo.InvariantCulture) + " " + unit;
    }

    [GeneratedRegex(@"^([0-9]{1,9}(?:[.,](?:[0-9]{1,2}|[0-9]{4,6}))?|0[.,][0-9]{3}) ?(ml|cl|dl|l|kg|g)$", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    /// <summary>Text for comparison: Unicode compatibility form, lower case, without invisible characters, blanks collapsed to one.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return Collapse(text).ToLowerInvariant();
        }

        var folded = Fit(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('ς', 'σ');
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

    /// <summary>The text with U+FFFD for what cannot be normalised: half characters, and the U+FFFE that is none. Such text never enters the ledger, but asking must not throw.</summary>
    public static string Fit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? fit = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                (fit ??= new StringBuilder(text))[i] = '\uFFFD';
            }
        }

        return fit?.ToString() ?? text;
    }
}
