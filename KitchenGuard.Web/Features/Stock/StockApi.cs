using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>/api/items/{id}/movements.</summary>
public static class StockApi
{
    /// <summary>Maps an item's ledger, posting and undo.</summary>
    public static void MapStockApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/items/{id:guid}/movements", "Stock");
        api.MapGet("/", ListAsync).WithName("ListMovements").WithSummary("An item's ledger, newest first, with the stock after each movement.");
        api.MapPost("/", PostAsync).WithName("PostMovement").WithSummary("Receive, use, waste, count, correct or transfer.");
        api.MapPost("/{movementId:long}/undo", UndoAsync).WithName("UndoMovement").WithSummary("Reverse a movement; both sides of a transfer.").OncePerKey();
    }

    private static async Task<Results<Ok<MovementPage>, ProblemHttpResult>> ListAsync(
        Guid id, string? cursor, [Range(1, 200, ErrorMessage = "The limit is 1 to 200.")] int? limit, Ledger ledger, CancellationToken ct)
    {
        var page = await ledger.ReadAsync(id, cursor, limit, ct);
        return page.Error is { } error ? error.ToProblem() : TypedResults.Ok(page.Value);
    }

    private static async Task<Results<Created<PostedMovement>, ProblemHttpResult>> PostAsync(
        Guid id, MovementInput input, [FromHeader(Name = "Idempotency-Key"), StringLength(200)] string? key, PostMovement post, CurrentUser user,
        CancellationToken ct)
    {
        var posted = await post.RunAsync(id, input with { RequestKey = KeyOf(user.Id, key) }, ct);
        return posted.Error is { } error ? error.ToProblem() : TypedResults.Created($"/api/items/{id}/movements", posted.Value);
    }

    // A sender's keys are its own: the same text from another user is another key.
    private static Guid? KeyOf(Guid userId, string? key) => string.IsNullOrWhiteSpace(key)
        ? null
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}{key}")).AsSpan(0, 16));

    private static async Task<Results<Created<PostedMovement>, ProblemHttpResult>> UndoAsync(
        Guid id, long movementId, UndoMovement undo, CancellationToken ct)
    {
        var undone = await undo.RunAsync(id, movementId, ct);
        return undone.Error is { } error ? error.ToProblem() : TypedResults.Created($"/api/items/{id}/movements", undone.Value);
    }
}
