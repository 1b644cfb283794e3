using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>What encodings are called before people, who know where a file comes from rather than its code page's number.</summary>
public static class EncodingNames
{
    /// <summary>Those that can be chosen, by the name that options take.</summary>
    public static readonly IReadOnlyList<string> Choices =
        ["utf-8", "utf-8 twice", "windows-1252", "macintosh", "ibm850", "shift_jis", "utf-16le", "utf-16be", "iso-8859-2", "windows-1251", "euc-jp", "gb18030", "big5", "euc-kr"];

    /// <summary>A name to show; an encoding that has none is called what programs call it.</summary>
    public static string Encoding(this IStringLocalizer texts, string name) => name.ToLowerInvariant() switch
    {
        "utf-8 twice" => texts["UTF-8, encoded twice (CrÃ¨me)"],
        "utf-16le" => "UTF-16 LE",
        "utf-16be" => "UTF-16 BE",
        "windows-1250" => texts["Windows-1250 (Central Europe)"],
        "windows-1251" => texts["Windows-1251 (Cyrillic)"],
        "windows-1252" => texts["Windows-1252 (Western Europe)"],
        "windows-1254" or "iso-8859-9" => texts["Windows-1254 (Turkish)"],
        "iso-8859-2" => texts["ISO-8859-2 (Central Europe)"],
        "iso-8859-7" => texts["ISO-8859-7 (Greek)"],
        "iso-8859-15" => texts["ISO-8859-15 (Western Europe)"],
        "macintosh" => texts["Macintosh"],
        "ibm850" => texts["DOS (Western Europe)"],
        "ibm852" => texts["DOS (Central Europe)"],
        "cp866" => texts["DOS (Cyrillic)"],
        "koi8-r" => texts["KOI8-R (Cyrillic)"],
        "shift_jis" => texts["Shift_JIS (Japanese)"],
        "euc-jp" => texts["EUC-JP (Japanese)"],
        "gb18030" => texts["GB 18030 (Chinese)"],
        "big5" => texts["Big5 (Chinese)"],
        "euc-kr" => texts["EUC-KR (Korean)"],
        _ => name,
    };
}
