using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>
/// A workbook's sheet as a stream of UTF-8 text, made while it is read: a line for each row, so that a line's number is its row's, and
/// cells with their types (<see cref="TypedCell"/>). Nothing in it needs quotes.
/// </summary>
internal sealed class SheetText : Stream
{
    /// <summary>Between cells; it cannot stand in a workbook's texts.</summary>
    internal const char Delimiter = '\u001F';

    // A few lines of prose may stand above the most records that are taken.
    private const int MostRows = ReadLimits.MaxRecords + 1000;

    private readonly SheetRows _rows;
    private readonly MemoryStream _line = new();
    private int _lineNumber = 1;

    private SheetText(SheetRows rows) => _rows = rows;

    /// <summary>Complete at the end of the stream.</summary>
    internal SheetFacts Facts => _rows.Facts;

    /// <param name="content">The workbook, seekable; it stays open.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="headerLine">Texts that span rows below this one are taken for each of these rows; null: none are.</param>
    internal static SheetText Open(Stream content, string sheet, int? headerLine)
    {
        var workbook = WorkbookFile.Open(content);
        try
        {
            var tab = workbook.Find(sheet) ?? throw new InvalidDataException($"The workbook has no sheet '{sheet}'.");
            return new SheetText(new SheetRows(workbook, tab, headerLine));
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_line.Position == _line.Length)
        {
            if (!_rows.Read())
            {
                return 0;
            }

            if (_rows.Facts.Rows > MostRows)
            {
                throw new WorkbookException(RefusalCode.TooManyRecords,
                    $"The sheet has more than {ReadLimits.MaxRecords:N0} rows; at most that many can be imported at once. Split it into several files.");
            }

            WriteLine();
        }

        return _line.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rows.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteLine()
    {
        _line.SetLength(0);
        for (; _lineNumber < _rows.Row; _lineNumber++)
        {
            _line.WriteByte((byte)'\n');
        }

        for (var i = 0; i < _rows.Count; i++)
        {
            if (i > 0)
            {
                _line.WriteByte((byte)Delimiter);
            }

            _line.Write(_rows.Cells[i]);
        }

        _line.WriteByte((byte)'\n');
        _lineNumber++;
        _line.Position = 0;
    }
}
