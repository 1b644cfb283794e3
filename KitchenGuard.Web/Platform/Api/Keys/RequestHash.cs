using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace KitchenGuard.Web.Platform;

/// <summary>
/// SHA-256 of what a request asks for: address, kind of content and body. Of a form the parts count and not the boundary between them, which is made up
/// anew each time a program sends the same form.
/// </summary>
internal static class RequestHash
{
    // What is larger than this waits on the disk for the endpoint to read it.
    private const int InMemory = 64 * 1024;

    /// <summary>The hash of a request, whose body can be read again afterwards.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">How large a form may be where it may be larger than elsewhere.</param>
    public static async Task<byte[]> OfAsync(HttpRequest request, long? maxBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.PathBase + request.Path + request.QueryString);
        Add(hash, MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType ?? "" : request.ContentType ?? "");
        if (request.HasFormContentType)
        {
            await AddFormAsync(hash, request, maxBytes, ct);
        }
        else
        {
            request.EnableBuffering(InMemory);
            await AddAsync(hash, request.Body, ct);
            request.Body.Position = 0;
        }

        return hash.GetHashAndReset();
    }

    // The endpoint then finds the form read.
    private static async Task AddFormAsync(IncrementalHash hash, HttpRequest request, long? maxBytes, CancellationToken ct)
    {
        var form = await FormReading.ReadAsync(request, maxBytes, ct);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            Add(hash, value.ToString());
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            await using var content = file.OpenReadStream();
            await AddAsync(hash, content, ct);
        }
    }

    private static async Task AddAsync(IncrementalHash hash, Stream content, CancellationToken ct)
    {
        var buffer = new byte[InMemory];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }
    }

    // The length in front: two texts never run into each other.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
