using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The table as it was found in a file, before mapping: its header and every record with a non-blank cell.</summary>
public static class TableText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Streams the header (when the file has one) and the records as they were found; cells are not trimmed.</summary>
    /// <param name="content">The file from its first byte; it stays open.</param>
    /// <param name="detected">How it is written.</param>
    /// <param name="ct">Cancels.</param>
    public static async IAsyncEnumerable<IReadOnlyList<string>> ReadAsync(Stream content, Detected detected, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(detected);
        var width = 0;
        using var records = RawRecords.Open(content, detected, 0);
        while (await records.ReadAsync(ct))
        {
            if (records.Line < detected.HeaderLine)
            {
                continue;
            }

            var cells = records.Cells();
            if (records.Line == detected.HeaderLine
                || (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace) && !RecordReader.IsHint(records.Line, cells)))
            {
                if (records.IsTyped)
                {
                    // A sheet's rows end with their last filled cell; the table's do not.
                    width = Math.Max(width, cells.Length);
                    cells = [.. cells.Select(TypedCell.Plain), .. Enumerable.Repeat("", width - cells.Length)];
                }

                yield return cells;
            }
        }
    }

    /// <summary>Writes the table as UTF-8 without a mark by RFC 4180: commas, double quotes where needed, CR LF.</summary>
    /// <param name="content">The file from its first byte; it stays open.</param>
    /// <param name="detected">How it is written.</param>
    /// <param name="output">Receives the text; it stays open.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync(Stream content, Detected detected, Stream output, CancellationToken ct)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        var line = new StringBuilder();
        await foreach (var cells in ReadAsync(content, detected, ct))
        {
            line.Clear();
            AppendRecord(line, cells);
            await writer.WriteAsync(line, ct);
        }
    }

    /// <summary>Appends one record by RFC 4180, with its line end.</summary>
    public static void AppendRecord(StringBuilder text, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cells);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            var cell = cells[i];
            // A lone empty cell is quoted, else its record would be an empty line.
            if (cell.AsSpan().ContainsAny(Quoted) || (cells.Count == 1 && cell.Length == 0))
            {
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(cell);
            }
        }

        text.Append("\r\n");
    }
}
