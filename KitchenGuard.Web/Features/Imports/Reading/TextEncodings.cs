using System.Text;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Encodings by their web names. Bytes that mean nothing become U+FFFD, never a question mark or a similar letter.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name, else null.</summary>
    internal static Encoding? Find(string name)
    {
        var canonical = name.Trim().ToLowerInvariant() switch
        {
            "utf8" or "utf-8-sig" or "us-ascii" or "ascii" => "utf-8",
            "utf-16" or "utf16" or "utf-16-le" or "utf16le" => "utf-16le",
            "utf-16-be" or "utf16be" => "utf-16be",
            "cp1252" or "ansi" or "latin1" or "iso-8859-1" => "windows-1252",
            "sjis" or "shift-jis" or "cp932" or "windows-31j" or "ms932" => "shift_jis",
            "macroman" or "mac-roman" or "x-mac-roman" => "macintosh",
            "utf-7" => "",
            var other => other,
        };
        try
        {
            return canonical.Length == 0
                ? null
                : Encoding.GetEncoding(canonical, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The name under which an encoding is shown and stored.</summary>
    internal static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "UTF-8",
        1200 => "UTF-16LE",
        1201 => "UTF-16BE",
        12000 => "UTF-32LE",
        932 => "Shift_JIS",
        _ => encoding.WebName,
    };
}
