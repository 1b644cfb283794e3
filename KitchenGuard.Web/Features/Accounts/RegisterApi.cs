using System.Text;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Registration;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>POST /api/auth/register.</summary>
public static class RegisterApi
{
    // Two lists, each of what the wizard takes as a file.
    private const long MostBytes = 2 * FilesModel.MostBytes;

    /// <summary>Maps the sign-up of scripts.</summary>
    public static void MapRegisterApi(this IEndpointRouteBuilder app) =>
        app.MapApiGroup("/api/auth", "Accounts").MapPost("/register", RegisterAsync)
            .WithName("Register").WithSummary("Sign up a restaurant, with its lists as rows when given.").AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<Results<Created<RegisteredAnswer>, ProblemHttpResult>> RegisterAsync(
        RegisterInput input, Register register, SignInThrottle throttle, BcryptPasswordHasher hasher, HashingGate gate, StartImport start, IssueTokens tokens, EmailProofs proofs,
        HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await throttle.CountSignUpAsync(http.Connection.RemoteIpAddress, ct) is { } wait)
        {
            http.Response.SayWhenToRetry(AccountErrors.TooManySignUps(wait));
            return AccountErrors.TooManySignUps(wait).ToProblem();
        }

        var hash = await gate.RunAsync(() => hasher.HashPassword(null!, input.Password!), ct);
        if (hash.Error is { } busy)
        {
            return busy.ToProblem();
        }

        var place = input.Restaurant!;
        var registered = await register.RunAsync(
            new NewRestaurant
            {
                RestaurantId = Guid.CreateVersion7(),
                FullName = input.FullName!.Trim(),
                Email = input.Email!.Trim(),
                UserName = input.Person.UserName?.Trim(),
                Phone = input.Phone,
                PasswordHash = hash.Value,
                Name = place.Name!.Trim(),
                Address = place.Address,
                RestaurantPhone = place.Phone,
                TimeZone = place.TimeZone,
                Currency = place.Currency,
                Locale = place.Locale,
            },
            (_, _, _) => Task.FromResult(0), ct);
        if (registered.Error is { } taken)
        {
            return taken.ToProblem();
        }

        var imports = new List<StartedImport>();
        foreach (var (department, rows) in new[] { (Department.Kitchen, input.Kitchen), (Department.Bar, input.Bar) })
        {
            if (rows is { Count: > 0 })
            {
                // As it was sent: whatever is wrong with a row, its import says.
                using var content = new MemoryStream(Encoding.UTF8.GetBytes($"[{string.Join(',', rows.Select(row => row.GetRawText()))}]"));
                var file = new NewImport(department, $"{department.Word()}.json", ImportContent.Json, content, new ImportOptions());
                var started = await start.RunAsync(file, registered.Value.User.Id, ct);
                imports.Add(new StartedImport(started.Error is null ? started.Value.Id : null, department.Word(), started.Error?.Message));
            }
        }

        await proofs.SendAsync(registered.Value.User, ct);
        var answer = (await tokens.StartAsync(registered.Value.User, registered.Value.Membership!, null, ct)).Value;
        return TypedResults.Created("/api/auth/me", new RegisteredAnswer(
            answer.AccessToken, answer.RefreshToken, answer.ExpiresIn, answer.User, answer.Restaurant, imports));
    }
}

/// <summary>The answer to a sign-up.</summary>
public sealed record RegisteredAnswer(
    string AccessToken, string RefreshToken, int ExpiresIn, UserAnswer User, RestaurantAnswer Restaurant, IReadOnlyList<StartedImport> Imports);

/// <summary>An import that a sign-up started.</summary>
/// <param name="Id">For /api/imports; null when the list was refused: the restaurant is there all the same.</param>
/// <param name="Department">kitchen or bar.</param>
/// <param name="Refusal">Why; null when it was started.</param>
public sealed record StartedImport(Guid? Id, string Department, string? Refusal = null);
