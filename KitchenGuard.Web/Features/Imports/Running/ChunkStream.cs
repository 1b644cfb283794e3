using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Reads an import's file from its chunks, one megabyte at a time, over a connection of its own: the job's connection is busy with COPY
/// meanwhile. Seekable, for workbooks: their directory is at the end.
/// </summary>
internal sealed class ChunkStream(NpgsqlDataSource source, Guid restaurantId, Guid importId, long length) : Stream
{
    private byte[] _chunk = [];
    private int _index = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => Volatile.Read(ref _position);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Volatile.Write(ref _position, value);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length)
        {
            return 0;
        }

        if (IndexOf(_position) is var index && index != _index)
        {
            await using var batch = Fetch(index);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            Keep(index, await reader.ReadAsync(cancellationToken) ? reader.GetFieldValue<byte[]>(0) : []);
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length)
        {
            return 0;
        }

        if (IndexOf(_position) is var index && index != _index)
        {
            using var batch = Fetch(index);
            using var reader = batch.ExecuteReader();
            reader.NextResult();
            Keep(index, reader.Read() ? reader.GetFieldValue<byte[]>(0) : []);
        }

        return Take(buffer);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _position : length);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int IndexOf(long position) => (int)(position / UploadChunk.Size);

    private void Keep(int index, byte[] chunk) => (_index, _chunk) = (index, chunk);

    private int Take(Span<byte> buffer)
    {
        var offset = (int)(_position % UploadChunk.Size);
        var count = Math.Max(0, Math.Min(buffer.Length, _chunk.Length - offset));
        _chunk.AsSpan(Math.Min(offset, _chunk.Length), count).CopyTo(buffer);
        Volatile.Write(ref _position, _position + count);
        return count;
    }

    private NpgsqlBatch Fetch(int index)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """select content from inventory.upload_chunks where restaurant_id = $1 and import_id = $2 and "index" = $3""")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = restaurantId },
                new NpgsqlParameter<Guid> { TypedValue = importId },
                new NpgsqlParameter<int> { TypedValue = index },
            },
        });
        return batch;
    }
}
