using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KitchenGuard.Web.Platform.Security;

/// <summary>
/// Looks at a page's body before antiforgery reads it: 413 from the Content-Length, since a form that is too large would else be told that it
/// has expired, and 400 for a form that cannot be read, such as one with a NUL in it. The limit is the page's [RequestSizeLimit].
/// </summary>
public sealed class RequestBodyFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <inheritdoc />
    public int Order => int.MinValue;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var limit = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        var refusal = limit is { } most && request.ContentLength > most ? StatusCodes.Status413PayloadTooLarge
            : await IsReadableAsync(request) ? (int?)null
            : StatusCodes.Status400BadRequest;
        if (refusal is { } status)
        {
            context.HttpContext.Response.Headers.Connection = "close";
            // The error page answers to the same request: it must not read the form either.
            request.ContentType = null;
            request.Body = Stream.Null;
            context.Result = new StatusCodeResult(status);
        }
    }

    // Forms with files are read where the files go, with limits of their own.
    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType && !request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                await request.ReadFormAsync(request.HttpContext.RequestAborted);
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
