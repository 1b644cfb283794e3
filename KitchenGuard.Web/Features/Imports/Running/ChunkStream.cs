using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Reads an import's file from its chunks, one megabyte at a time, over a connection of its own: the job's connection is busy with COPY
/// meanwhile.
/// </summary>
internal sealed class ChunkStream(NpgsqlDataSource source, Guid restaurantId, Guid importId, long length) : Stream
{
    private byte[] _chunk = [];
    private int _offset;
    private int _next;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => Volatile.Read(ref _position);
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_offset == _chunk.Length && !await FetchAsync(cancellationToken))
        {
            return 0;
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_offset == _chunk.Length && !FetchAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            return 0;
        }

        return Take(buffer);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _chunk.Length - _offset);
        _chunk.AsSpan(_offset, count).CopyTo(buffer);
        _offset += count;
        Volatile.Write(ref _position, _position + count);
        return count;
    }

    private async ValueTask<bool> FetchAsync(CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(restaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """select content from inventory.upload_chunks where restaurant_id = $1 and import_id = $2 and "index" = $3""")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = restaurantId },
                new NpgsqlParameter<Guid> { TypedValue = importId },
                new NpgsqlParameter<int> { TypedValue = _next },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return false;
        }

        (_chunk, _offset, _next) = (reader.GetFieldValue<byte[]>(0), 0, _next + 1);
        return _chunk.Length > 0;
    }
}
