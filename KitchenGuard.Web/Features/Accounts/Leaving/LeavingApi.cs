using KitchenGuard.Web.Features.Accounts.Exporting;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>/api/restaurant/export, /api/restaurant/deletion and /api/auth/deletion.</summary>
public static class LeavingApi
{
    /// <summary>Maps the whole-data export and the deletions.</summary>
    public static void MapLeavingApi(this IEndpointRouteBuilder app)
    {
        var restaurant = app.MapApiGroup("/api/restaurant", "Restaurant").RequireAuthorization(Rights.Owning);
        restaurant.MapGet("/export", ExportAsync).WithName("ExportRestaurant").WithSummary("All data of the restaurant: a zip of CSV files and the uploaded files.")
            .Produces(StatusCodes.Status200OK, contentType: ExportAnswer.ContentType).RequireProof();
        restaurant.MapPost("/deletion", CloseAsync).WithName("CloseRestaurant")
            .WithSummary("Have the restaurant deleted in 30 days; asks for its name. From now on only owners get in, and all scripts but this one are signed out.").RequireProof();
        restaurant.MapDelete("/deletion", ReopenAsync).WithName("ReopenRestaurant").WithSummary("Keep the restaurant after all.").RequireProof();
        app.MapApiGroup("/api/auth", "Accounts").MapPost("/deletion", CloseAccountAsync).WithName("CloseAccount")
            .WithSummary("Have your account deleted in 14 days; wants confirm and ends all sessions. A login with keepAccount keeps it.").RequireProof();
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ExportAsync(ExportRestaurant export, HttpResponse response, TimeProvider clock, CancellationToken ct)
    {
        var done = await export.RunAsync(() => ExportAnswer.Begin(response, clock), ct);
        response.SayWhenToRetry(done.Error);
        return done.Error is { } error ? error.ToProblem() : TypedResults.Empty;
    }

    private static async Task<Results<Ok<DeletionAnswer>, ProblemHttpResult>> CloseAsync(
        CloseRestaurantInput input, CloseRestaurant close, HttpContext http, CancellationToken ct) =>
        Answer(await close.RunAsync(input, LiveSessions.SessionOf(http.User), ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReopenAsync(ReopenRestaurant reopen, CancellationToken ct) =>
        (await reopen.RunAsync(ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<DeletionAnswer>, ProblemHttpResult>> CloseAccountAsync(
        CloseAccountInput _, CloseAccount close, CancellationToken ct) => Answer(await close.RunAsync(ct));

    private static Results<Ok<DeletionAnswer>, ProblemHttpResult> Answer(Result<DateTimeOffset> closed) =>
        closed.Error is { } error ? error.ToProblem() : TypedResults.Ok(new DeletionAnswer(closed.Value));
}

/// <summary>A deletion that was asked for.</summary>
/// <param name="DeleteAfter">When it happens (UTC); until then it can be taken back.</param>
public sealed record DeletionAnswer(DateTimeOffset DeleteAfter);
