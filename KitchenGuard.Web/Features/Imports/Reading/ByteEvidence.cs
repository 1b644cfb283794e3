namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What bytes beyond ASCII look like: Japanese characters, or letters of Western words.</summary>
internal static class ByteEvidence
{
    /// <summary>Valid throughout, and what it says is mostly kana, kanji and their punctuation.</summary>
    internal static bool LooksJapanese(byte[] evidence, string encoding)
    {
        var text = TextEncodings.Find(encoding)!.GetString(evidence);
        int japanese = 0, other = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                continue;
            }

            if (i > 0 && char.IsAsciiLetter(text[i - 1]) && (i + 1 == text.Length || text[i + 1] < 0x80))
            {
                // One alone at the end of a Western word is what a Mac's "é" and the letter after it turn into.
                other++;
                continue;
            }

            // Half-width katakana (U+FF61-FF9F) are what Western bytes turn into, so they prove nothing.
            if (c is >= '\u3000' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\uFF01' and <= '\uFF5E' or >= '\u2010' and <= '\u2312')
            {
                japanese++;
            }
            else
            {
                other++;
            }
        }

        return japanese >= 2 && other * 10 <= japanese;
    }

    /// <summary>Whether there are hiragana or katakana, without which hardly any Japanese list is written.</summary>
    internal static bool HasKana(byte[] evidence, string encoding) => TextEncodings.Find(encoding)!.GetString(evidence).AsSpan().ContainsAnyInRange('\u3041', '\u30FA');

    /// <summary>Whether the bytes beyond ASCII are letters of Western words in Windows-1252.</summary>
    internal static bool AreWestern(byte[] evidence)
    {
        int letters = 0, marks = 0, inWord = 0, strange = 0;
        for (var i = 0; i < evidence.Length; i++)
        {
            var b = evidence[i];
            if (b < 0x80)
            {
                continue;
            }

            var beside = (i > 0 && char.IsAsciiLetter((char)evidence[i - 1])) || (i + 1 < evidence.Length && char.IsAsciiLetter((char)evidence[i + 1]));
            var between = i > 0 && i + 1 < evidence.Length
                && char.IsAsciiLetterLower((char)evidence[i - 1]) && char.IsAsciiLetterLower((char)evidence[i + 1]);
            if (b is 0x80 or 0x85 or 0x91 or 0x92 or 0x93 or 0x94 or 0x95 or 0x96 or 0x97 or 0x99 or 0xA0 or 0xA3 or 0xA9 or 0xAB or 0xAE or 0xB0 or 0xB2
                or 0xB4 or 0xBA or 0xBB or 0xBC or 0xBD or 0xBE or 0xBF)
            {
                // Marks such as the euro, quotes, dashes, degree. Between two letters only the apostrophe belongs.
                _ = between && b is not (0x92 or 0xB4 or 0x96 or 0xA0) ? inWord++ : marks++;
            }
            else if (b is >= 0xC0 and not 0xD7 and not 0xF7 and not 0xD0 and not 0xDE and not 0xF0 and not 0xFE or 0x8A or 0x8C or 0x9A or 0x9C or 0x8E or 0x9E)
            {
                _ = beside && !(between && b is 0x8A or 0x8E or 0x9E or 0x9A) ? letters++ : strange++;
            }
            else
            {
                _ = between ? inWord++ : strange++;
            }
        }

        var all = letters + marks + inWord + strange;
        // In Cyrillic or Greek text the letters stand beside each other, not beside ASCII letters.
        return (letters + marks) * 10 >= all * 8;
    }
}
