using System.Security.Cryptography;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Platform;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>The bytes of an import on their way from a request into PostgreSQL.</summary>
public static class ImportContent
{
    /// <summary>The content type of files.</summary>
    public const string Csv = "text/csv";

    /// <summary>The content type of workbooks.</summary>
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The content type of row arrays.</summary>
    public const string Json = "application/json";

    /// <summary>The most that is taken when signed in.</summary>
    public const long MaxBytes = Reading.ReadLimits.MaxBytes;

    /// <summary>Copies a request's stream to a temporary file that vanishes when it is closed.</summary>
    /// <param name="body">The request's body or form file.</param>
    /// <param name="ct">Cancels the copy.</param>
    /// <returns>The file at its beginning, or <see cref="ImportErrors.TooLarge"/>.</returns>
    public static async Task<Result<FileStream>> SpoolAsync(Stream body, CancellationToken ct)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"kg-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
            {
                if (file.Length + read > MaxBytes)
                {
                    await file.DisposeAsync();
                    return ImportErrors.TooLarge;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        catch
        {
            // An upload that breaks off leaves no file behind.
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }

    /// <summary>SHA-256 of the content; leaves it at its beginning.</summary>
    public static async Task<byte[]> HashAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var hash = await SHA256.HashDataAsync(content, ct);
        content.Position = 0;
        return hash;
    }

    /// <summary>Streams the records of a stored or spooled upload by its plan: what preview, dry run and import read is the same.</summary>
    /// <param name="content">From its first byte; it stays open.</param>
    /// <param name="contentType"><see cref="Csv"/> or <see cref="Json"/>.</param>
    /// <param name="plan">How to read it, with the corrections.</param>
    /// <param name="ct">Cancels.</param>
    public static IAsyncEnumerable<Reading.ReadRecord> ReadAsync(Stream content, string contentType, Reading.ReadPlan plan, CancellationToken ct) =>
        contentType == Json ? Reading.JsonRows.ReadAsync(content, plan, ct) : Reading.RecordReader.ReadAsync(content, plan, ct);

    /// <summary>Stores the content as the import's chunks, within the caller's transaction.</summary>
    internal static async Task StoreAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid restaurantId, Guid importId, Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var buffer = new byte[UploadChunk.Size];
        for (var index = 0; ; index++)
        {
            var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            if (length == 0)
            {
                return;
            }

            await using var insert = new NpgsqlCommand(
                """insert into inventory.upload_chunks (restaurant_id, import_id, "index", content) values ($1, $2, $3, $4)""", connection, transaction);
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = restaurantId });
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = index });
            insert.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = buffer.AsMemory(0, length) });
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>A file name as shown: the last part of a path, without control characters, at most 100 characters.</summary>
    public static string DisplayName(string? fileName)
    {
        var last = (fileName ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim();
        return clean.Length == 0 ? "file" : clean.Length <= 100 ? clean : clean[..(char.IsHighSurrogate(clean[99]) ? 99 : 100)];
    }
}
