namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Finds words in headers, also several written together: see <see cref="MainHeaderWords"/> and <see cref="FurtherHeaderWords"/>.
/// </summary>
internal static class HeaderWords
{
    /// <summary>Longest parts first, for words that are written together: "Mindestlagerbestand", "希望小売価格".</summary>
    private static readonly Dictionary<string, Word> ByText = Build();

    private static readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByText.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestWord = 22;

    private const int LongestPhrase = 4;

    /// <summary>Finds the meanings of one word, which may be several words written together.</summary>
    /// <returns>False when any part of it is unknown.</returns>
    internal static bool TryRead(ReadOnlySpan<char> text, List<Word> words)
    {
        if (Lookup.TryGetValue(text, out var whole))
        {
            words.Add(whole);
            return true;
        }

        var before = words.Count;
        if (TrySplit(text, words))
        {
            return true;
        }

        words.RemoveRange(before, words.Count - before);
        return false;
    }

    /// <summary>Whether one of a header's words is this one.</summary>
    internal static bool Says(string key, Word word) =>
        Array.Exists(key.Split(' '), part => ByText.TryGetValue(part, out var found) && found == word);

    /// <summary>Words that mean something only together: "best before", "số lượng".</summary>
    internal static bool TryReadPhrase(ReadOnlySpan<string> parts, List<Word> words, out int taken)
    {
        for (taken = Math.Min(parts.Length, LongestPhrase); taken > 1; taken--)
        {
            if (ByText.TryGetValue(string.Join(' ', parts[..taken]), out var word))
            {
                words.Add(word);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether words beside a header say more about the field than nothing: "PT" and "IT" say the language, "snacks rate" of which list a
    /// price is.
    /// </summary>
    internal static bool AreTelling(string[] words)
    {
        var isList = Array.Exists(words, word => !ByText.ContainsKey(word));
        return Array.Exists(words, word => (word.Length > 2 || word is [> '\u3000', ..]) && ByText.TryGetValue(word, out var found)
            && found is not (Word.Filler or Word.Item) && !(isList && found is Word.Price or Word.Rate));
    }

    /// <summary>The words of the most frequent languages.</summary>
    internal static IEnumerable<string> MainWords => MainHeaderWords.Table.SelectMany(row => Split(row.Spellings));

    /// <summary>What one word says; null: it is none that is known.</summary>
    internal static Word? WordOf(string text) => ByText.TryGetValue(text, out var found) ? found : null;

    /// <summary>Whether a text is a word, or several written together.</summary>
    internal static bool IsReadable(string text) => TryRead(text, []);

    /// <summary>Whether a text is one word, or means something only as a whole.</summary>
    internal static bool IsWord(string text) => ByText.ContainsKey(text);

    /// <summary>What programs write behind a word without a blank.</summary>
    private static readonly string[] Tails =
    [
        "name", "nm", "descr", "desc", "dsc", "code", "cd", "num", "no", "nr", "id", "qty", "price", "cost", "date", "dt", "unit", "uom", "type",
        "size", "cat", "pack", "lvl", "pt", "ht", "ttc",
    ];

    /// <summary>"DEPNAME", "PUHT": two words, the first of which is known; null: it is one, or cannot be told.</summary>
    internal static string? Unglue(string key)
    {
        if (key.Contains(' ', StringComparison.Ordinal) || IsWord(key))
        {
            return null;
        }

        var end = Array.Find(Tails, tail => key.EndsWith(tail, StringComparison.Ordinal)
            && (ByText.ContainsKey(key[..^tail.Length]) || HeaderAliases.IsListed($"{key[..^tail.Length]} {tail}")));
        return end is not null ? $"{key[..^end.Length]} {end}" : IsInitialCode(key) ? "code" : null;
    }

    /// <summary>"MCODE", "pcode": whose code it is, in a letter or two.</summary>
    private static bool IsInitialCode(string key) =>
        key.Length is 5 or 6 && key.EndsWith("code", StringComparison.Ordinal) && !Foreign.Contains(key[..^4]);

    /// <summary>Of customs, of a square, of an account, of a country, of a customer.</summary>
    private static readonly HashSet<string> Foreign =
        ["hs", "qr", "gl", "cn", "un", "cc", "vn", "to", "st", "en", "de", "ui", "tx", "wh", "sl", "bi", "ge", "cu", "co", "pc"];

    private static bool TrySplit(ReadOnlySpan<char> text, List<Word> words)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        for (var length = Math.Min(text.Length, LongestWord); length >= LeastPart(text[0]); length--)
        {
            if (!Lookup.TryGetValue(text[..length], out var word) || WholeOnly.Contains(text[..length]))
            {
                continue;
            }

            var count = words.Count;
            words.Add(word);
            var rest = text[length..];
            if (rest is "no" or "nr" or "id" && word is Word.Item or Word.Code or Word.Barcode or Word.Lot or Word.Stock)
            {
                words.Add(Word.Number);
                return true;
            }

            if (TrySplit(rest, words) || (rest.Length > 3 && rest[0] is 's' or 'n' or 'e' && TrySplit(rest[1..], words)))
            {
                return true;
            }

            words.RemoveRange(count, words.Count - count);
        }

        return false;
    }

    /// <summary>A syllable of Korean is two letters or more.</summary>
    private static int LeastPart(char first) => first is >= '\u1100' and <= '\u11FF' ? 2 : first < '\u3000' ? 3 : 1;

    /// <summary>Words of three letters, of which other words than these are made: "buc-ket".</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeOnly =
        FurtherHeaderWords.World.SelectMany(row => Split(row.Spellings)).Where(word => word.Length == 3 && word[0] < '\u1100')
            .ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<string> Split(string spellings) =>
        spellings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(HeaderText.Normalize);

    private static Dictionary<string, Word> Build()
    {
        var index = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var (word, spellings) in MainHeaderWords.Table.Concat(FurtherHeaderWords.Table).Concat(FurtherHeaderWords.World))
        {
            foreach (var spelling in Split(spellings))
            {
                index.TryAdd(spelling, word);
            }
        }

        return index;
    }
}
