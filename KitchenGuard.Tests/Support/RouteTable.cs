using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Support;

/// <summary>A way into the application: method and template, for pages one for each handler; and the ids it takes.</summary>
/// <param name="Name"><c>GET /api/imports/{id:guid}</c>, <c>POST /kitchen?handler=Archive</c>.</param>
/// <param name="Ids">Its parameters that name something a restaurant owns, wherever they come from.</param>
/// <param name="Endpoint">Where it is in the endpoint data source.</param>
public sealed record Route(string Name, IReadOnlyList<string> Ids, RouteEndpoint Endpoint)
{
    /// <summary>The method that answers for a page.</summary>
    public System.Reflection.MethodInfo? Handler { get; init; }

    /// <summary>Whether an endpoint's metadata, a page or the page's handler bears the attribute.</summary>
    public bool Marks<T>()
        where T : Attribute =>
        Endpoint.Metadata.GetMetadata<T>() is not null || Handler?.IsDefined(typeof(T), true) == true || Handler?.ReflectedType?.IsDefined(typeof(T), true) == true;
}

/// <summary>All that the application answers, from its own endpoint data source.</summary>
public static class RouteTable
{
    /// <summary>Route parameters that name nothing a restaurant owns.</summary>
    private static readonly string[] Words = ["department", "documentName", "path"];

    /// <summary>All routes, files of wwwroot left out.</summary>
    public static async Task<IReadOnlyList<Route>> ReadAsync(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsFile(e)))
        {
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var ids = endpoint.RoutePattern.Parameters.Select(p => p.Name).Except(Words).ToList();
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await pages.LoadAsync(page, endpoint.Metadata);
                var bound = compiled.BoundProperties.Where(IsId).Select(p => p.Name).ToList();
                routes.AddRange(compiled.HandlerMethods.Select(handler => new Route(
                    $"{handler.HttpMethod.ToUpperInvariant()} {template}{(handler.Name is null ? "" : "?handler=" + handler.Name)}",
                    [.. ids.Union([.. bound, .. handler.Parameters.Where(IsId).Select(p => p.Name)], StringComparer.OrdinalIgnoreCase)],
                    endpoint) { Handler = handler.MethodInfo }));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } known ? known : ["ANY"];
                routes.AddRange(methods.Select(method => new Route($"{method} {template}", ids, endpoint)));
            }
        }

        return [.. routes.DistinctBy(r => r.Name).OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.Metadata.Any(m => m.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.StaticAssets", StringComparison.Ordinal) == true);

    // What is read from a query or a form can name things just as a route's parameter does.
    private static bool IsId(ParameterDescriptor parameter)
    {
        var type = parameter.ParameterType;
        var one = Nullable.GetUnderlyingType(type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[0] : type)
            ?? (type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[0] : type);
        return one == typeof(Guid) || one == typeof(long);
    }
}
