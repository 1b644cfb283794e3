using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KitchenGuard.Tests.Support;

/// <summary>Tells <see cref="RunLog"/> what secrets a test's requests and their answers carry: bearer tokens, cookies, and the fields that are named like one.</summary>
internal sealed partial class SecretWatch : IStartupFilter
{
    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(WatchAsync);
        next(app);
    };

    private static async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        RunLog.Keep(context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal));
        foreach (var cookie in context.Request.Cookies)
        {
            RunLog.Keep(cookie.Value);
        }

        foreach (var field in context.Request.Query.Where(field => Secret().IsMatch(field.Key)))
        {
            RunLog.Keep(field.Value);
        }

        if (context.Request.Path.StartsWithSegments("/api/auth"))
        {
            await WatchBodiesAsync(context, next);
        }
        else
        {
            await next(context);
        }

        foreach (var cookie in context.Response.Headers.SetCookie)
        {
            RunLog.Keep(cookie?.Split('=', 2)[^1].Split(';')[0]);
        }

        foreach (var field in context.Features.Get<IFormFeature>()?.Form?.Where(field => Secret().IsMatch(field.Key)) ?? [])
        {
            RunLog.Keep(field.Value);
        }
    }

    private static async Task WatchBodiesAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        var sent = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sent;
            if (context.Response.StatusCode < 300)
            {
                // Else it says what is wrong with a field, by the field's name.
                KeepAll(kept.ToArray());
            }

            kept.Position = 0;
            await kept.CopyToAsync(sent);
        }

        using var request = new MemoryStream();
        context.Request.Body.Position = 0;
        await context.Request.Body.CopyToAsync(request);
        KeepAll(request.ToArray());
    }

    private static void KeepAll(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            KeepAll(json.RootElement, isSecret: false);
        }
        catch (JsonException)
        {
            // No JSON: nothing was understood of it either.
        }
    }

    private static void KeepAll(JsonElement element, bool isSecret)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                KeepAll(property.Value, isSecret || Secret().IsMatch(property.Name));
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray())
            {
                KeepAll(one, isSecret);
            }
        }
        else if (isSecret && element.ValueKind == JsonValueKind.String)
        {
            RunLog.Keep(element.GetString());
        }
    }

    [GeneratedRegex("password|token|ticket|secret|recovery|phone|address", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
