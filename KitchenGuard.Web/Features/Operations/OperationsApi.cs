using KitchenGuard.Data.Auditing;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Operations.Log;
using KitchenGuard.Web.Features.Operations.Reading;
using KitchenGuard.Web.Features.Operations.Restaurants;
using KitchenGuard.Web.Features.Operations.Users;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>/api/operations.</summary>
public static class OperationsApi
{
    /// <summary>Maps what operators see and do. For anyone else it does not exist.</summary>
    public static void MapOperationsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/operations", "Operations").RequireAuthorization(Platform.Jobs.Operations.Policy);
        api.MapGet("", FiguresAsync).WithName("OperationsFigures").WithSummary("The installation at a glance.");
        api.MapGet("/users", UsersAsync).WithName("OperationsListUsers").WithSummary("Users, newest first; q searches e-mail, user name and name.");
        api.MapGet("/users/{id:guid}", UserAsync).WithName("OperationsGetUser").WithSummary("One user: restaurants, sessions, lock.");
        api.MapPost("/users/{id:guid}/lock", LockAsync).WithName("LockUser").WithSummary("Keep a user out, and end what they have open.").RequireProof();
        api.MapPost("/users/{id:guid}/unlock", UnlockAsync).WithName("UnlockUser").WithSummary("Let a user in again.").RequireProof();
        api.MapPost("/users/{id:guid}/reset-password", ResetAsync).WithName("ForceReset").WithSummary("Take a user's password away and mail a link that sets another.").RequireProof();
        api.MapPost("/users/{id:guid}/end-sessions", EndAsync).WithName("EndUserSessions").WithSummary("Sign a user out of one session or of all.").RequireProof();
        api.MapPost("/users/{id:guid}/remove-second-factor", RemoveFactorAsync).WithName("RemoveSecondFactor").WithSummary("Take lost factors off a user's account.").RequireProof();
        api.MapGet("/restaurants", RestaurantsAsync).WithName("OperationsListRestaurants").WithSummary("Restaurants, newest first; q searches the name.");
        api.MapGet("/restaurants/{id:guid}", RestaurantAsync).WithName("OperationsGetRestaurant").WithSummary("One restaurant: members, counts, imports.");
        api.MapGet("/log", LogAsync).WithName("OperationsLog").WithSummary("What operators looked at and did, newest first.");
    }

    private static async Task<Ok<Figures>> FiguresAsync(OperatorDbContext db, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await Figures.ReadAsync(db, clock.GetUtcNow(), ct));

    private static async Task<Ok<PageOf<UserLine>>> UsersAsync(string? q, Guid? cursor, UserList users, CancellationToken ct) =>
        TypedResults.Ok(await users.FindAsync(q, cursor, ct));

    private static async Task<Results<Ok<UserFile>, ProblemHttpResult>> UserAsync(Guid id, UserFiles users, CancellationToken ct) =>
        await users.FindAsync(id, ct) is { } user ? TypedResults.Ok(user) : OperationsErrors.NotFound.ToProblem();

    private static async Task<Results<NoContent, ProblemHttpResult>> LockAsync(Guid id, ReasonInput input, LockUser work, CancellationToken ct) =>
        Answer(await work.RunAsync(id, input.Reason!, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> UnlockAsync(Guid id, ReasonInput input, UnlockUser work, CancellationToken ct) =>
        Answer(await work.RunAsync(id, input.Reason!, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(Guid id, ReasonInput input, ForceReset work, CancellationToken ct) =>
        Answer(await work.RunAsync(id, input.Reason!, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveFactorAsync(Guid id, ReasonInput input, RemoveSecondFactor work, CancellationToken ct) =>
        Answer(await work.RunAsync(id, input.Reason!, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(Guid id, EndSessionsInput input, EndUserSessions work, CancellationToken ct) =>
        Answer(await work.RunAsync(id, input, ct));

    private static async Task<Ok<PageOf<RestaurantLine>>> RestaurantsAsync(string? q, Guid? cursor, RestaurantList restaurants, CancellationToken ct) =>
        TypedResults.Ok(await restaurants.FindAsync(q, cursor, ct));

    private static async Task<Results<Ok<RestaurantFile>, ProblemHttpResult>> RestaurantAsync(Guid id, RestaurantFiles restaurants, CancellationToken ct) =>
        await restaurants.FindAsync(id, ct) is { } restaurant ? TypedResults.Ok(restaurant) : OperationsErrors.NotFound.ToProblem();

    private static async Task<Ok<PageOf<OperatorEntry>>> LogAsync([AsParameters] LogQuery asked, long? cursor, LogList log, CancellationToken ct) =>
        TypedResults.Ok(await log.ReadAsync(asked, cursor, ct));

    private static Results<NoContent, ProblemHttpResult> Answer(Result<Done> done) => done.Error is { } error ? error.ToProblem() : TypedResults.NoContent();
}
