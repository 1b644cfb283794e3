using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>/api/auth/forgot-password and /reset-password.</summary>
public static class PasswordsApi
{
    /// <summary>Maps both.</summary>
    public static void MapPasswordsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/auth", "Accounts").AllowAnonymous();
        api.MapPost("/forgot-password", ForgotAsync).WithName("RequestReset").WithSummary("Send a link that sets a new password; answers alike for every address.");
        api.MapPost("/reset-password", ResetAsync).WithName("ResetPassword").WithSummary("Set a new password by such a link's token; ends all sessions and tokens.");
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ForgotAsync(ForgotInput input, RequestReset request, HttpContext http, CancellationToken ct)
    {
        var asked = await request.RunAsync(input.Email!, http.Connection.RemoteIpAddress, ct);
        http.Response.SayWhenToRetry(asked.Error);
        return asked.Error is { } error ? error.ToProblem() : TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(ResetRequest input, ResetPassword reset, CancellationToken ct) =>
        (await reset.RunAsync(input.Token, input, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();
}

/// <summary>What POST /api/auth/reset-password takes.</summary>
public sealed record ResetRequest : NewPasswordInput
{
    /// <summary>The link's.</summary>
    [Required(ErrorMessage = "Give the link's token.")]
    public string? Token { get; init; }
}
