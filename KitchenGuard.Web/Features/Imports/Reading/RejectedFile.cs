using System.Buffers;
using System.Text;
using System.Text.Json;
using KitchenGuard.Web.Platform.Files;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>A record that was not taken, and all that was said against it.</summary>
/// <param name="Reason">The errors' sentences, joined.</param>
/// <param name="IsWide">True: it has more cells than the table has columns.</param>
public sealed record RejectedRecord(string Reason, bool IsWide);

/// <summary>
/// The records of a file that were rejected, with their own columns and the reason behind them, in the file's delimiter: to be mended in a spreadsheet
/// and sent again. Text that a spreadsheet would run as a formula has one apostrophe before it, which the importer takes off again because it
/// knows the last column's header.
/// </summary>
public sealed class RejectedFile
{
    /// <summary>The header of the last column. It says that the file is one of ours and is never imported.</summary>
    public const string ReasonHeader = "KitchenGuard: why it was rejected";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\"\r\n;\t");
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,% \u00A0");

    private readonly ReadPlan _plan;
    private readonly IReadOnlyDictionary<int, RejectedRecord> _rejected;
    private readonly IReadOnlyDictionary<(int Line, int Column), string> _edits;
    private readonly IReadOnlySet<int> _headings;
    private readonly char _delimiter;
    private readonly StringBuilder _line = new();

    /// <param name="plan">How the import was read.</param>
    /// <param name="rejected">The rejected records by the line they start on.</param>
    /// <param name="edits">Cells that a person has corrected, by line and 1-based column.</param>
    /// <param name="headings">Lines of headings, which give the records below them their category.</param>
    public RejectedFile(
        ReadPlan plan, IReadOnlyDictionary<int, RejectedRecord> rejected, IReadOnlyDictionary<(int Line, int Column), string> edits, IReadOnlySet<int> headings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (_plan, _rejected, _edits, _headings) = (plan, rejected, edits, headings);
        _delimiter = plan.Detected.Delimiter is [var one] ? one : ',';
    }

    /// <summary>Writes the records of a file: UTF-8 with byte order mark, CR LF.</summary>
    /// <param name="open">Opens the file from its first byte; called twice when a record has too many cells.</param>
    /// <param name="output">Receives the text; it stays open.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WriteAsync(Func<Stream> open, Stream output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(open);
        // Each table's records stand under its own header: cost and quantity may have changed places.
        List<(int HeaderLine, IReadOnlyList<MappedColumn> Columns)> tables =
            [(0, _plan.Columns), .. _plan.Tables.Where(table => table is { Beside: null, IsImported: true }).Select(table => (table.HeaderLine, table.Columns))];
        // Rows that were mended once and are rejected again keep one reason.
        string[] Plain(string[] cells) => _plan.IsRejectedFile && cells.Length >= _plan.Columns.Count ? [.. cells[..(_plan.Columns.Count - 1)], .. cells[_plan.Columns.Count..]] : cells;
        var width = tables.Max(table => Plain(HeaderOf(table.Columns)).Length);
        if (_rejected.Values.Any(r => r.IsWide))
        {
            await foreach (var (line, cells) in ReadAsync(open, ct))
            {
                width = _rejected.ContainsKey(line) ? Math.Max(width, Plain(cells).Length) : width;
            }
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(true), 64 * 1024, leaveOpen: true);
        await WriteAsync(writer, Plain(HeaderOf(tables[0].Columns)), width, ReasonHeader, ct);
        var current = 0;
        var heading = HeadingAbove(tables[0].Columns);
        await foreach (var (line, cells) in ReadAsync(open, ct))
        {
            if (_headings.Contains(line))
            {
                heading = cells;
            }
            else if (_rejected.TryGetValue(line, out var record))
            {
                var table = tables.FindLastIndex(table => table.HeaderLine < line);
                if (table != current)
                {
                    await WriteAsync(writer, [], width, "", ct);
                    await WriteAsync(writer, Plain(HeaderOf(tables[table].Columns)), width, ReasonHeader, ct);
                    current = table;
                }

                if (heading is not null)
                {
                    await WriteAsync(writer, Plain(heading), width, "", ct);
                    heading = null;
                }

                await WriteAsync(writer, Plain(cells), width, record.Reason, ct);
            }
        }
    }

    /// <summary>The title above the table, where it heads the first of its groups.</summary>
    private string[]? HeadingAbove(IReadOnlyList<MappedColumn> columns) => _plan.Rows.FirstHeading is not { } title ? null
        : [.. columns.Select(column => column.Field == ItemField.Name ? title : "")];

    private static string[] HeaderOf(IReadOnlyList<MappedColumn> columns) => [.. columns.Select(column => column.Header.Length > 0 ? column.Header : column.Field ?? $"Column {column.Column}")];

    /// <summary>Writes the rows of a JSON array: their keys are the columns.</summary>
    public async Task WriteRowsAsync(Func<Stream> open, Stream output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(open);
        var keys = new List<string>();
        await foreach (var (_, row) in RowsAsync(open, ct))
        {
            keys.AddRange(Cells(row).Select(c => c.Key).Except(keys));
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(true), 64 * 1024, leaveOpen: true);
        await WriteAsync(writer, [.. keys], keys.Count, ReasonHeader, ct);
        await foreach (var (place, row) in RowsAsync(open, ct))
        {
            var cells = Cells(row).ToLookup(c => c.Key, c => c.Text);
            await WriteAsync(writer, [.. keys.Select(key => cells[key].LastOrDefault() ?? "")], keys.Count, _rejected[place].Reason, ct);
        }
    }

    /// <summary>The cell as a spreadsheet shows it and does not run it; numbers stay as they are.</summary>
    internal static string Protect(string cell) =>
        cell.Length > 1 && SafeCsv.Marked.Contains(cell[0]) && (cell[0] is not ('+' or '-') || cell.AsSpan(1).ContainsAnyExcept(OfNumbers)) ? "'" + cell : cell;

    private async IAsyncEnumerable<(int Line, string[] Cells)> ReadAsync(
        Func<Stream> open, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var content = open();
        using var records = RawRecords.Open(content, _plan.Detected, _plan.Columns.Count);
        while (await records.ReadAsync(ct))
        {
            if (records.Line > _plan.HeaderEnd && (_rejected.ContainsKey(records.Line) || _headings.Contains(records.Line)))
            {
                var cells = records.Cells();
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = _edits.GetValueOrDefault((records.Line, i + 1), TypedCell.Plain(cells[i]));
                }

                yield return (records.Line, cells);
            }
        }
    }

    private async IAsyncEnumerable<(int Place, JsonElement Row)> RowsAsync(
        Func<Stream> open, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var content = open();
        var place = 0;
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, ReadPlan.Json, ct))
        {
            if (_rejected.ContainsKey(++place))
            {
                yield return (place, row);
            }
        }
    }

    private static IEnumerable<(string Key, string Text)> Cells(JsonElement row) => row.ValueKind != JsonValueKind.Object
        ? [(ItemField.Name, row.ToString())]
        : row.EnumerateObject().Select(p => (p.Name, p.Value.ToString()));

    private async Task WriteAsync(StreamWriter writer, string[] cells, int width, string reason, CancellationToken ct)
    {
        _line.Clear();
        for (var i = 0; i < width; i++)
        {
            Append(i < cells.Length ? Protect(cells[i]) : "");
            _line.Append(_delimiter);
        }

        Append(reason);
        await writer.WriteAsync(_line.Append("\r\n"), ct);
    }

    private void Append(string cell)
    {
        if (cell.Contains(_delimiter) || cell.AsSpan().ContainsAny(Quoted))
        {
            _line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            _line.Append(cell);
        }
    }
}
