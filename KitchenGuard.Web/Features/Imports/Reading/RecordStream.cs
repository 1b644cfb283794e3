using System.Buffers;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// UTF-8 text on its way to CsvHelper, mended so that one bad quote or endless cell spoils only its own record: CsvHelper reads an
/// unclosed quote to the end of the file, silently. Records without quotes pass untouched; faults are told apart by line.
/// </summary>
/// <param name="source">UTF-8 text, with or without byte order marks.</param>
/// <param name="delimiter">The byte between cells.</param>
/// <param name="quote">The quote byte; null: quotes are ordinary text.</param>
/// <param name="columns">How many cells a record should have; 0 when not known yet.</param>
internal sealed class RecordStream(Stream source, byte delimiter, byte? quote, int columns) : Stream
{
    // UTF-8 needs up to four bytes a character.
    private const int MaxCellBytes = ReadLimits.MaxCellLength * 4;

    private readonly SearchValues<byte> _recordMarks = SearchValues.Create(quote is { } q ? [q, (byte)'\n', (byte)'\r'] : [(byte)'\n', (byte)'\r']);
    private readonly Queue<(int Line, RecordFault Fault)> _faults = new();
    private readonly Queue<(int Line, int Lines)> _dropped = new();
    private readonly RecordScan _record = new(delimiter, quote, columns);

    private byte[] _buffer = new byte[128 * 1024];
    private byte[] _mended = [];
    private int _mendedAt;
    private int _start;
    private int _safe;
    private int _end;
    private int _line = 1;
    private bool _ended;
    private bool _begun;
    private bool _dropping;
    private bool _droppingQuoted;
    private int _droppedLines;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The fault of the record that starts on a line. Lines must be asked for in rising order.</summary>
    internal RecordFault FaultAt(int line)
    {
        while (_faults.TryPeek(out var fault) && fault.Line <= line)
        {
            _faults.Dequeue();
            if (fault.Line == line)
            {
                return fault.Fault;
            }
        }

        return RecordFault.None;
    }

    /// <summary>The physical line of the record that CsvHelper saw on a line, where lines were dropped before it. Ask in rising order.</summary>
    internal int PhysicalLine(long seen)
    {
        var line = (int)seen + _droppedLines;
        while (_dropped.TryPeek(out var dropped) && dropped.Line < line)
        {
            _dropped.Dequeue();
            _droppedLines += dropped.Lines;
            line += dropped.Lines;
        }

        return line;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var given = Give(buffer.Span);
            if (given > 0 || (_ended && _start == _end))
            {
                return given;
            }

            if (!Advance())
            {
                await FillAsync(cancellationToken);
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Give(Span<byte> target)
    {
        // What is safe in the buffer always precedes what was mended: mending starts at the end of the safe part.
        var safe = Math.Min(_safe - _start, target.Length);
        if (safe > 0)
        {
            _buffer.AsSpan(_start, safe).CopyTo(target);
            _start += safe;
            return safe;
        }

        var mended = Math.Min(_mended.Length - _mendedAt, target.Length);
        if (mended > 0)
        {
            _mended.AsSpan(_mendedAt, mended).CopyTo(target);
            _mendedAt += mended;
            if (_mendedAt == _mended.Length)
            {
                _mended = [];
                _mendedAt = 0;
            }
        }

        return mended;
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _safe -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await source.ReadAsync(_buffer.AsMemory(_end), ct);
        _ended = read == 0;
        _end += read;
    }

    /// <returns>False when more input is needed.</returns>
    private bool Advance()
    {
        if (!_begun && !SkipMarks())
        {
            return false;
        }

        if (_dropping)
        {
            return Drop();
        }

        var before = _safe;
        while (_safe < _end)
        {
            var rest = _buffer.AsSpan(_safe, _end - _safe);
            var at = rest.IndexOfAny(_recordMarks);
            if (at < 0 ? rest.Length > MaxCellBytes : at > MaxCellBytes || rest[at] == quote)
            {
                if (ReadByCell())
                {
                    continue;
                }

                break;
            }

            if (at < 0)
            {
                if (!_ended)
                {
                    break;
                }

                _safe = _end;
                continue;
            }

            if (rest[at] == '\r')
            {
                if (at + 1 == rest.Length && !_ended)
                {
                    break;
                }

                at += at + 1 < rest.Length && rest[at + 1] == '\n' ? 1 : 0;
            }

            _safe += at + 1;
            _line++;
        }

        return _safe > before || _safe > _start || _mended.Length > 0;
    }

    private bool SkipMarks()
    {
        if (_end < 3 && !_ended)
        {
            return false;
        }

        // Concatenated files and some editors leave two marks.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        while (_buffer.AsSpan(_start, _end - _start).StartsWith(mark))
        {
            _start += mark.Length;
        }

        _safe = _start;
        _begun = true;
        return true;
    }

    /// <summary>Reads the record that starts where the safe part ends, cell by cell.</summary>
    /// <returns>False when it is not complete yet, or when what is before or of it has to be given out first.</returns>
    private bool ReadByCell()
    {
        var input = _buffer.AsSpan(_safe, _end - _safe);
        var state = _record.Read(input, _ended);
        if (state == RecordState.Incomplete || (_record.IsMended && _safe > _start))
        {
            return false;
        }

        if (_record.Fault != RecordFault.None)
        {
            _faults.Enqueue((_line, _record.Fault));
        }

        _line += _record.Lines;
        if (!_record.IsMended)
        {
            _safe += _record.Length;
            return true;
        }

        _mended = _record.Mend(input);
        _safe += _record.Length;
        _start = _safe;
        _dropping = state != RecordState.Whole;
        _droppingQuoted = state == RecordState.DropQuoted;
        return false;
    }

    private bool Drop()
    {
        var dropped = 0;
        while (_safe < _end)
        {
            var rest = _buffer.AsSpan(_safe, _end - _safe);
            if (_droppingQuoted)
            {
                var close = rest.IndexOf(quote!.Value);
                var upTo = close < 0 ? rest.Length : close;
                dropped += rest[..upTo].Count((byte)'\n');
                if (close < 0)
                {
                    _safe += upTo;
                    continue;
                }

                if (close + 1 == rest.Length && !_ended)
                {
                    _safe += upTo;
                    _start = _safe;
                    Note(dropped);
                    return false;
                }

                var doubled = close + 1 < rest.Length && rest[close + 1] == quote.Value;
                _safe += upTo + (doubled ? 2 : 1);
                _droppingQuoted = doubled;
                continue;
            }

            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                _safe = _end;
                continue;
            }

            _safe += end;
            _dropping = false;
            break;
        }

        _start = _safe;
        Note(dropped);
        return !_dropping;
    }

    private void Note(int lines)
    {
        if (lines > 0)
        {
            _dropped.Enqueue((_line, lines));
            _line += lines;
        }
    }
}
