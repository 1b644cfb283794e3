using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KitchenGuard.Web.Platform.Security;

/// <summary>
/// Answers 413 from the Content-Length, before antiforgery reads the body: a form that is too large would else be told that it has
/// expired. The limit is the page's [RequestSizeLimit].
/// </summary>
public sealed class RequestSizeFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <inheritdoc />
    public int Order => int.MinValue;

    /// <inheritdoc />
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var limit = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (limit is { } most && context.HttpContext.Request.ContentLength > most)
        {
            context.HttpContext.Response.Headers.Connection = "close";
            // The error page answers to the same request: it must not read the form either.
            context.HttpContext.Request.ContentType = null;
            context.HttpContext.Request.Body = Stream.Null;
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }

        return Task.CompletedTask;
    }
}
