using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>/api/auth/second-factor. Passkeys are added by browsers, on the account's page.</summary>
public static class FactorsApi
{
    /// <summary>Maps what belongs to one's own second factors.</summary>
    public static void MapFactorsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/auth/second-factor", "Accounts");
        api.MapGet("", ListAsync).WithName("GetSecondFactor").WithSummary("Your second factors.");
        var change = api.MapGroup("").RequireProof();
        change.MapPost("/authenticator", StartAsync).WithName("StartAuthenticator").WithSummary("Make a key for an authenticator app; it counts once its first code was confirmed.");
        change.MapPost("/authenticator/confirm", ConfirmAsync).WithName("ConfirmAuthenticator").WithSummary("Confirm the key by a code; the first factor is answered with recovery codes, this once.");
        change.MapDelete("/authenticator", RemoveAsync).WithName("RemoveAuthenticator").WithSummary("Take the authenticator app off the account.");
        change.MapDelete("/passkeys/{id}", RemovePasskeyAsync).WithName("RemovePasskey").WithSummary("Take a passkey off the account.");
        change.MapPost("/recovery-codes", RenewAsync).WithName("RenewRecoveryCodes").WithSummary("Make new recovery codes; those before work no more.");
    }

    private static async Task<Ok<FactorsAnswer>> ListAsync(FactorList factors, CancellationToken ct) => TypedResults.Ok(await factors.ReadAsync(ct));

    private static async Task<Ok<PendingKey>> StartAsync(AuthenticatorSetup setup, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await setup.StartAsync(ct));
    }

    private static async Task<Results<Ok<RecoveryCodesAnswer>, ProblemHttpResult>> ConfirmAsync(ConfirmCodeInput input, AuthenticatorSetup setup, HttpResponse response, CancellationToken ct) =>
        Answer(await setup.ConfirmAsync(input.Code, ct), response);

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(AuthenticatorSetup setup, CancellationToken ct) =>
        (await setup.RemoveAsync(ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemovePasskeyAsync(string id, PasskeyList passkeys, CancellationToken ct) =>
        (await passkeys.RemoveAsync(id, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<RecoveryCodesAnswer>, ProblemHttpResult>> RenewAsync(RenewRecoveryCodes renew, HttpResponse response, CancellationToken ct) =>
        Answer(await renew.RunAsync(ct), response);

    private static Results<Ok<RecoveryCodesAnswer>, ProblemHttpResult> Answer(Result<IReadOnlyList<string>> codes, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.SayWhenToRetry(codes.Error);
        return codes.Error is { } error ? error.ToProblem() : TypedResults.Ok(new RecoveryCodesAnswer(codes.Value));
    }
}

/// <summary>What confirms a key.</summary>
public sealed record ConfirmCodeInput
{
    /// <summary>Six digits of the app.</summary>
    [Required(ErrorMessage = "Enter the code that the app shows."), StringLength(40, ErrorMessage = "That is too long.")]
    public string? Code { get; init; }
}

/// <summary>Codes for the day that the phone is lost. They are shown this once.</summary>
/// <param name="RecoveryCodes">Each works once; none: those before go on.</param>
public sealed record RecoveryCodesAnswer(IReadOnlyList<string> RecoveryCodes);
