using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// Which encoding of two bytes makes words of stock lists of a file's bytes. Most bytes of one are valid in the others and read as rare characters there, so
/// validity proves little; a header that says "品名" or "단가" in one of them does.
/// </summary>
internal static class EastAsianEvidence
{
    private static readonly string[] Encodings = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"];

    private static readonly char[] Between = [',', ';', '\t', '|', '"', '\r', '\n'];

    /// <returns>The name of the one encoding in which the first lines say something; null when none does, or several.</returns>
    internal static string? Best(byte[] evidence)
    {
        var told = Encodings.Select(encoding => (Encoding: encoding, Words: Words(TextEncodings.TextOf(evidence, encoding)))).Where(found => found.Words > 0)
            .OrderByDescending(found => found.Words).ToList();
        return told.Count == 1 || (told.Count > 1 && told[0].Words >= 2 * told[1].Words) ? TextEncodings.Known(told[0].Encoding) : null;
    }

    private static int Words(string text) => CellText.IsDamaged(text) ? 0
        : text.Split('\n').Take(5).SelectMany(line => line.Split(Between)).Select(cell => cell.Trim()).Where(cell => cell.Length is > 1 and <= 12 && cell[0] >= '\u3000').Distinct()
            .Count(cell => KnownHeaders.Meanings(cell).Count > 0);
}
