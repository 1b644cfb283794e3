using KitchenGuard.Data.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Platform;

/// <summary>Whose key it is: the same text from another user or in another restaurant is another key.</summary>
internal readonly record struct SentKey(Guid RestaurantId, Guid UserId, string Key);

/// <summary>What is repeated of an answer.</summary>
internal sealed record KeptAnswer(int Status, string? Location, string? ETag, string? ContentType, byte[] Body);

/// <summary>What is known of a key that was used before.</summary>
/// <param name="IsSame">Whether the request asks for the same.</param>
/// <param name="Answer">The answer; null: there is none.</param>
/// <param name="IsLost">There will be none: the request ended in a fault, or its server died.</param>
internal sealed record UsedKey(bool IsSame, KeptAnswer? Answer, bool IsLost);

/// <summary>The answers of requests that had a key, for a day.</summary>
public sealed class KeptAnswers(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>How long a key is known.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>How long a request is thought to be worked on: the longest are uploads.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Takes the key for a request; null: it is the first of this key.</summary>
    internal async Task<UsedKey?> TakeAsync(SentKey key, byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var batch = Begin(key);
        Add(batch, "delete from auth.request_keys where restaurant_id = $1 and created_at < $2", key.RestaurantId, now - Kept);
        Add(
            batch, "insert into auth.request_keys (restaurant_id, user_id, key, request_hash, created_at, broke_off) values ($1, $2, $3, $4, $5, false) on conflict do nothing returning true",
            key.RestaurantId, key.UserId, key.Key, hash, now);
        Add(
            batch, "select request_hash = $4, status, location, e_tag, content_type, body, broke_off or created_at < $5 from auth.request_keys where restaurant_id = $1 and user_id = $2 and key = $3",
            key.RestaurantId, key.UserId, key.Key, hash, now - Patience);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        if (await rows.ReadAsync(ct))
        {
            return null;
        }

        await rows.NextResultAsync(ct);
        if (!await rows.ReadAsync(ct))
        {
            // Given up between the two statements.
            return new UsedKey(true, null, false);
        }

        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        var answer = rows.IsDBNull(1) ? null : new KeptAnswer(rows.GetInt32(1), Text(2), Text(3), Text(4), rows.GetFieldValue<byte[]>(5));
        return new UsedKey(rows.GetBoolean(0), answer, rows.GetBoolean(6));
    }

    /// <summary>Keeps the answer.</summary>
    internal Task KeepAsync(SentKey key, KeptAnswer answer) => RunAsync(
        key, "update auth.request_keys set status = $4, location = $5, e_tag = $6, content_type = $7, body = $8 where restaurant_id = $1 and user_id = $2 and key = $3",
        answer.Status, answer.Location, answer.ETag, answer.ContentType, answer.Body);

    /// <summary>Gives the key up: the request was refused, so nothing was done under it.</summary>
    internal Task GiveUpAsync(SentKey key) => RunAsync(key, "delete from auth.request_keys where restaurant_id = $1 and user_id = $2 and key = $3");

    /// <summary>Notes that nobody knows how much of the request was done.</summary>
    internal Task LoseAsync(SentKey key) =>
        RunAsync(key, "update auth.request_keys set broke_off = true where restaurant_id = $1 and user_id = $2 and key = $3 and status is null");

    // Not cancelled with the request: the answer is for whoever asks again.
    private async Task RunAsync(SentKey key, string sql, params object?[] more)
    {
        await using var batch = Begin(key);
        Add(batch, sql, [key.RestaurantId, key.UserId, key.Key, .. more]);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private NpgsqlBatch Begin(SentKey key)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(key.RestaurantId));
        return batch;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }
}
