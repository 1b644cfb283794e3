using System.Text;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Encodings by their web names. Bytes that mean nothing become U+FFFD, never a question mark or a similar letter.</summary>
internal static class TextEncodings
{
    /// <summary>UTF-8 that a program took for Windows-1252 and wrote as UTF-8 once more, so that "Crème" became "CrÃ¨me".</summary>
    internal const string Twice = "UTF-8 twice";

    private static readonly Lazy<Encoding> Western = new(() => Encoding.GetEncoding("windows-1252", new NeverWestern(), DecoderFallback.ReplacementFallback));

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The name under which an encoding is shown and stored; null: there is none of this name.</summary>
    internal static string? Known(string name) => name.Trim().Equals(Twice, StringComparison.OrdinalIgnoreCase) ? Twice : Find(name) is { } found ? NameOf(found) : null;

    /// <summary>A file's bytes in UTF-8; the file stays open.</summary>
    /// <exception cref="ArgumentException">There is no encoding of this name.</exception>
    internal static Stream ToUtf8(Stream content, string name)
    {
        if (name == Twice)
        {
            return Encoding.CreateTranscodingStream(content, Encoding.UTF8, Western.Value, leaveOpen: true);
        }

        var from = Find(name) ?? throw new ArgumentException($"Unknown encoding '{name}'.", nameof(name));
        return from.CodePage == Encoding.UTF8.CodePage ? content : Encoding.CreateTranscodingStream(content, from, new UTF8Encoding(false), leaveOpen: true);
    }

    /// <summary>The text of a part of a file.</summary>
    internal static string TextOf(byte[] bytes, string name) =>
        name == Twice ? Encoding.UTF8.GetString(Western.Value.GetBytes(Encoding.UTF8.GetString(bytes))) : Find(name)!.GetString(bytes);

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
            "cp850" or "dos" or "oem850" => "ibm850",
            "cp852" => "ibm852",
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

    /// <summary>What was never written twice comes back as damaged, for the byte of "ÿ" stands in no UTF-8; the mark before the text goes.</summary>
    private sealed class NeverWestern : EncoderFallback
    {
        public override int MaxCharCount => 1;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : EncoderFallbackBuffer
        {
            private int _left;

            public override int Remaining => _left;

            public override bool Fallback(char charUnknown, int index) => (_left = charUnknown == '\uFEFF' ? 0 : 1) > 0;

            public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => (_left = 1) > 0;

            public override char GetNextChar() => _left-- > 0 ? 'ÿ' : '\0';

            public override bool MovePrevious() => false;
        }
    }
}
