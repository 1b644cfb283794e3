using System.Text;
using CsvHelper;
using KitchenGuard.Web.Features.Imports.Workbooks;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The records of a file as cells of text, with the physical line on which each starts. An empty line is a record of one empty cell.</summary>
internal sealed class RawRecords : IDisposable
{
    private readonly CsvReader _reader;
    private readonly RecordStream _stream;

    private SheetText? _sheet;
    private int _columns;

    private readonly string? _replaced;

    private RawRecords(CsvReader reader, RecordStream stream, string? replaced) => (_reader, _stream, _replaced) = (reader, stream, replaced);

    /// <summary>Physical line, 1-based.</summary>
    internal int Line { get; private set; }

    internal RecordFault Fault { get; private set; }

    internal int Count => _reader.FieldCount;

    /// <param name="content">The file from its first byte; it stays open.</param>
    /// <param name="encoding">Name of its encoding.</param>
    /// <param name="delimiter">One or several characters.</param>
    /// <param name="quote">One character; empty: none.</param>
    /// <param name="columns">How many cells a record should have; 0 when not known yet.</param>
    /// <param name="quotedLines">Whether each line is quoted as a whole.</param>
    internal static RawRecords Open(Stream content, string encoding, string delimiter, string quote, int columns, bool quotedLines = false)
    {
        var utf8 = TextEncodings.ToUtf8(content, encoding);
        utf8 = quotedLines ? new QuotedLines(utf8) : utf8;
        var separator = delimiter.Length == 1 && char.IsAscii(delimiter[0]) ? delimiter[0] : OneByteDelimiter.Replacement;
        if (separator == OneByteDelimiter.Replacement)
        {
            utf8 = new OneByteDelimiter(utf8, delimiter);
        }

        var stream = new RecordStream(utf8, (byte)separator, quote.Length == 0 ? null : (byte)quote[0], columns);
        var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            Mode = quote.Length == 0 ? CsvMode.NoEscape : CsvMode.Rfc4180,
            Quote = quote.Length == 0 ? '"' : quote[0],
            TrimWhitespace = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
            MaxRecordSize = 16 * 1024 * 1024,
            Encoding = new UTF8Encoding(false),
        });
        return new RawRecords(reader, stream, separator == OneByteDelimiter.Replacement ? delimiter : null);
    }

    /// <param name="content">The file from its first byte; a workbook's must be seekable. It stays open.</param>
    /// <param name="detected">How it is written.</param>
    /// <param name="columns">How many cells a record should have; 0 when not known yet.</param>
    internal static RawRecords Open(Stream content, Detected detected, int columns)
    {
        if (detected.Sheet is null)
        {
            return Open(content, detected.Encoding, detected.Delimiter, detected.Quote, columns, detected.QuotedLines);
        }

        var sheet = SheetText.Open(content, detected.Sheet, detected.HeaderLine);
        var records = Open(sheet, "UTF-8", SheetText.Delimiter.ToString(), "", 0);
        (records._sheet, records._columns) = (sheet, columns);
        return records;
    }

    internal async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        if (!await _reader.ReadAsync(ct))
        {
            return false;
        }

        Line = _stream.PhysicalLine(_reader.LineNumber);
        Fault = _stream.FaultAt(Line);
        return true;
    }

    /// <summary>A delimiter of several characters inside quotes is text and comes back as it was.</summary>
    internal string Cell(int index) => _replaced is null
        ? _reader.GetString(index)
        : _reader.GetString(index).Replace(OneByteDelimiter.Replacement.ToString(), _replaced, StringComparison.Ordinal);

    /// <summary>Whether cells carry the marks of <see cref="TypedCell"/>.</summary>
    internal bool IsTyped => _sheet is not null;

    /// <summary>
    /// The cells as they are meant: ="00123" is how a text file makes a spreadsheet program keep a code as it stands.
    /// </summary>
    internal string[] Values()
    {
        var cells = Cells();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].AsSpan().Trim() is ['=', '"', .. var inner, '"'] && !inner.Contains('"'))
            {
                cells[i] = inner.ToString();
            }
        }

        return cells;
    }

    /// <summary>The cells as the file has them.</summary>
    internal string[] Cells()
    {
        // A sheet's rows end with their last filled cell; no cell is missing from them.
        var cells = new string[IsTyped ? Math.Max(_reader.FieldCount, _columns) : _reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = i < _reader.FieldCount ? Cell(i) : "";
        }

        if (IsTyped)
        {
            TypedCell.Restore(cells);
        }

        return cells;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _sheet?.Dispose();
    }
}
