namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// Takes the quotes off lines that are quoted as a whole: a spreadsheet that was opened as one column and saved again. A line that is not
/// wholly quoted passes as it stands.
/// </summary>
internal sealed class QuotedLines(Stream source) : Stream
{
    private const byte Quote = (byte)'"';
    private const int MostBytes = 4 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _ready;
    private bool _ended;
    private bool _begun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_start == _ready)
        {
            if (_ended && _start == _end)
            {
                return 0;
            }

            if (_start < _end && Take())
            {
                continue;
            }

            await FillAsync(cancellationToken);
        }

        var given = Math.Min(_ready - _start, buffer.Length);
        _buffer.AsSpan(_start, given).CopyTo(buffer.Span);
        _start += given;
        return given;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask FillAsync(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = _ready = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await source.ReadAsync(_buffer.AsMemory(_end), ct);
        _ended = read == 0;
        _end += read;
    }

    /// <summary>Makes the next line ready, unquoted in place.</summary>
    /// <returns>False when it is not complete yet.</returns>
    private bool Take()
    {
        var input = _buffer.AsSpan(_start, _end - _start);
        if (!_begun && input.Length < 3 && !_ended)
        {
            return false;
        }

        if (!_begun && input.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            _start += 3;
            _ready = _start;
            _begun = true;
            return true;
        }

        _begun = true;
        var close = input[0] == Quote ? CloseOf(input) : -2;
        if (close == -1 && !_ended && input.Length < MostBytes)
        {
            return false;
        }

        if (close < 0)
        {
            var end = input.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0 && !_ended && input.Length < MostBytes)
            {
                return false;
            }

            _ready = _start + (end < 0 ? input.Length : end + 1);
            return true;
        }

        // What is written never overtakes what is read: two quotes become one. The text moves up to where the line ends.
        var target = close;
        for (var i = close - 1; i > 0; i--)
        {
            input[--target] = input[i];
            i -= input[i] == Quote ? 1 : 0;
        }

        input[target..close].CopyTo(input[(target + 1)..]);
        _start += target + 1;
        _ready = _start + (close - target);
        return true;
    }

    /// <summary>Where the quote that opens a line closes it: its place, -1 when that is further on, -2 when it does not.</summary>
    private int CloseOf(ReadOnlySpan<byte> input)
    {
        for (var at = 1; ;)
        {
            var found = input[at..].IndexOf(Quote);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (at + 1 == input.Length)
            {
                return _ended ? at : -1;
            }

            if (input[at + 1] != Quote)
            {
                return input[at + 1] is (byte)'\n' or (byte)'\r' ? at : -2;
            }

            at += 2;
        }
    }
}
