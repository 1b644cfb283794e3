namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// Which code page makes Cyrillic or Greek words of the bytes of short lists, of which too little is there for a statistic of pairs.
/// </summary>
internal static class AlphabetEvidence
{
    /// <summary>The letters that make up most of what is written in the language.</summary>
    private const string CommonCyrillic = "оеаинтсрвлкі", CommonGreek = "αοιετσνηρκςάόίέή";

    private static readonly (string Encoding, char First, char Last, string Common)[] Candidates =
    [
        ("windows-1251", 'Ѐ', 'ӿ', CommonCyrillic), ("koi8-r", 'Ѐ', 'ӿ', CommonCyrillic),
        ("cp866", 'Ѐ', 'ӿ', CommonCyrillic), ("iso-8859-5", 'Ѐ', 'ӿ', CommonCyrillic),
        ("windows-1253", 'Ͱ', 'Ͽ', CommonGreek), ("iso-8859-7", 'Ͱ', 'Ͽ', CommonGreek),
    ];

    /// <returns>The name of the encoding that explains the bytes best; null when none does well, or another one nearly as well.</returns>
    internal static string? Best(byte[] evidence)
    {
        var ranked = Candidates.Select(candidate => (candidate.Encoding, candidate.First, Score: Score(evidence, candidate)))
            .OrderByDescending(candidate => candidate.Score).ToList();
        var otherAlphabet = ranked.First(other => other.First != ranked[0].First).Score;
        return ranked[0].Score >= 0.55 && ranked[0].Score > otherAlphabet + 0.15 ? ranked[0].Encoding : null;
    }

    /// <summary>How much of what is beyond ASCII are letters of the alphabet in words, times how much of these are common ones, 0 to 1.</summary>
    private static double Score(byte[] evidence, (string Encoding, char First, char Last, string Common) candidate)
    {
        var text = TextEncodings.Find(candidate.Encoding)!.GetString(evidence);
        int all = 0, letters = 0, frequent = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80)
            {
                continue;
            }

            all++;
            if (text[i] < candidate.First || text[i] > candidate.Last || (char.IsUpper(text[i]) && i > 0 && char.IsLower(text[i - 1])))
            {
                continue;
            }

            letters++;
            frequent += candidate.Common.Contains(char.ToLowerInvariant(text[i]), StringComparison.Ordinal) ? 1 : 0;
        }

        return letters < 6 ? 0 : (double)letters / all * frequent / letters;
    }
}
