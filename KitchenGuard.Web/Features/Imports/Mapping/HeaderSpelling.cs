using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Words of headers with a slip of the pen: "alchohol", "quanity", "coment", "expirey date".</summary>
internal static class HeaderSpelling
{
    /// <summary>Shorter words are too close to others.</summary>
    private const int LeastLength = 7;

    /// <summary>Beside others that are known, there is less that a word can be.</summary>
    private const int LeastBeside = 6;

    /// <summary>One letter from a known word, and words of their own.</summary>
    private static readonly HashSet<string> Others =
    [
        "supplies", "supplied", "produce", "produced", "products", "services", "contact", "contract", "context", "contest", "consent",
        "counter", "counted", "picture", "mixture", "selling", "weather", "invoices", "delivered",
        "recipes", "lieferart", "recorder", "recorded", "domain", "dimension", "dimensions", "picking", "parking", "bottled", "packaged",
        "purchased", "measured", "quantify", "notation", "marking", "stowage", "brewers",
    ];

    private static readonly Lazy<ILookup<(char First, int Length), string>> Known = new(() =>
        HeaderAliases.Words.Concat(HeaderWords.MainWords)
            .Where(word => word.Length >= LeastBeside && word.All(char.IsAsciiLetterLower))
            .Distinct().ToLookup(word => (word[0], word.Length)));

    /// <summary>The header as it was meant; null: no word of it is one letter from exactly one that is known.</summary>
    internal static string? Mend(string key)
    {
        var words = key.Split(' ');
        var mended = false;
        var least = words.Length > 1 && words.Any(word => HeaderWords.IsReadable(word) || HeaderAliases.IsListed(word))
            ? LeastBeside
            : LeastLength;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length >= least - 1 && words[i].All(char.IsAsciiLetterLower) && !HeaderWords.IsReadable(words[i])
                && !HeaderAliases.IsListed(words[i]) && !Others.Contains(words[i]) && !Unit.TryParse(words[i], out _)
                && Closest(words[i], least) is { } meant)
            {
                (words[i], mended) = (meant, true);
            }
        }

        return mended ? string.Join(' ', words) : null;
    }

    private static string? Closest(string word, int least)
    {
        string? closest = null;
        var isDoubtful = false;
        for (var length = Math.Max(word.Length - 1, least); length <= word.Length + 1; length++)
        {
            foreach (var known in Known.Value[(word[0], length)])
            {
                if (!IsOneSlip(word, known))
                {
                    continue;
                }

                if (closest is null || (EndsIt(known) && !EndsIt(closest)))
                {
                    closest = known;
                }
                else if (Meaning(closest) != Meaning(known) && !EndsIt(closest))
                {
                    isDoubtful = true;
                }
            }
        }

        // Where one of several says that the column is about something else, it is not taken for stock: "reservd" is no "reserve".
        return isDoubtful && !EndsIt(closest!) ? null : closest;
    }

    private static bool EndsIt(string word) => HeaderWords.WordOf(word) == Word.Other;

    /// <summary>The field that a word alone stands for, or what it says beside others: "reserve", "reserva" and "reserved" are no stock.</summary>
    private static string Meaning(string word) =>
        HeaderAliases.Meanings(word) is [{ Field: { } field }, ..] ? field : HeaderWords.WordOf(word)?.ToString() ?? word;

    /// <summary>Whether one letter was added, left out or changed, or two that stand side by side were swapped.</summary>
    private static bool IsOneSlip(string a, string b)
    {
        var start = a.AsSpan().CommonPrefixLength(b);
        var x = a.AsSpan(start);
        var y = b.AsSpan(start);
        return x.Length == y.Length
            ? x.Length > 0 && (x[1..].SequenceEqual(y[1..])
                || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..])))
            : x.Length < y.Length ? y[1..].SequenceEqual(x) : x[1..].SequenceEqual(y);
    }
}
