using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
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
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        // What does not bind is the caller's mistake (400), also in Development.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddValidation();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            // A missing row and another restaurant's must not differ by a byte.
            context.ProblemDetails.Extensions.Remove("traceId");
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status));
            if (context.ProblemDetails is { Status: StatusCodes.Status403Forbidden, Detail: null })
            {
                context.ProblemDetails.Detail = "Your role in this restaurant does not include this.";
            }
        });
        services.AddExceptionHandler<DatabaseDownHandler>();
        // A body that breaks off or is no form is the caller's mistake, too.
        services.Configure<ExceptionHandlerOptions>(handler => handler.StatusCodeSelector =
            exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
        services.AddOpenApi("v1");
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
        413 => "too_large",
        415 => "unsupported_media_type",
        429 => "too_many_requests",
        503 => "unavailable",
        _ => "error",
    };

    // A database that restarts is not a fault of the program: say so, and that it is worth trying again.
    private sealed class DatabaseDownHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception.GetBaseException() is not NpgsqlException { IsTransient: true } and not System.Net.Sockets.SocketException)
            {
                return false;
            }

            httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            httpContext.Response.Headers.RetryAfter = "5";
            if (!httpContext.Request.Path.StartsWithSegments("/api"))
            {
                return false;
            }

            return await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = { Status = 503, Detail = "The database does not answer at the moment. Try again in a few seconds." },
            });
        }
    }
}
