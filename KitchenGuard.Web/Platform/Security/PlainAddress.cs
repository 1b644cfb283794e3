namespace KitchenGuard.Web.Platform;

/// <summary>Refuses addresses that hold a NUL: nobody types one, and PostgreSQL takes none.</summary>
public static class PlainAddress
{
    /// <summary>Answers 400 to them.</summary>
    public static IApplicationBuilder UsePlainAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal) && !context.Request.Path.Value!.Contains('\0', StringComparison.Ordinal))
        {
            return next(context);
        }

        // The error page answers to the same address: without what was wrong with it.
        context.Request.QueryString = QueryString.Empty;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
