using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Profile;

/// <summary>/api/auth/password and /api/auth/email.</summary>
public static class ProfileApi
{
    /// <summary>Maps the change of password and address.</summary>
    public static void MapProfileApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/auth", "Accounts");
        api.MapPut("/password", PasswordAsync).WithName("ChangePassword").WithSummary("Set another password; ends all sessions and answers with the tokens of a new one.");
        api.MapPost("/email", AskAsync).WithName("AskEmailProof").WithSummary("Send a link that proves an address: the account's own, or one that it is to have.").RequireProof();
        api.MapPost("/email/confirm", ConfirmAsync).WithName("ConfirmEmail").WithSummary("Take such a link's token.").AllowAnonymous();
    }

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> PasswordAsync(
        ChangePasswordInput input, ChangePassword change, IssueTokens tokens, Memberships memberships, CurrentUser current, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var changed = await change.RunAsync(input, http.Connection.RemoteIpAddress, ct);
        if (changed.Error is { } error)
        {
            http.Response.SayWhenToRetry(error);
            return error.ToProblem();
        }

        var started = await tokens.StartAsync(changed.Value, (await memberships.EnterAsync(current.Id, current.RestaurantId, ct))!, current.SecondFactor, ct);
        return started.Error is { } refused ? refused.ToProblem() : TypedResults.Ok(started.Value);
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> AskAsync(EmailInput input, EmailProofs proofs, HttpResponse response, CancellationToken ct)
    {
        var asked = await proofs.AskAsync(input, ct);
        response.SayWhenToRetry(asked.Error);
        return asked.Error is { } error ? error.ToProblem() : TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(ConfirmInput input, EmailProofs proofs, CancellationToken ct) =>
        (await proofs.ConfirmAsync(input.Token, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();
}

/// <summary>What POST /api/auth/email/confirm takes.</summary>
public sealed record ConfirmInput
{
    /// <summary>The link's.</summary>
    [Required(ErrorMessage = "Give the link's token.")]
    public string? Token { get; init; }
}
