using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Features.Accounts.Leaving;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>/api/auth.</summary>
public static class AccountsApi
{
    /// <summary>Maps login, refresh, logout and me.</summary>
    public static void MapAccountsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/auth", "Accounts");
        api.MapPost("/login", LoginAsync).WithName("Login").WithSummary("Sign in with user name or e-mail.").AllowAnonymous();
        api.MapPost("/login/code", LoginByCodeAsync).WithName("LoginByCode").WithSummary("The second step, for accounts with a second factor: the ticket of the first and a code.").AllowAnonymous();
        api.MapPost("/refresh", RefreshAsync).WithName("Refresh").WithSummary("Change a refresh token for new tokens; each works once.").AllowAnonymous();
        api.MapPost("/logout", LogoutAsync).WithName("Logout").WithSummary("End the session of this token, with all its tokens.");
        api.MapGet("/me", MeAsync).WithName("Me").WithSummary("Who this token is, where it acts, and where else its user could.");
    }

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> LoginAsync(
        LoginInput input, SignIn signIn, KeepAccount keep, IssueTokens tokens, HttpContext http, CancellationToken ct) => await AnswerAsync(
        await signIn.RunAsync(input.Login!, input.Password!, input.RestaurantId, http.Connection.RemoteIpAddress, ct), input.KeepAccount == true, keep, tokens, http, ct);

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> LoginByCodeAsync(
        LoginCodeInput input, SignInByCode signIn, KeepAccount keep, IssueTokens tokens, HttpContext http, CancellationToken ct) =>
        await AnswerAsync(await signIn.RunAsync(input.Ticket, input.Code ?? input.RecoveryCode, ct), input.KeepAccount == true, keep, tokens, http, ct);

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> AnswerAsync(
        Result<SignedIn> result, bool keepsAccount, KeepAccount keep, IssueTokens tokens, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (result.Error is { } error)
        {
            http.Response.SayWhenToRetry(error);
            return error is SecondFactorWanted wanted ? error.ToProblem(("ticket", wanted.Ticket)) : error.ToProblem();
        }

        if (result.Value.User.DeleteAfter is { } day)
        {
            if (!keepsAccount)
            {
                return LeavingErrors.AccountLeaving(day).ToProblem();
            }

            await keep.RunAsync(result.Value.User.Id, ct);
        }

        if (result.Value.Membership is not { } membership)
        {
            return AccountErrors.NoRestaurant.ToProblem();
        }

        var started = await tokens.StartAsync(result.Value.User, membership, result.Value.Factor, ct);
        return started.Error is { } refused ? refused.ToProblem() : TypedResults.Ok(started.Value);
    }

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> RefreshAsync(RefreshInput input, IssueTokens tokens, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var renewed = await tokens.RenewAsync(input.RefreshToken, ct);
        return renewed.Error is { } error ? error.ToProblem() : TypedResults.Ok(renewed.Value);
    }

    private static async Task<NoContent> LogoutAsync(HttpContext http, EndSessions end, CancellationToken ct)
    {
        var id = LiveSessions.SessionOf(http.User);
        await end.ByPersonAsync(s => s.Id == id, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MeAnswer>, NotFound>> MeAsync(CurrentUser current, KitchenGuardDbContext db, Memberships memberships, FactorList factors, CancellationToken ct)
    {
        var userId = current.Id;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct);
        var restaurants = (await memberships.ListAsync(userId, ct)).Select(RestaurantAnswer.From).ToList();
        return user is null || restaurants.Find(r => r.Id == current.RestaurantId) is not { } restaurant
            ? TypedResults.NotFound()
            : TypedResults.Ok(new MeAnswer(UserAnswer.From(user), restaurant, restaurants, await factors.ReadAsync(ct)));
    }
}

/// <summary>What sign-in takes, by page and API.</summary>
public sealed record LoginInput
{
    /// <summary>User name or e-mail.</summary>
    [Required(ErrorMessage = "Enter your e-mail or user name."), StringLength(256, ErrorMessage = "That is too long.")]
    public string? Login { get; init; }

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Enter your password."), StringLength(BcryptPasswordHasher.MaxLength, ErrorMessage = "That is too long.")]
    public string? Password { get; init; }

    /// <summary>Where to act, for people of several restaurants; without it, where they have been a member for longest.</summary>
    public Guid? RestaurantId { get; init; }

    /// <summary>Keeps an account that was to be deleted; only the API asks for it here.</summary>
    public bool? KeepAccount { get; init; }
}

/// <summary>What the second step of a sign-in takes.</summary>
public sealed record LoginCodeInput
{
    /// <summary>Of the answer to the first step.</summary>
    [Required(ErrorMessage = "Send the ticket of the first step.")]
    public string? Ticket { get; init; }

    /// <summary>Six digits of the app.</summary>
    [StringLength(40, ErrorMessage = "That is too long.")]
    public string? Code { get; init; }

    /// <summary>In place of it, one of the codes on paper; it works once.</summary>
    [StringLength(40, ErrorMessage = "That is too long.")]
    public string? RecoveryCode { get; init; }

    /// <summary>For an account that is about to be deleted: keep it.</summary>
    public bool? KeepAccount { get; init; }
}

/// <summary>What a refresh takes.</summary>
public sealed record RefreshInput
{
    /// <summary>The refresh token of the last answer.</summary>
    [Required(ErrorMessage = "Send the refresh token."), StringLength(100, ErrorMessage = "That is too long.")]
    public string? RefreshToken { get; init; }
}

/// <summary>The answer to a sign-in.</summary>
/// <param name="AccessToken">For the Authorization header, ten minutes.</param>
/// <param name="RefreshToken">For /api/auth/refresh, once: the answer has the next one.</param>
/// <param name="ExpiresIn">Seconds the access token lasts.</param>
/// <param name="User">Who signed in.</param>
/// <param name="Restaurant">Where.</param>
public sealed record TokenAnswer(string AccessToken, string RefreshToken, int ExpiresIn, UserAnswer User, RestaurantAnswer Restaurant);

/// <summary>Who a token is.</summary>
/// <param name="User">The person.</param>
/// <param name="Restaurant">Where the token acts.</param>
/// <param name="Restaurants">All restaurants of the person; <c>restaurantId</c> at login chooses one.</param>
/// <param name="SecondFactor">The person's second factors.</param>
public sealed record MeAnswer(UserAnswer User, RestaurantAnswer Restaurant, IReadOnlyList<RestaurantAnswer> Restaurants, FactorsAnswer SecondFactor);

/// <summary>A user, as the API shows one.</summary>
public sealed record UserAnswer(Guid Id, string? Email, string? Username, string FullName, string? Phone, DateTimeOffset? LastLoginAt)
{
    internal static UserAnswer From(User user) =>
        new(user.Id, user.Email, user.UserName == user.Email ? null : user.UserName, user.FullName, user.PhoneNumber, user.LastLoginAt);
}

/// <summary>A restaurant and the asker's role in it.</summary>
public sealed record RestaurantAnswer(Guid Id, string Name, Role Role, string Currency, string Locale, string TimeZone)
{
    internal static RestaurantAnswer From(Membership membership) => new(
        membership.RestaurantId, membership.RestaurantName, membership.Role, membership.Currency, membership.Locale, membership.TimeZone);
}
