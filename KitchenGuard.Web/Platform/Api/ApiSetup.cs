using System.Text.Json.Serialization;
using KitchenGuard.Data.Postgres;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Scalar.AspNetCore;

namespace KitchenGuard.Web.Platform;

/// <summary>What all of /api shares: JSON, problem details, documents.</summary>
public static class ApiSetup
{
    /// <summary>The policy of every API endpoint: bearer token only, so that no cookie opens it.</summary>
    public const string Policy = "Api";

    /// <summary>Registers JSON, validation, problem details and OpenAPI.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new EnumWordConverter());
            json.SerializerOptions.Converters.Add(new PlainStringConverter());
            json.SerializerOptions.Converters.Add(new PlainObjectConverter());
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        // What does not bind is the caller's mistake (400), also in Development.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddValidation();
        services.AddRequestKeys();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            // A missing row and another restaurant's must not differ by a byte.
            context.ProblemDetails.Extensions.Remove("traceId");
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status));
            // What is wrong with a field stands beside it.
            context.ProblemDetails.Detail ??= context.ProblemDetails is HttpValidationProblemDetails ? null : DetailOf(context.ProblemDetails.Status);
            if (context.ProblemDetails.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.HttpContext.Response.Headers.RetryAfter = "5";
            }
        });
        services.AddOpenApi("v1", EnumWordConverter.Describe);
        return services;
    }

    /// <summary>The group all of a feature's API lives in.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder app, string prefix, string tag) =>
        app.MapGroup(prefix).WithTags(tag).RequireAuthorization(Policy)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Maps /openapi/v1.json and /scalar.</summary>
    public static void MapApiDocuments(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference(scalar => scalar.DefaultFonts = false).AllowAnonymous();
    }

    /// <summary>Adds the policy.</summary>
    public static AuthorizationBuilder AddApiPolicy(this AuthorizationBuilder builder) => builder.AddPolicy(Policy, policy => policy
        .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme)
        .RequireAuthenticatedUser());

    private static string CodeOf(int? status) => status switch
    {
        400 => "bad_request",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        405 => "method_not_allowed",
        409 => "changed_meanwhile",
        413 => "too_large",
        415 => "unsupported_media_type",
        422 => "number_too_large",
        429 => "too_many_requests",
        503 => "unavailable",
        _ => "error",
    };

    /// <summary>How exceptions are answered: with the status that fits, and recorded as faults only when they are ours.</summary>
    /// <param name="page">The page that shows it; null: problem details.</param>
    internal static ExceptionHandlerOptions Faults(string? page) => new()
    {
        ExceptionHandlingPath = page is null ? PathString.Empty : new PathString(page),
        StatusCodeSelector = StatusOf,
        SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
    };

    // What is no fault of the program says so, and whether it is worth trying again.
    internal static int StatusOf(Exception exception) => exception switch
    {
        // A body that breaks off or is no form.
        BadHttpRequestException bad => bad.StatusCode,
        _ when exception is UnfitTextException || exception.InnerException is UnfitTextException => StatusCodes.Status400BadRequest,
        // Somebody changed the same meanwhile, such as the password that a sign-in was made with.
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        // Each number was good, and what came of them when they were converted or added up is not.
        _ when exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.NumericValueOutOfRange } => StatusCodes.Status422UnprocessableEntity,
        // A database that restarts.
        _ when exception.GetBaseException() is NpgsqlException { IsTransient: true } or System.Net.Sockets.SocketException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static string? DetailOf(int? status) => status switch
    {
        400 => "This cannot be read: look at its form, and at characters that cannot be shown.",
        403 => "Your role in this restaurant does not include this.",
        409 => "This was changed by somebody else at the same moment, so nothing was saved. Look again, then try again.",
        422 => "A number comes out too large: of quantities at most 999999999999.999999 are kept, of money 9999999999.9999.",
        503 => "The database does not answer at the moment. Try again in a few seconds.",
        _ => null,
    };
}
