using Microsoft.AspNetCore.Http.Features;

namespace KitchenGuard.Web.Platform;

/// <summary>Reads a form that a program sent.</summary>
internal static class FormReading
{
    // What the form reader throws for a form without its last boundary; faults of the disk have numbers of their own.
    private const int EndsTooEarly = unchecked((int)0x80131620);

    /// <summary>The form; read once, however often it is asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">How large it may be.</param>
    /// <exception cref="BadHttpRequestException">It is not written as forms are, or is larger.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, long? maxBytes, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(maxBytes is { } most ? new FormOptions { MultipartBodyLengthLimit = most } : new FormOptions(), ct);
        }
        catch (Exception malformed) when (malformed is InvalidDataException || (malformed is IOException && malformed.HResult == EndsTooEarly))
        {
            throw new BadHttpRequestException("The form is not written as forms are.", malformed);
        }
    }
}
