using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace KitchenGuard.Web.Platform;

/// <summary>An endpoint's say that a request with a key is done once.</summary>
internal sealed record OncePerKey;

/// <summary>
/// The header Idempotency-Key: a request that is sent again under its key is not done again but answered as before. Only what succeeded is
/// kept; what was refused may be mended and sent under the same key.
/// </summary>
public static class RequestKeys
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Present on an answer that is a repetition.</summary>
    public const string Replayed = "Idempotency-Replayed";

    /// <summary>Longest key.</summary>
    public const int MaxLength = 200;

    private static readonly Error TooLong = new InvalidError("key_too_long", $"An Idempotency-Key has at most {MaxLength} characters.");
    private static readonly Error Reused = new InvalidError("key_reused", "Something else was sent under this Idempotency-Key. Give every request a key of its own.");
    private static readonly Error InFlight = new ConflictError("in_flight", "The request with this Idempotency-Key is still being worked on. Ask again in a few seconds.");
    private static readonly Error Lost = new ConflictError(
        "outcome_unknown", "The request with this Idempotency-Key broke off, and it is not known whether it was done. Look, and then use another key.");

    /// <summary>Registers the kept answers.</summary>
    public static IServiceCollection AddRequestKeys(this IServiceCollection services) => services.AddSingleton<KeptAnswers>();

    /// <summary>
    /// Requests to the endpoint may have a key. Its answers must hold no secret: they are kept for a day.
    /// </summary>
    public static RouteHandlerBuilder OncePerKey(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new OncePerKey()).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new Microsoft.OpenApi.OpenApiParameter
            {
                Name = Header,
                In = Microsoft.OpenApi.ParameterLocation.Header,
                Description = "Any text of yours: sent again under it within a day, the same request is not done again but answered as before.",
                Schema = new Microsoft.OpenApi.OpenApiSchema { Type = Microsoft.OpenApi.JsonSchemaType.String, MaxLength = MaxLength },
            });
            return Task.CompletedTask;
        });

    /// <summary>Answers what was sent before; after authorization.</summary>
    public static IApplicationBuilder UseRequestKeys(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var key = context.Request.Headers[Header].ToString().Trim();
        var user = context.RequestServices.GetRequiredService<CurrentUser>();
        var endpoint = context.GetEndpoint()?.Metadata;
        // What is larger than the endpoint takes is left to it to refuse.
        var maxBytes = endpoint?.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (key.Length == 0 || endpoint?.GetMetadata<OncePerKey>() is null || !user.IsInRestaurant || context.Request.ContentLength > maxBytes)
        {
            await next(context);
        }
        else if (key.Length > MaxLength)
        {
            await TooLong.ToProblem().ExecuteAsync(context);
        }
        else
        {
            await RunAsync(context, next, new SentKey(user.RestaurantId, user.Id, key), maxBytes);
        }
    });

    private static async Task RunAsync(HttpContext context, RequestDelegate next, SentKey key, long? maxBytes)
    {
        var answers = context.RequestServices.GetRequiredService<KeptAnswers>();
        var hash = await RequestHash.OfAsync(context.Request, maxBytes, context.RequestAborted);
        if (await answers.TakeAsync(key, hash, context.RequestAborted) is { } used)
        {
            await AnswerAgainAsync(context, used);
            return;
        }

        // Who sends it again has often hung up before: the work goes on, for the answer to be there then.
        context.RequestAborted = CancellationToken.None;
        var (wire, body) = (context.Response.Body, new MemoryStream());
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            context.Response.Body = wire;
            await NoteAsync(ApiSetup.StatusOf(exception) < StatusCodes.Status500InternalServerError ? answers.GiveUpAsync(key) : answers.LoseAsync(key));
            throw;
        }

        context.Response.Body = wire;
        var (response, bytes) = (context.Response, body.ToArray());
        await (response.StatusCode switch
        {
            < StatusCodes.Status300MultipleChoices => answers.KeepAsync(
                key, new KeptAnswer(response.StatusCode, OrNull(response.Headers.Location), OrNull(response.Headers.ETag), response.ContentType, bytes)),
            < StatusCodes.Status500InternalServerError => answers.GiveUpAsync(key),
            _ => answers.LoseAsync(key),
        });
        if (bytes.Length > 0)
        {
            await wire.WriteAsync(bytes);
        }
    }

    // A database that is away lets the key wait out its time; what went wrong first is what is told.
    private static async Task NoteAsync(Task note)
    {
        try
        {
            await note;
        }
        catch (NpgsqlException)
        {
        }
    }

    private static async Task AnswerAgainAsync(HttpContext context, UsedKey used)
    {
        if (!used.IsSame || used.Answer is not { } answer)
        {
            var error = !used.IsSame ? Reused : used.IsLost ? Lost : InFlight;
            if (error == InFlight)
            {
                context.Response.Headers.RetryAfter = "5";
            }

            await error.ToProblem().ExecuteAsync(context);
            return;
        }

        var response = context.Response;
        (response.StatusCode, response.ContentType) = (answer.Status, answer.ContentType);
        (response.Headers.Location, response.Headers.ETag) = (answer.Location, answer.ETag);
        response.Headers[Replayed] = "true";
        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static string? OrNull(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();
}
