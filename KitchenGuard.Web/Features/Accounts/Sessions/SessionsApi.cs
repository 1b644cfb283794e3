using KitchenGuard.Data;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>/api/auth/sessions.</summary>
public static class SessionsApi
{
    /// <summary>Maps the list of one's sessions and their end.</summary>
    public static void MapSessionsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/auth/sessions", "Accounts");
        api.MapGet("", ListAsync).WithName("ListSessions").WithSummary("Where you are signed in.");
        api.MapDelete("", EndOthersAsync).WithName("EndOtherSessions").WithSummary("Sign out everywhere else.");
        api.MapDelete("/{id:guid}", EndAsync).WithName("EndSession").WithSummary("Sign one device or script out.");
    }

    private static async Task<Ok<IReadOnlyList<SessionLine>>> ListAsync(HttpContext http, CurrentUser user, KitchenGuardDbContext db, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await SessionLine.ListAsync(db, user.Id, LiveSessions.SessionOf(http.User), clock.GetUtcNow(), ct));

    private static async Task<NoContent> EndOthersAsync(HttpContext http, CurrentUser user, EndSessions end, CancellationToken ct)
    {
        var (userId, present) = (user.Id, LiveSessions.SessionOf(http.User));
        await end.ByPersonAsync(s => s.UserId == userId && s.Id != present, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound>> EndAsync(Guid id, CurrentUser user, EndSessions end, CancellationToken ct)
    {
        var userId = user.Id;
        return await end.ByPersonAsync(s => s.UserId == userId && s.Id == id, ct) == 0 ? TypedResults.NotFound() : TypedResults.NoContent();
    }
}
