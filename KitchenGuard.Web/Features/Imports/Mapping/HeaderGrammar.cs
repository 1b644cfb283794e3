using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Understands headers that nobody has listed from the words they are made of: "Stock Alert Count", "Mindestlagerbestand", "Prezzo netto
/// bt.".
/// </summary>
internal static class HeaderGrammar
{
    private const int MostWords = 9;

    private static readonly HashSet<Word> Texts =
        [Word.Filler, Word.Item, Word.Name, Word.Description, Word.Brand, Word.Category, Word.Type, Word.Supplier, Word.Storage, Word.Place,
            Word.Lot, Word.Notes, Word.Detail, Word.Code, Word.Number, Word.Barcode];

    private static readonly HashSet<string> Pieces =
    [
        "stk", "stck", "stuck", "st", "pcs", "pc", "pz", "pza", "uds", "und", "stuks", "szt", "ks", "kpl", "db",
    ];

    private static readonly HashSet<string> In = ["in", "im", "en", "na", "no", "nel", "nella", "dans", "em", "op", "w", "v", "i"];

    /// <param name="key">As <see cref="HeaderText.Key"/>.</param>
    /// <returns>
    /// What the header may mean, strongest first; empty when too many of its words are unknown or it names something else.
    /// </returns>
    internal static IReadOnlyList<HeaderMeaning> Read(string key)
    {
        var words = new List<Word>(8);
        var unknown = 0;
        var numbered = false;
        key = key.Replace("u of m", "uom", StringComparison.Ordinal).Replace("mw st", "mwst", StringComparison.Ordinal);
        var parts = key.Split(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            ReadOnlySpan<char> text = parts[i];
            if (text.Length > 40)
            {
                return [];
            }

            if (HeaderWords.TryReadPhrase(parts.AsSpan(i), words, out var taken))
            {
                i += taken - 1;
                continue;
            }

            var isLast = i == parts.Length - 1;
            // "VK1", "Count 2": one of several, so less than one without a number.
            var plain = text.TrimEnd("0123456789");
            numbered |= plain.Length < text.Length && words.Count + plain.Length > 0;
            if ((words.Contains(Word.Per) && char.IsAsciiDigit(text[0])
                && words.Exists(word => IsMoney(word) || word is Word.Notes or Word.Detail)) || (text is "100" or "1000"
                && words.Exists(IsMoney)))
            {
                // "Price per 100 g" is for comparing, "note /20" a rating.
                return [];
            }

            if (words is [.., Word.Quantity or Word.Number or Word.Bottle or Word.Unit or Word.Available or Word.Counted]
                && In.Contains(parts[i]) && !isLast
                && (StoragePlaces.IsOne(parts[^1]) || StoragePlaces.IsOne(string.Join(' ', parts[(i + 1)..]))))
            {
                // "Bottles in cellar".
                words[^1] = Word.Stock;
                break;
            }

            if (In.Contains(parts[i]) && words.Count > 0 && words[^1] is Word.Quantity or Word.Unit or Word.Number or Word.Bottle && !isLast
                && HeaderWords.Says(parts[i + 1], Word.Case))
            {
                // "Bottles in case".
                words.Add(Word.Per);
                continue;
            }

            if ((text is "p" or "pr" && i == 0 && !isLast) || (text.Length == 3 && CurrencyText.IsCurrency(text) && words.Exists(IsMoney)))
            {
                // "P. venda", "Preis EUR netto".
                words.AddRange(i == 0 ? [Word.Price] : []);
                continue;
            }

            if (text.Length == 1 && char.GetUnicodeCategory(text[0]) == UnicodeCategory.CurrencySymbol)
            {
                // "Est. €/Bottle".
                words.AddRange(words.Exists(IsMoney) ? [] : [Word.Price]);
                continue;
            }

            var before = words.Count;
            unknown += plain.IsEmpty || Add(text, words, isLast) || (plain.Length < text.Length && Add(plain, words, isLast)) ? 0 : 1;
            if (words.Count == before && words.Count > 0 && words[^1] == Word.Per && words.Exists(IsMoney))
            {
                // Priced is one of what nobody knows.
                return [];
            }
        }

        if (words.Count > 1 && words[^1] == Word.Unit && Pieces.Contains(parts[^1])
            && words.Exists(word => word is Word.Stock or Word.Counted))
        {
            // "Bestand Stk".
            words.RemoveAt(words.Count - 1);
        }

        if (parts[0] == "est" && words.Exists(word => IsMoney(word) || word is Word.Total or Word.Weight))
        {
            // An estimate, not the Portuguese "estoque".
            words[0] = Word.Estimated;
        }

        var isOfDatabase = words.Count > 1 && words[^1] is Word.Name or Word.Description && words.Exists(IsKind)
            && words[..^1].TrueForAll(word => IsKind(word) || word is Word.Item or Word.Filler);
        if (isOfDatabase)
        {
            // "Size name": as databases call a column of sizes.
            words.RemoveAt(words.Count - 1);
        }

        if (IsForSomethingElse(words))
        {
            return [];
        }

        if (words.Contains(Word.Per) && words.TrueForAll(word => word is Word.Per || Texts.Contains(word)))
        {
            // "Lot/Batch", "Name / Description": one or the other; the first decides unless both are codes.
            var first = words.IndexOf(Word.Per);
            var isText = first > 0 && words.TrueForAll(word => word is not (Word.Code or Word.Number or Word.Barcode or Word.Lot));
            words.RemoveRange(isText ? first : 0, isText ? words.Count - first : 0);
            words.RemoveAll(word => word == Word.Per);
        }

        if (words.Count is 0 or > MostWords)
        {
            return [];
        }

        var said = new HeaderSaid(words);
        var certainty = (numbered ? 0.85m : 1m) * (words.Contains(Word.Estimated) ? 0.9m : isOfDatabase ? 0.75m : 1m);
        return HeaderRules.Meaning(said) is { } meaning
            && (meaning.Strength - (unknown * said.Doubt)) * certainty is var strength and > 0.44m
            ? [meaning with { Strength = strength }]
            : [];
    }

    /// <summary>Whether a header says nothing but some of these words.</summary>
    internal static bool IsOnly(string key, params ReadOnlySpan<Word> allowed)
    {
        var words = new List<Word>();
        foreach (var part in key.Split(' '))
        {
            if (!HeaderWords.TryRead(part, words))
            {
                return false;
            }
        }

        return words.Count > 0 && new HeaderSaid(words).Only(allowed);
    }

    private static bool IsKind(Word word) => word is Word.Size or Word.Pack or Word.Wrapping or Word.Type;

    private static bool IsMoney(Word word) => word is Word.Price or Word.Cost or Word.SalePrice;

    /// <summary>"Cost per recipe", "cost per standard": what is priced is neither the item nor its pack.</summary>
    private static bool IsForSomethingElse(List<Word> words)
    {
        var at = words.LastIndexOf(Word.Per);
        return at > 0 && words[..at].Exists(IsMoney) && at < words.Count - 1
            && words[(at + 1)..].TrueForAll(word => word is Word.Filler or Word.Supplier or Word.Category or Word.Place or Word.Storage
                or Word.Size or Word.Weight);
    }

    /// <summary>"par" is a stock level, but French for "per" after what is priced or counted.</summary>
    private static bool Add(ReadOnlySpan<char> text, List<Word> words, bool isLast)
    {
        if (text is "no" && words.Count > 0)
        {
            // Portuguese for "in the", but not at the end of "supplier no".
            words.Add(isLast ? Word.Number : Word.Filler);
            return true;
        }

        if (text is not "par")
        {
            return HeaderWords.TryRead(text, words);
        }

        var before = words.Count == 0 ? Word.Filler : words[^1];
        words.Add(before is Word.Price or Word.Cost or Word.Bottle or Word.Unit or Word.Quantity or Word.Purchase or Word.Name or Word.Content ? Word.Per : Word.Target);
        return true;
    }
}

/// <summary>The words of one header.</summary>
internal readonly struct HeaderSaid
{
    private readonly ulong _words;

    internal HeaderSaid(List<Word> words)
    {
        foreach (var word in words)
        {
            _words |= 1UL << (int)word;
        }

        (First, Last, Count) = (words[0], words[^1], words.Count);
        Telling = words.Count(word => word is not (Word.Filler or Word.Item));
    }

    internal Word First { get; }

    internal Word Last { get; }

    internal int Count { get; }

    /// <summary>How many words say something, fillers and owners left out.</summary>
    internal int Telling { get; }

    /// <summary>
    /// What each unknown word takes away: little beside stock that is named so, much where the word may be about something else.
    /// </summary>
    internal decimal Doubt =>
        Has(Word.Notes) || Has(Word.Detail) || (!IsMoney && (Has(Word.Stock) || (IsStock && Has(Word.Current)))) ? 0.16m
        : Has(Word.Cost) || Has(Word.Purchase) ? 0.25m
        : IsMoney && Has(Word.Case) ? 0.35m
        : IsMoney || IsStock || IsTarget || Array.Exists(Doubted, Has) ? 0.42m : 0.3m;

    private static readonly Word[] Doubted =
        [Word.Bottle, Word.Volume, Word.Content, Word.Size, Word.Alert, Word.Minimum, Word.Wrapping];

    internal bool IsMoney =>
        Has(Word.Cost) || Has(Word.Price) || Has(Word.SalePrice)
            || (Has(Word.Rate) && (Has(Word.Current) || Has(Word.Unit) || Has(Word.Purchase)))
        || ((Has(Word.Sale) || Has(Word.Purchase)) && !Has(Word.Unit) && !Has(Word.Category) && !Has(Word.Supplier) && !Has(Word.Name)
            && !Has(Word.Pack) && !Has(Word.Size) && !(Has(Word.Quantity) && Has(Word.Case)));

    internal bool IsStock => Has(Word.Stock) || Has(Word.Quantity) || Has(Word.Counted) || Has(Word.Available);

    internal bool IsTarget => Has(Word.Target) || Has(Word.Maximum);

    internal bool Has(Word word) => (_words & (1UL << (int)word)) != 0;

    internal bool HasAny(params ReadOnlySpan<Word> words)
    {
        foreach (var word in words)
        {
            if (Has(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all that is said is one of these, or says nothing.</summary>
    internal bool Only(params ReadOnlySpan<Word> allowed)
    {
        var rest = _words & ~(1UL << (int)Word.Filler) & ~(1UL << (int)Word.Item);
        foreach (var word in allowed)
        {
            rest &= ~(1UL << (int)word);
        }

        return rest == 0;
    }
}
