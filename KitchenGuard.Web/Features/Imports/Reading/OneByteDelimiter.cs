using System.Text;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Puts one byte in place of a delimiter of several characters, or of one beyond ASCII, wherever it stands.</summary>
/// <remarks>Inside quotes it is replaced as well; <see cref="RawRecords"/> puts it back into the cells.</remarks>
internal sealed class OneByteDelimiter(Stream source, string delimiter) : Stream
{
    /// <summary>ASCII's unit separator.</summary>
    internal const char Replacement = '\u001F';

    private readonly byte[] _delimiter = Encoding.UTF8.GetBytes(delimiter);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _count;
    private bool _ended;

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
        while (true)
        {
            // The last bytes may be the beginning of a delimiter, so they wait for what follows.
            var keep = _ended ? 0 : _delimiter.Length - 1;
            if (_count > keep)
            {
                var (taken, given) = Replace(_buffer.AsSpan(0, _count), keep, buffer.Span);
                _buffer.AsSpan(taken, _count - taken).CopyTo(_buffer);
                _count -= taken;
                return given;
            }

            if (_ended)
            {
                return 0;
            }

            var read = await source.ReadAsync(_buffer.AsMemory(_count), cancellationToken);
            _ended = read == 0;
            _count += read;
        }
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

    private (int Taken, int Given) Replace(Span<byte> input, int keep, Span<byte> output)
    {
        int taken = 0, given = 0;
        while (taken < input.Length - keep && given < output.Length)
        {
            if (input[taken..].StartsWith(_delimiter))
            {
                output[given++] = (byte)Replacement;
                taken += _delimiter.Length;
            }
            else
            {
                output[given++] = input[taken++];
            }
        }

        return (taken, given);
    }
}
