using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Platform;

/// <summary>Turns expected failures into RFC 9457 problem details: the one place that knows which is which status.</summary>
public static class ProblemMapping
{
    /// <summary>The problem details of an expected failure.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="more">Members beyond the usual ones.</param>
    public static ProblemHttpResult ToProblem(this Error error, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = error.Code };
        if (error.Field() is { Length: > 0 } field)
        {
            extensions["errors"] = new Dictionary<string, string[]> { [field] = [error.Message] };
        }

        foreach (var (name, value) in more)
        {
            extensions[name] = value;
        }

        return TypedResults.Problem(error.Message, statusCode: error.Status(), extensions: extensions);
    }

    /// <summary>The HTTP status of an expected failure.</summary>
    public static int Status(this Error error) => error switch
    {
        NotFoundError => StatusCodes.Status404NotFound,
        InvalidError => StatusCodes.Status422UnprocessableEntity,
        ConflictError => StatusCodes.Status409Conflict,
        StaleError => StatusCodes.Status412PreconditionFailed,
        ForbiddenError => StatusCodes.Status403Forbidden,
        UnauthorizedError => StatusCodes.Status401Unauthorized,
        TooLargeError => StatusCodes.Status413PayloadTooLarge,
        TooManyError => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The field a failure belongs beside; empty for the whole.</summary>
    public static string Field(this Error error) => error switch
    {
        InvalidError invalid => invalid.Field,
        ConflictError conflict => conflict.Field,
        _ => "",
    };

    /// <summary>Says when to come back, for failures that know.</summary>
    public static void SayWhenToRetry(this HttpResponse response, Error? error)
    {
        if (error is TooManyError tooMany)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(tooMany.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}
