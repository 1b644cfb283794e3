using System.Net.Http.Json;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>What a restaurant of the test has, one of each; or ids that nobody has.</summary>
public sealed record Belongings(Guid Item, long Movement, Guid Import)
{
    /// <summary>Ids of nothing.</summary>
    public static Belongings Unknown { get; } = new(Guid.CreateVersion7(), 9_000_000_000, Guid.CreateVersion7());
}

/// <summary>How one route that takes ids is called.</summary>
/// <param name="Name">As <c>RouteTable</c> names it.</param>
/// <param name="Owner">The status its owner gets.</param>
/// <param name="Call">The request for somebody's belongings; the same ids, the same request.</param>
/// <param name="Missing">The status for ids of nobody; something else than 404 where they only narrow down what is own.</param>
public sealed record KnownRoute(string Name, int Owner, Func<Belongings, HttpRequestMessage> Call, int Missing = 404)
{
    /// <summary>Under /api with a token; else a page with a cookie.</summary>
    public bool IsApi => Name.Contains(" /api/", StringComparison.Ordinal);
}

/// <summary>The list. A route with ids that is not here fails the test: add the line that calls it.</summary>
public static class KnownRoutes
{
    private const string List = "/{department:regex(^(kitchen|bar)$)}";

    private const string Item = "/api/inventory/{department:regex(^(kitchen|bar)$)}/{id:guid}";

    /// <summary>One line a route.</summary>
    public static IReadOnlyList<KnownRoute> All { get; } =
    [
        new("GET /api/imports/{id:guid}", 200, its => Get($"/api/imports/{its.Import}")),
        new("GET /api/imports/{id:guid}/issues", 200, its => Get($"/api/imports/{its.Import}/issues")),
        new("GET /api/imports/{id:guid}/rejected.csv", 200, its => Get($"/api/imports/{its.Import}/rejected.csv")),
        new("GET /api/imports/{id:guid}/undone", 200, its => Get($"/api/imports/{its.Import}/undone")),
        new("POST /api/imports/{id:guid}/cancel", 409, its => Send(HttpMethod.Post, $"/api/imports/{its.Import}/cancel")),
        new("POST /api/imports/{id:guid}/undo", 202, its => Send(HttpMethod.Post, $"/api/imports/{its.Import}/undo")),
        new("GET /api/imports/{id:guid}/source", 200, its => Get($"/api/imports/{its.Import}/source")),
        new("GET /api/imports/{id:guid}/table.csv", 200, its => Get($"/api/imports/{its.Import}/table.csv")),
        new($"GET {Item}", 200, its => Get($"/api/inventory/kitchen/{its.Item}")),
        new($"PUT {Item}", 200, its => Send(HttpMethod.Put, $"/api/inventory/kitchen/{its.Item}", new { name = "Taken over", unit = "kg" })),
        new($"PATCH {Item}", 200, its => Send(HttpMethod.Patch, $"/api/inventory/kitchen/{its.Item}", new { notes = "Taken over" })),
        new($"DELETE {Item}", 204, its => Send(HttpMethod.Delete, $"/api/inventory/kitchen/{its.Item}")),
        new($"POST {Item}/restore", 200, its => Send(HttpMethod.Post, $"/api/inventory/kitchen/{its.Item}/restore")),
        new("GET /api/items/{id:guid}/movements/", 200, its => Get($"/api/items/{its.Item}/movements")),
        new("POST /api/items/{id:guid}/movements/", 201, its => Send(HttpMethod.Post, $"/api/items/{its.Item}/movements", new { kind = "use", quantity = 1 })),
        new("POST /api/items/{id:guid}/movements/{movementId:long}/undo", 201, its => Send(HttpMethod.Post, $"/api/items/{its.Item}/movements/{its.Movement}/undo")),
        new("GET /imports", 200, its => Get($"/imports?before={its.Import}"), Missing: 200),
        new("GET /imports/{id:guid}", 200, its => Get($"/imports/{its.Import}")),
        new("GET /imports/{id:guid}?handler=Line", 302, its => Get($"/imports/{its.Import}?handler=Line")),
        new("GET /imports/{id:guid}?handler=State", 302, its => Get($"/imports/{its.Import}?handler=State")),
        new("GET /imports/{id:guid}?handler=Rejected", 200, its => Get($"/imports/{its.Import}?handler=Rejected")),
        new("POST /imports/{id:guid}?handler=Cancel", 302, its => Form($"/imports/{its.Import}?handler=Cancel")),
        new("GET /imports/{id:guid}/undo", 200, its => Get($"/imports/{its.Import}/undo")),
        new("POST /imports/{id:guid}/undo", 302, its => Form($"/imports/{its.Import}/undo")),
        new("GET /imports/{id:guid}?handler=Source", 200, its => Get($"/imports/{its.Import}?handler=Source")),
        new("GET /imports/{id:guid}?handler=Table", 200, its => Get($"/imports/{its.Import}?handler=Table")),
        new("GET /items/{id:guid}", 200, its => Get($"/items/{its.Item}")),
        new("GET /items/{id:guid}/edit", 200, its => Get($"/items/{its.Item}/edit")),
        new("POST /items/{id:guid}/edit", 302, its => Form($"/items/{its.Item}/edit", ("Input.Name", "Taken over"), ("Input.Unit", "kg"), ("Version", "1"))),
        new("GET /items/{id:guid}/movements/new", 200, its => Get($"/items/{its.Item}/movements/new")),
        new("POST /items/{id:guid}/movements/new", 302, its => Form($"/items/{its.Item}/movements/new", ("kind", "use"), ("quantity", "1"))),
        new("POST /items/{id:guid}/movements/new?handler=Undo", 302, its => Form($"/items/{its.Item}/movements/new?handler=Undo&movement={its.Movement}")),
        new($"POST {List}?handler=Archive", 302, its => Form($"/kitchen?handler=Archive&id={its.Item}")),
        new($"POST {List}?handler=Restore", 302, its => Form($"/kitchen?handler=Restore&id={its.Item}")),
        new($"POST {List}?handler=Many", 302, its => Form("/kitchen?handler=Many&what=Archive", ("ids", $"{its.Item}")), Missing: 302),
    ];

    private static HttpRequestMessage Get(string url) => new(HttpMethod.Get, url);

    private static HttpRequestMessage Send(HttpMethod method, string url, object? body = null) =>
        new(method, url) { Content = body is null ? null : JsonContent.Create(body) };

    private static HttpRequestMessage Form(string url, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
}
