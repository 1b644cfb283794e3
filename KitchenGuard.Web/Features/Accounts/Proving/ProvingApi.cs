using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Proving;

/// <summary>/api/auth/prove.</summary>
public static class ProvingApi
{
    /// <summary>Maps it.</summary>
    public static void MapProvingApi(this IEndpointRouteBuilder app) => app.MapApiGroup("/api/auth", "Accounts")
        .MapPost("/prove", ProveAsync).WithName("ProveIdentity").WithSummary("Prove once more who you are: opens sensitive calls for ten minutes, which answer 403 reauthentication_required without.");

    private static async Task<Results<NoContent, ProblemHttpResult>> ProveAsync(ProveInput input, ProveIdentity prove, HttpContext http, CancellationToken ct)
    {
        var proved = await prove.RunAsync(input, http.Connection.RemoteIpAddress, ct);
        http.Response.SayWhenToRetry(proved.Error);
        return proved.Error is { } error ? error.ToProblem() : TypedResults.NoContent();
    }
}
