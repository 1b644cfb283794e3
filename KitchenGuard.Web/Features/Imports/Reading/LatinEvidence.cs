namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Which of the Latin code pages makes words of a file's bytes: Western, of Windows, of a Mac or of DOS, Turkish or Central European.</summary>
internal static class LatinEvidence
{
    private const string Western = "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒ";

    /// <summary>Letters that Western lists hardly have, and that Turkish and Central European ones turn into.</summary>
    private const string Rare = "ýÝžŽšŠðÐþÞ";

    private const string Central = "áäąăâćčçďđéęëěíîľĺłńňóôöőŕřśšşßťţúüůűýźžżÁÄĄĂÂĆČÇĎĐÉĘËĚÍÎĽĹŁŃŇÓÔÖŐŔŘŚŠŞŤŢÚÜŮŰÝŹŽŻ";
    private const string Turkish = "çğıöşüâîûéÇĞİÖŞÜÂÎÛÉäèàáíóñ";
    private const string Marks = "€£$°«»‘’“”„–—…•½¼¾©®™²³µ·´¡¿ªº\u00A0";
    private const string InWords = "’´\u00A0–·";

    private static readonly (string Encoding, string Letters)[] Candidates =
    [
        ("windows-1252", Western), ("iso-8859-15", Western), ("windows-1254", Turkish), ("windows-1250", Central), ("iso-8859-2", Central),
        ("macintosh", Western), ("ibm850", Western), ("ibm852", Central),
    ];

    /// <returns>The name of the encoding that explains the bytes best; null when none does well.</returns>
    internal static string? Best(byte[] evidence)
    {
        int high = 0, beside = 0;
        for (var i = 0; i < evidence.Length; i++)
        {
            if (evidence[i] >= 0x80)
            {
                high++;
                beside += (i > 0 && IsWordByte(evidence[i - 1])) || (i + 1 < evidence.Length && IsWordByte(evidence[i + 1])) ? 1 : 0;
            }
        }

        // In Cyrillic or Greek text the letters stand beside each other, not beside ASCII letters.
        if (high == 0 || beside * 10 < high * 5)
        {
            return null;
        }

        var (best, bestScore) = ("", 0d);
        foreach (var (encoding, letters) in Candidates)
        {
            var score = Score(TextEncodings.Find(encoding)!.GetString(evidence), letters);
            if (score > bestScore + 0.02)
            {
                (best, bestScore) = (encoding, score);
            }
        }

        return bestScore >= 0.9 ? best : null;
    }

    private static bool IsWordByte(byte value) => char.IsAsciiLetter((char)value) || value is (byte)' ' || char.IsAsciiDigit((char)value);

    /// <summary>How much of the text beyond ASCII is what words and prices have, 0 to 1.</summary>
    private static double Score(string text, string letters)
    {
        var isHungarian = letters == Western && text.AsSpan().IndexOfAny('õ', 'Õ') >= 0 && text.AsSpan().IndexOfAny('ö', 'ü') >= 0 && !text.Contains('ã');
        double good = 0;
        var all = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                continue;
            }

            all++;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            good += letters.Contains(c) ? (IsAmongSmall(c, before, after) ? 0 : isHungarian && c is 'õ' or 'Õ' ? 0.5 : 1)
                : Marks.Contains(c) ? Fit(c, before, after)
                : Rare.Contains(c) ? 0.5 : 0;
        }

        return all == 0 ? 0 : good / all;
    }

    /// <summary>A large letter within a word of small ones is another letter in another encoding.</summary>
    private static bool IsAmongSmall(char c, char before, char after) =>
        char.IsUpper(c) && char.IsLetter(before) && (char.IsLower(before) || char.IsLower(after));

    /// <summary>How well a mark stands where it does: an apostrophe and hardly a dash within a word; "½ufs" is "œufs".</summary>
    private static double Fit(char mark, char before, char after)
    {
        var isWithin = char.IsLetter(before) && char.IsLetter(after);
        return isWithin && !InWords.Contains(mark) ? 0
            : mark is '–' && char.IsLower(before) && char.IsLower(after) ? 0.5
            : mark is '³' or '²' or '¾' or '¼' or '½' && char.IsLetter(after) ? 0
            : 1;
    }
}
