using System.Text;
using UtfUnknown;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>How a file's bytes become text.</summary>
/// <param name="Encoding">Name for <see cref="Detected.Encoding"/>.</param>
/// <param name="Assumed">True when other encodings would have been possible.</param>
/// <param name="DamagedBytes">Bytes that mean nothing in this encoding, as far as counted.</param>
/// <param name="Blank">True when there is nothing but blanks.</param>
/// <param name="Garbled">A line with letters that were encoded twice, where others were not; null: there is none.</param>
internal sealed record EncodingFinding(string Encoding, bool Assumed, int DamagedBytes, bool Blank, string? Garbled = null);

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

        if (damaged == 0 && sequences > 0)
        {
            return IsTwice(evidence.ToArray())
                ? new EncodingFinding(TextEncodings.Twice, Assumed: true, 0, Blank: false)
                : new EncodingFinding("UTF-8", Assumed: false, 0, Blank: false, GarbledIn(evidence.ToArray()));
        }

        // A few bad bytes among many good sequences: UTF-8 that was damaged, not another encoding.
        return damaged == 0 || sequences > 20L * damaged || (sequences >= 3 && sequences >= 3L * damaged && AreWords(evidence.ToArray()))
            ? new EncodingFinding("UTF-8", Assumed: false, damaged, Blank: false)
            : new EncodingFinding(Legacy(evidence.ToArray()), Assumed: true, 0, Blank: false);
    }

    /// <summary>Whether all that is beyond ASCII is UTF-8 that was taken for Windows-1252: no word is written with "Ã¨" in it.</summary>
    private static bool IsTwice(byte[] evidence)
    {
        var (once, twice) = (Encoding.UTF8.GetString(evidence), TextEncodings.TextOf(evidence, TextEncodings.Twice));
        return once.Any(c => c is > '\u007F' and not '\uFEFF') && !CellText.IsDamaged(twice) && twice.Length < once.Length && twice.Any(char.IsLetter);
    }

    /// <summary>Whether the good sequences are letters within words, as two letters of another encoding that stand for one hardly ever are.</summary>
    private static bool AreWords(byte[] evidence)
    {
        var text = Encoding.UTF8.GetString(evidence);
        var beyond = text.Where(c => c > '\u007F' && c != '\uFFFD').ToList();
        return beyond.Count >= 3 && beyond.Count(c => char.IsLetter(c) && c is < '\u0250' or (> '\u0370' and < '\u0530') or > '\u0900') * 10 >= beyond.Count * 9;
    }

    private static string? GarbledIn(byte[] evidence) => Encoding.UTF8.GetString(evidence).Split('\n').FirstOrDefault(line =>
        line.AsSpan().IndexOfAny('Ã', 'Â') is >= 0 and var at && at + 1 < line.Length && line[at + 1] is (> '\u00A0' and <= '\u00BF') or '€' or '‚' or 'ƒ' or '„' or '…' or '†' or '‡' or '‰' or 'Š' or '‹' or 'Œ' or 'Ž' or '™' or 'š' or 'œ');

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
        var western = ByteEvidence.AreWestern(evidence);
        if (!western && EastAsianEvidence.Best(evidence) is { } eastAsian)
        {
            return eastAsian;
        }

        if (!western && ByteEvidence.LooksJapanese(evidence, "shift_jis"))
        {
            return "Shift_JIS";
        }

        // Russian in an old code page makes rare characters of it, and no kana.
        if (!western && ByteEvidence.LooksJapanese(evidence, "euc-jp") && (ByteEvidence.HasKana(evidence, "euc-jp") || AlphabetEvidence.Best(evidence) is null))
        {
            return "euc-jp";
        }

        if (LatinEvidence.Best(evidence) is { } latin)
        {
            return latin;
        }

        if (western)
        {
            return "windows-1252";
        }

        var best = CharsetDetector.DetectFromBytes(evidence).Detected;
        return best is { Confidence: > 0.8f, EncodingName: not null } && TextEncodings.Find(best.EncodingName) is { } found
            && found.CodePage is not (65001 or 1200 or 1201 or 20127)
                ? TextEncodings.NameOf(found)
                : AlphabetEvidence.Best(evidence) ?? "windows-1252";
    }
}
