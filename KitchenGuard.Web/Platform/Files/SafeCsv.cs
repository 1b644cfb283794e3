using System.Buffers;
using System.Globalization;
using CsvHelper;

namespace KitchenGuard.Web.Platform.Files;

/// <summary>
/// Writes a table as UTF-8 text with byte order mark, by RFC 4180 with CR LF, a row at a time. A spreadsheet runs a text that starts like a formula, so
/// such a text gets a mark in front, which an import takes off again. Numbers are never marked.
/// </summary>
internal sealed class SafeCsv : IAsyncDisposable
{
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=+-@\t\r", NewLine = "\r\n",
    };

    private static readonly CsvWriterOptions WithSemicolons = Options with
    {
        Separator = ';', FormatProvider = new NumberFormatInfo { NumberDecimalSeparator = "," },
    };

    // Where lists are separated by semicolons, or the text is pasted, these would part a cell whatever the file's own separator is.
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t");

    private readonly CsvWriter _csv;

    /// <summary>What a marked text begins with behind its mark; with the full-width signs, which a spreadsheet in Japanese takes for the narrow ones.</summary>
    internal static SearchValues<char> Marked { get; } = SearchValues.Create("=+-@\t\r'＝＋－＠");

    /// <summary>Begins a file.</summary>
    /// <param name="output">Receives it; stays open.</param>
    /// <param name="semicolons">Semicolons between cells and decimal commas.</param>
    public SafeCsv(Stream output, bool semicolons = false) => _csv = CsvWriter.Create(output, semicolons ? WithSemicolons : Options, leaveOpen: true);

    /// <summary>Writes one row.</summary>
    public async Task WriteAsync(IEnumerable<object?> cells, CancellationToken ct)
    {
        foreach (var cell in cells)
        {
            Write(cell);
        }

        await _csv.EndRecordAsync(ct);
    }

    /// <summary>Hands on what is left.</summary>
    public ValueTask FlushAsync(CancellationToken ct) => _csv.FlushAsync(ct);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private void Write(object? value)
    {
        switch (value)
        {
            case decimal number:
                // 1.125 could be a thousand in another country; 1.1250 could not.
                _csv.WriteField(number.Scale == 3 ? number * 1.0m : number);
                break;
            case int or long:
                _csv.WriteField(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case DateOnly date:
                _csv.WriteField(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                _csv.WriteField(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case bool flag:
                _csv.WriteField(flag ? "true" : "false");
                break;
            default:
                // The ASCII signs are marked by the writer. What starts with the mark itself gets another, so that taking one off is always right.
                var text = value?.ToString() ?? "";
                text = text is ['\'' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
                _csv.WriteField(text, text.AsSpan().ContainsAny(Separators) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
                break;
        }
    }
}
