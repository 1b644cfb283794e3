using System.Text;
using UtfUnknown;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>How a file's bytes become text.</summary>
/// <param name="Encoding">Name for <see cref="Detected.Encoding"/>.</param>
/// <param name="Assumed">True when other encodings would have been possible.</param>
/// <param name="DamagedBytes">Bytes that mean nothing in this encoding, as far as counted.</param>
/// <param name="Blank">True when there is nothing but blanks.</param>
internal sealed record EncodingFinding(string Encoding, bool Assumed, int DamagedBytes, bool Blank);

/// <summary>Decides the encoding over the whole file: mark, zero bytes, valid UTF-8, then what the lines beyond ASCII look like.</summary>
internal static class EncodingDetection
{
    private const int EvidenceSize = 64 * 1024;

    internal static async Task<EncodingFinding> DetectAsync(Stream content, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var carried = 0;
        var first = true;
        var blank = true;
        var marked = (string?)null;
        int sequences = 0, damaged = 0;
        var zeros = new int[2];
        long length = 0;
        using var evidence = new MemoryStream();
        while (true)
        {
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(carried), buffer.Length - carried, throwOnEndOfStream: false, ct);
            var end = carried + read < buffer.Length;
            var chunk = buffer.AsSpan(0, carried + read);
            if (first)
            {
                marked = MarkOf(chunk);
                CountZeros(chunk, zeros);
                length = chunk.Length;
                first = false;
            }

            blank = blank && IsBlank(chunk);
            if (marked is not null && !blank)
            {
                return new EncodingFinding(marked, Assumed: false, 0, Blank: false);
            }

            carried = CountUtf8(chunk, end, ref sequences, ref damaged);
            CollectLines(chunk, evidence);
            chunk[^carried..].CopyTo(buffer);
            if (end)
            {
                break;
            }
        }

        if (blank)
        {
            return new EncodingFinding("UTF-8", Assumed: false, 0, Blank: true);
        }

        if (Utf16By(zeros, length) is { } utf16)
        {
            return new EncodingFinding(utf16, Assumed: true, 0, Blank: false);
        }

        // A few bad bytes among many good sequences: UTF-8 that was damaged, not another encoding.
        return damaged == 0 || sequences > 20L * damaged
            ? new EncodingFinding("UTF-8", Assumed: false, damaged, Blank: false)
            : new EncodingFinding(Legacy(evidence.ToArray()), Assumed: true, 0, Blank: false);
    }

    private static string? MarkOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => null, // still checked: some programs put the mark before text in another encoding
        [0xFF, 0xFE, 0, 0, ..] => "UTF-32LE",
        [0xFF, 0xFE, ..] => "UTF-16LE",
        [0xFE, 0xFF, ..] => "UTF-16BE",
        _ => null,
    };

    private static readonly System.Buffers.SearchValues<byte> BlankBytes =
        System.Buffers.SearchValues.Create([(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]);

    private static bool IsBlank(ReadOnlySpan<byte> chunk) => !chunk.ContainsAnyExcept(BlankBytes);

    private static void CountZeros(ReadOnlySpan<byte> chunk, int[] zeros)
    {
        for (var i = 0; i < chunk.Length; i++)
        {
            if (chunk[i] == 0)
            {
                zeros[i & 1]++;
            }
        }
    }

    private static string? Utf16By(int[] zeros, long length)
    {
        var all = zeros[0] + zeros[1];
        if (all < 4 || all * 30L < length)
        {
            return null;
        }

        return zeros[1] > 20 * zeros[0] ? "UTF-16LE" : zeros[0] > 20 * zeros[1] ? "UTF-16BE" : null;
    }

    /// <returns>How many bytes at the end belong to a sequence that the next chunk completes.</returns>
    private static int CountUtf8(ReadOnlySpan<byte> chunk, bool end, ref int sequences, ref int damaged)
    {
        if (Ascii.IsValid(chunk))
        {
            return 0;
        }

        while (!chunk.IsEmpty)
        {
            var ascii = chunk.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return 0;
            }

            chunk = chunk[ascii..];
            var status = Rune.DecodeFromUtf8(chunk, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !end && chunk.Length < 4)
            {
                return chunk.Length;
            }

            if (status == System.Buffers.OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                damaged++;
            }

            chunk = chunk[consumed..];
        }

        return 0;
    }

    private static void CollectLines(ReadOnlySpan<byte> chunk, MemoryStream evidence)
    {
        while (evidence.Length < EvidenceSize)
        {
            var high = chunk.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                return;
            }

            var start = chunk[..high].LastIndexOf((byte)'\n') + 1;
            var rest = chunk[high..].IndexOf((byte)'\n');
            var stop = rest < 0 ? chunk.Length : high + rest + 1;
            evidence.Write(chunk[start..Math.Min(stop, start + 4096)]);
            chunk = chunk[stop..];
        }
    }

    private static string Legacy(byte[] evidence)
    {
        // "é" before a letter is a valid Japanese character as well, so Western words are looked for first.
        var (western, mac) = WesternLetters(evidence);
        if (!western && LooksJapanese(evidence, "shift_jis"))
        {
            return "Shift_JIS";
        }

        if (!western && LooksJapanese(evidence, "euc-jp"))
        {
            return "euc-jp";
        }

        if (mac)
        {
            return "macintosh";
        }

        if (western)
        {
            return "windows-1252";
        }

        var best = CharsetDetector.DetectFromBytes(evidence).Detected;
        return best is { Confidence: > 0.8f, EncodingName: not null } && TextEncodings.Find(best.EncodingName) is { } found
            && found.CodePage is not (65001 or 1200 or 1201 or 20127)
                ? TextEncodings.NameOf(found)
                : "windows-1252";
    }

    /// <summary>Valid throughout, and what it says is mostly kana, kanji and their punctuation.</summary>
    private static bool LooksJapanese(byte[] evidence, string encoding)
    {
        var text = TextEncodings.Find(encoding)!.GetString(evidence);
        int japanese = 0, other = 0;
        foreach (var c in text)
        {
            if (c < 0x80)
            {
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

    /// <summary>Whether the bytes beyond ASCII are letters of Western words in Windows-1252, or in Mac Roman.</summary>
    private static (bool Western, bool Mac) WesternLetters(byte[] evidence)
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
        var western = (letters + marks) * 10 >= all * 8;
        return (western, !western && MacLetters(evidence));
    }

    /// <summary>In Mac Roman the letters stand where Windows has quotes and dashes, the euro and quotes where it has capital letters.</summary>
    private static bool MacLetters(byte[] evidence)
    {
        int letters = 0, marks = 0, others = 0;
        for (var i = 1; i + 1 < evidence.Length; i++)
        {
            var b = evidence[i];
            if (b < 0x80)
            {
                continue;
            }

            var before = char.IsAsciiLetter((char)evidence[i - 1]);
            var after = char.IsAsciiLetter((char)evidence[i + 1]);
            if (b <= 0x9F)
            {
                _ = before || after ? letters++ : others++;
            }
            else
            {
                _ = b is 0xDB or 0xCA or 0xA1 or 0xD0 or 0xD1 && !(before && after) || b is 0xD5 or 0xD2 or 0xD3 ? marks++ : others++;
            }
        }

        return letters >= 1 && letters + marks >= 9 * others;
    }
}
