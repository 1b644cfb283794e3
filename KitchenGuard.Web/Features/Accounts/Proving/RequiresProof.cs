using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts.Proving;

/// <summary>
/// On a page, or one handler of it: whoever asks has proved who they are in the last minutes, or does it now. API endpoints say
/// <see cref="ProofRequirement.RequireProof"/>. For changes that would keep a thief of an open session in, or its owner out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresProofAttribute : Attribute;

/// <summary>The same for the API.</summary>
public static class ProofRequirement
{
    /// <summary>Answers 403 <c>reauthentication_required</c> to who has not proved lately who they are: POST /api/auth/prove, then again.</summary>
    public static TBuilder RequireProof<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint
        .AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<RecentProof>().IsThereAsync(context.HttpContext.RequestAborted)
                ? await next(context)
                : AccountErrors.ProofWanted.ToProblem())
        .WithMetadata(new RequiresProofAttribute());
}

/// <summary>Leads whoever wants what <see cref="RequiresProofAttribute"/> marks to the page that asks for the proof, and back. Nothing is done meanwhile.</summary>
internal sealed class ProofFilter(RecentProof proof) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (page, handler) = (context.HandlerInstance.GetType(), context.HandlerMethod?.MethodInfo);
        var isMarked = page.IsDefined(typeof(RequiresProofAttribute), true) || handler?.IsDefined(typeof(RequiresProofAttribute), true) == true;
        if (!isMarked || await proof.IsThereAsync(context.HttpContext.RequestAborted))
        {
            await next();
            return;
        }

        var request = context.HttpContext.Request;
        context.Result = ((PageModel)context.HandlerInstance).Away(ProveModel.UrlFor(PageOf(request), HttpMethods.IsPost(request.Method)));
    }

    // What was sent to a handler is asked for again on its page.
    private static string PageOf(HttpRequest request) =>
        request.IsHtmx() && Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var shown) ? shown.PathAndQuery
        : request.Path + QueryString.Create(request.Query.Where(part => part.Key != "handler"));
}
