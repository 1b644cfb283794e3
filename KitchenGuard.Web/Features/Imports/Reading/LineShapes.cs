namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Looks at lines as they stand, quotes taken as text, to tell whether a quote was meant to span them.</summary>
internal sealed class LineShapes(byte delimiter, int columns)
{
    internal static int Count(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            lines += at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1;
            var next = text[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return lines;
    }

    internal static ReadOnlySpan<byte> First(ReadOnlySpan<byte> input)
    {
        var end = input.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? input : input[..end];
    }

    /// <summary>Whether every line has as many cells as a record, quotes taken as text.</summary>
    internal bool AreWhole(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var line = First(lines);
            if (line.Length > 0 && line.Count(delimiter) != columns - 1)
            {
                return false;
            }

            lines = lines[Math.Min(line.Length + 1, lines.Length)..];
        }

        return true;
    }

    /// <summary>Whether the lines inside an open quote have the shape of records, so that the quote was never meant to span them.</summary>
    internal bool LookLikeRecords(ReadOnlySpan<byte> text)
    {
        int lines = 0, alike = 0, first = -1;
        while (lines < 200)
        {
            var end = text.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                break;
            }

            if (end > 0)
            {
                var marks = text[..end].Count(delimiter);
                first = first < 0 ? marks : first;
                lines++;
                alike += marks == (columns > 0 ? columns - 1 : first) && (marks > 0 || columns == 1) ? 1 : 0;
            }

            text = text[(end + 1)..];
        }

        return lines > 0 && alike * 2 >= lines;
    }
}
