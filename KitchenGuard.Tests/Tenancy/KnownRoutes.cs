using Microsoft.AspNetCore.WebUtilities;
using System.Net.Http.Json;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>What a restaurant of the test has, one of each; or ids that nobody has.</summary>
public sealed record Belongings(Guid Item, long Movement, Guid Import, Guid Draft)
{
    /// <summary>Ids of nothing.</summary>
    public static Belongings Unknown { get; } = new(Guid.CreateVersion7(), 9_000_000_000, Guid.CreateVersion7(), Guid.CreateVersion7())
    {
        Member = Guid.CreateVersion7(), Invitation = Guid.CreateVersion7(), Restaurant = Guid.CreateVersion7(), Person = Guid.CreateVersion7(), Session = Guid.CreateVersion7(), Device = Guid.CreateVersion7(),
        Passkey = "bm9ib2R5cw",
    };

    public Guid Member { get; init; }

    public Guid Invitation { get; init; }

    /// <summary>Its owner's account.</summary>
    public Guid Person { get; init; }

    /// <summary>A session of its owner's that nobody uses in the test.</summary>
    public Guid Session { get; init; }

    /// <summary>A passkey of its owner's, as the list names it.</summary>
    public string Passkey { get; init; } = "";

    /// <summary>A shared device.</summary>
    public Guid Device { get; init; }

    /// <summary>The restaurant itself.</summary>
    public Guid Restaurant { get; init; }
}

/// <summary>What somebody has to be for a route: the rows of the table of roles. The routes' item is the kitchen's.</summary>
public enum Need
{
    /// <summary>Nobody is asked who they are.</summary>
    Nothing,

    /// <summary>An account.</summary>
    Account,

    /// <summary>A place in a restaurant, whatever the role.</summary>
    Place,

    /// <summary>See the kitchen's items: not the bar's staff.</summary>
    Look,

    /// <summary>Change the kitchen's stock and items: its staff, managers, owners.</summary>
    Keep,

    /// <summary>Import, export, members, settings: managers and owners.</summary>
    Manage,

    /// <summary>Ownership: owners.</summary>
    Own,

    /// <summary>Runs the installation.</summary>
    Operate,
}

/// <summary>How one route that takes ids is called.</summary>
/// <param name="Name">As <c>RouteTable</c> names it.</param>
/// <param name="Owner">The status its owner gets; of what is for operators, an operator.</param>
/// <param name="Call">The request for somebody's belongings; the same ids, the same request.</param>
/// <param name="Missing">The status for ids of nobody; something else than 404 where they only narrow down what is own.</param>
/// <param name="Needs">Who may call it; what its address says by default.</param>
public sealed record KnownRoute(string Name, int Owner, Func<Belongings, HttpRequestMessage> Call, int Missing = 404, Need? Needs = null)
{
    /// <summary>Who may call it.</summary>
    public Need Need => Needs ?? Default(Name);

    /// <summary>Reads, and changes nothing.</summary>
    public bool IsGet => Name.StartsWith("GET ", StringComparison.Ordinal);

    /// <summary>Under /api with a token; else a page with a cookie.</summary>
    public bool IsApi => Name.Contains(" /api/", StringComparison.Ordinal);

    private static Need Default(string name)
    {
        string[] managed = ["/import", "/export", "/members", "/invitations", "/settings", "/api/restaurant"];
        return managed.Any(part => name.Contains(part, StringComparison.Ordinal)) ? Need.Manage
            : !name.StartsWith("GET ", StringComparison.Ordinal) || name.EndsWith("/new", StringComparison.Ordinal) || name.EndsWith("/edit", StringComparison.Ordinal) ? Need.Keep
            : Need.Look;
    }
}

/// <summary>How one form or call that anybody may send is sent.</summary>
/// <param name="Name">As <c>RouteTable</c> names it.</param>
/// <param name="Status">What anybody gets who is not signed in.</param>
/// <param name="Call">The request.</param>
/// <param name="SignedIn">What others get; null: the same.</param>
/// <param name="OnDevice">What somebody on a shared device gets; null: the same as others who are signed in.</param>
public sealed record PublicPost(string Name, int Status, Func<HttpRequestMessage> Call, int? SignedIn = null, int? OnDevice = null);

/// <summary>The list. A route that is not here fails the test: add the line that calls it.</summary>
public static class KnownRoutes
{
    private const string List = "/{department:regex(^(kitchen|bar)$)}";

    private const string Act = "/operations/users/{id:guid}/{act:regex(^(lock|unlock|reset-password|remove-second-factor|end-sessions)$)}";

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
        new("PATCH /api/imports/{id:guid}", 200, its => Send(HttpMethod.Patch, $"/api/imports/{its.Draft}", new { quantities = "add" })),
        new("DELETE /api/imports/{id:guid}", 204, its => Send(HttpMethod.Delete, $"/api/imports/{its.Draft}")),
        new("GET /api/imports/{id:guid}/edits", 200, its => Get($"/api/imports/{its.Draft}/edits")),
        new("PUT /api/imports/{id:guid}/edits", 200, its => Send(HttpMethod.Put, $"/api/imports/{its.Draft}/edits", new[] { new { line = 2, column = 1, value = "Taken over" } })),
        new("DELETE /api/imports/{id:guid}/edits", 200, its => Send(HttpMethod.Delete, $"/api/imports/{its.Draft}/edits")),
        new("GET /api/imports/{id:guid}/records", 200, its => Get($"/api/imports/{its.Draft}/records")),
        new("POST /api/imports/{id:guid}/run", 202, its => Send(HttpMethod.Post, $"/api/imports/{its.Draft}/run")),
        new("POST /api/imports/{id:guid}/split", 201, its => Send(HttpMethod.Post, $"/api/imports/{its.Draft}/split", new { column = 1, values = new[] { "salt" } })),
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
        new("GET /imports/upload", 200, its => Get($"/imports/upload?mends={its.Import}"), Missing: 200),
        new("POST /imports/upload?handler=Upload", 422, its => Form($"/imports/upload?handler=Upload&mends={its.Import}"), Missing: 422),
        new("GET /imports/{id:guid}/review", 200, its => Get($"/imports/{its.Draft}/review")),
        new("GET /imports/{id:guid}/review?handler=Result", 302, its => Get($"/imports/{its.Draft}/review?handler=Result")),
        new("POST /imports/{id:guid}/review?handler=Discard", 302, its => Form($"/imports/{its.Draft}/review?handler=Discard")),
        new("POST /imports/{id:guid}/review?handler=Edit", 302, its => Form($"/imports/{its.Draft}/review?handler=Edit", ("line", "2"), ("column", "1"), ("value", "Taken over"))),
        new("POST /imports/{id:guid}/review?handler=Forget", 302, its => Form($"/imports/{its.Draft}/review?handler=Forget")),
        new("POST /imports/{id:guid}/review?handler=Read", 302, its => Form($"/imports/{its.Draft}/review?handler=Read", ("quantities", "Add"))),
        new("POST /imports/{id:guid}/review?handler=Run", 302, its => Form($"/imports/{its.Draft}/review?handler=Run")),
        new("POST /imports/{id:guid}/review?handler=Swap", 302, its => Form($"/imports/{its.Draft}/review?handler=Swap")),
        new("POST /imports/{id:guid}/review?handler=Undo", 302, its => Form($"/imports/{its.Draft}/review?handler=Undo")),
        new("POST /imports/{id:guid}/review?handler=Word", 302, its => Form($"/imports/{its.Draft}/review?handler=Word", ("field", "unit"), ("from", "kg"), ("to", "g"))),
        new("GET /imports/{id:guid}/review/split", 200, its => Get($"/imports/{its.Draft}/review/split")),
        new("POST /imports/{id:guid}/review/split", 302, its => Form($"/imports/{its.Draft}/review/split?column=1", ("values", "salt"))),
        new("GET /imports/{id:guid}/review/{line:int:min(1)}", 200, its => Get($"/imports/{its.Draft}/review/2")),
        new("POST /imports/{id:guid}/review/{line:int:min(1)}", 302, its => Form($"/imports/{its.Draft}/review/2", ("cells", "Taken over"))),
        new("GET /items/{id:guid}", 200, its => Get($"/items/{its.Item}")),
        new("GET /items/{id:guid}/edit", 200, its => Get($"/items/{its.Item}/edit")),
        new("POST /items/{id:guid}/edit", 302, its => Form($"/items/{its.Item}/edit", ("Input.Name", "Taken over"), ("Input.Unit", "kg"), ("Version", "1"))),
        new("GET /items/{id:guid}/movements/new", 200, its => Get($"/items/{its.Item}/movements/new")),
        new("POST /items/{id:guid}/movements/new", 302, its => Form($"/items/{its.Item}/movements/new", ("kind", "use"), ("quantity", "1"))),
        new("POST /items/{id:guid}/movements/new?handler=Undo", 302, its => Form($"/items/{its.Item}/movements/new?handler=Undo&movement={its.Movement}")),
        new($"POST {List}?handler=Archive", 302, its => Form($"/kitchen?handler=Archive&id={its.Item}")),
        new($"POST {List}?handler=Restore", 302, its => Form($"/kitchen?handler=Restore&id={its.Item}")),
        new($"POST {List}?handler=Many", 302, its => Form("/kitchen?handler=Many&what=Archive", ("ids", $"{its.Item}")), Missing: 302),
        new($"POST {List}/change", 200, its => Form("/kitchen/change", ("ids", $"{its.Item}")), Missing: 302),
        new($"POST {List}/change?handler=Save", 302, its => Form("/kitchen/change?handler=Save", ("ids", $"{its.Item}"), ("Input.Category", "Taken over")), Missing: 302),
        new($"POST {List}/change?handler=Undo", 302, its => Form($"/kitchen/change?handler=Undo&of={WebEncoders.Base64UrlEncode(its.Item.ToByteArray())}&category=Taken"), Missing: 302),
        new($"GET {List}/change", 302, _ => Get("/kitchen/change"), Needs: Need.Keep),
        new($"GET {List}?handler=Export", 200, _ => Get("/kitchen?handler=Export&format=csv"), Needs: Need.Manage),
        new("ANY /operations/jobs/{**path}", 200, _ => Get("/operations/jobs"), Needs: Need.Operate),
        new("GET /operations", 200, _ => Get("/operations"), Needs: Need.Operate),
        new("GET /operations/users", 200, _ => Get("/operations/users"), Needs: Need.Operate),
        new("GET /operations/users/{id:guid}", 200, its => Get($"/operations/users/{its.Person}"), Needs: Need.Operate),
        new($"GET {Act}", 200, its => Get($"/operations/users/{its.Person}/lock"), Needs: Need.Operate),
        new($"POST {Act}", 302, its => Form($"/operations/users/{its.Person}/end-sessions?session={its.Session}", ("Input.Reason", "A test.")), Needs: Need.Operate),
        new("GET /operations/restaurants", 200, _ => Get("/operations/restaurants"), Needs: Need.Operate),
        new("GET /operations/restaurants/{id:guid}", 200, its => Get($"/operations/restaurants/{its.Restaurant}"), Needs: Need.Operate),
        new("GET /operations/log", 200, _ => Get("/operations/log"), Needs: Need.Operate),
        new("GET /api/operations/", 200, _ => Get("/api/operations"), Needs: Need.Operate),
        new("GET /api/operations/users", 200, _ => Get("/api/operations/users"), Needs: Need.Operate),
        new("GET /api/operations/users/{id:guid}", 200, its => Get($"/api/operations/users/{its.Person}"), Needs: Need.Operate),
        new("POST /api/operations/users/{id:guid}/lock", 204, its => Because($"/api/operations/users/{its.Person}/lock"), Needs: Need.Operate),
        new("POST /api/operations/users/{id:guid}/unlock", 409, its => Because($"/api/operations/users/{its.Person}/unlock"), Needs: Need.Operate),
        new("POST /api/operations/users/{id:guid}/reset-password", 204, its => Because($"/api/operations/users/{its.Person}/reset-password"), Needs: Need.Operate),
        new("POST /api/operations/users/{id:guid}/remove-second-factor", 204, its => Because($"/api/operations/users/{its.Person}/remove-second-factor"), Needs: Need.Operate),
        new("POST /api/operations/users/{id:guid}/end-sessions", 204, its => Because($"/api/operations/users/{its.Person}/end-sessions"), Needs: Need.Operate),
        new("GET /api/operations/restaurants", 200, _ => Get("/api/operations/restaurants"), Needs: Need.Operate),
        new("GET /api/operations/restaurants/{id:guid}", 200, its => Get($"/api/operations/restaurants/{its.Restaurant}"), Needs: Need.Operate),
        new("GET /api/operations/log", 200, _ => Get("/api/operations/log"), Needs: Need.Operate),
        new("GET /api/auth/me", 200, _ => Get("/api/auth/me"), Needs: Need.Place),
        new("GET /api/imports/", 200, _ => Get("/api/imports")),
        new("POST /api/inventory/{department}/import", 202, _ => Send(HttpMethod.Post, "/api/inventory/kitchen/import", new[] { new { name = "Pepper" } })),
        new($"GET /api/inventory{List}/", 200, _ => Get("/api/inventory/kitchen")),
        new($"GET /api/inventory{List}/export", 200, _ => Get("/api/inventory/kitchen/export")),
        new($"POST /api/inventory{List}/", 201, _ => Send(HttpMethod.Post, "/api/inventory/kitchen", new { name = "Pepper", unit = "kg", quantity = 1 })),
        new($"POST /api/inventory{List}/bulk", 200, _ => Send(HttpMethod.Post, "/api/inventory/kitchen/bulk", new { ids = new[] { Guid.Empty }, action = "archive" })),
        new("GET /api/members/", 200, _ => Get("/api/members")),
        new("PUT /api/members/{id:guid}", 200, its => Send(HttpMethod.Put, $"/api/members/{its.Member}", new { role = "viewer" })),
        new("DELETE /api/members/{id:guid}", 204, its => Send(HttpMethod.Delete, $"/api/members/{its.Member}")),
        new("POST /api/members/{id:guid}/ownership", 204, its => Send(HttpMethod.Post, $"/api/members/{its.Member}/ownership"), Needs: Need.Own),
        new("GET /api/invitations/", 200, _ => Get("/api/invitations")),
        new("POST /api/invitations/", 201, _ => Send(HttpMethod.Post, "/api/invitations", new { email = "somebody@invited.example", role = "viewer" })),
        new("POST /api/invitations/{id:guid}/resend", 204, its => Send(HttpMethod.Post, $"/api/invitations/{its.Invitation}/resend")),
        new("DELETE /api/invitations/{id:guid}", 204, its => Send(HttpMethod.Delete, $"/api/invitations/{its.Invitation}")),
        new("POST /api/invitations/join", 404, _ => Send(HttpMethod.Post, "/api/invitations/join", new { token = "none" }), Needs: Need.Place),
        new("GET /api/restaurant/", 200, _ => Get("/api/restaurant")),
        new("PUT /api/restaurant/", 200, _ => Send(HttpMethod.Put, "/api/restaurant", new { name = "Renamed", timeZone = "Europe/Dublin", currency = "EUR", locale = "en-GB" })),
        new("GET /dashboard", 200, _ => Get("/dashboard"), Needs: Need.Place),
        new("GET /dashboard?handler=Stock", 302, _ => Get("/dashboard?handler=Stock"), Needs: Need.Place),
        new("GET /members", 200, _ => Get("/members")),
        new("POST /members?handler=Resend", 302, its => Form($"/members?handler=Resend&id={its.Invitation}")),
        new("POST /members?handler=Withdraw", 302, its => Form($"/members?handler=Withdraw&id={its.Invitation}")),
        new("GET /members/invite", 200, _ => Get("/members/invite")),
        new("POST /members/invite", 302, _ => Form("/members/invite", ("Input.Email", "somebody@invited.example"), ("Input.Role", "Viewer"))),
        new("GET /members/{id:guid}", 200, its => Get($"/members/{its.Member}")),
        new("POST /members/{id:guid}", 302, its => Form($"/members/{its.Member}", ("role", "Viewer"))),
        new("GET /members/{id:guid}/remove", 200, its => Get($"/members/{its.Member}/remove")),
        new("POST /members/{id:guid}/remove", 302, its => Form($"/members/{its.Member}/remove")),
        new("GET /members/{id:guid}/transfer", 200, its => Get($"/members/{its.Member}/transfer"), Needs: Need.Own),
        new("POST /members/{id:guid}/transfer", 302, its => Form($"/members/{its.Member}/transfer"), Needs: Need.Own),
        new("GET /account/second-factor", 200, _ => Get("/account/second-factor"), Needs: Need.Account),
        new("POST /account/second-factor?handler=Start", 302, _ => Form("/account/second-factor?handler=Start"), Needs: Need.Account),
        new("POST /account/second-factor?handler=RemoveApp", 302, _ => Form("/account/second-factor?handler=RemoveApp"), Needs: Need.Account),
        new("POST /account/second-factor?handler=Codes", 422, _ => Form("/account/second-factor?handler=Codes"), Needs: Need.Account),
        new("POST /account/second-factor?handler=Download", 400, _ => Form("/account/second-factor?handler=Download"), Needs: Need.Account),
        new("GET /account/second-factor/app", 302, _ => Get("/account/second-factor/app"), Needs: Need.Account),
        new("POST /account/second-factor/app", 302, _ => Form("/account/second-factor/app"), Needs: Need.Account),
        new("GET /api/auth/second-factor/", 200, _ => Get("/api/auth/second-factor"), Needs: Need.Place),
        new("POST /api/auth/second-factor/authenticator", 200, _ => Send(HttpMethod.Post, "/api/auth/second-factor/authenticator"), Needs: Need.Place),
        new("POST /api/auth/second-factor/authenticator/confirm", 409, _ => Send(HttpMethod.Post, "/api/auth/second-factor/authenticator/confirm", new { code = "123456" }), Needs: Need.Place),
        new("DELETE /api/auth/second-factor/authenticator", 204, _ => Send(HttpMethod.Delete, "/api/auth/second-factor/authenticator"), Needs: Need.Place),
        new("POST /api/auth/second-factor/recovery-codes", 409, _ => Send(HttpMethod.Post, "/api/auth/second-factor/recovery-codes"), Needs: Need.Place),
        new("PUT /api/restaurant/second-factor", 204, _ => Send(HttpMethod.Put, "/api/restaurant/second-factor", new { required = false }), Needs: Need.Own),
        new("POST /settings?handler=SecondFactor", 302, _ => Form("/settings?handler=SecondFactor", ("required", "false")), Needs: Need.Own),
        new("POST /account/second-factor?handler=PasskeyOptions", 200, _ => Form("/account/second-factor?handler=PasskeyOptions"), Needs: Need.Account),
        new("POST /account/second-factor?handler=AddPasskey", 422, _ => Form("/account/second-factor?handler=AddPasskey"), Needs: Need.Account),
        new("POST /account/second-factor?handler=RemovePasskey", 302, its => Form($"/account/second-factor?handler=RemovePasskey&id={its.Passkey}"), Needs: Need.Own),
        new("DELETE /api/auth/second-factor/passkeys/{id}", 204, its => Send(HttpMethod.Delete, $"/api/auth/second-factor/passkeys/{its.Passkey}"), Needs: Need.Own),
        new("POST /account/prove?handler=PasskeyOptions", 200, _ => Form("/account/prove?handler=PasskeyOptions"), Needs: Need.Account),
        new("POST /account/prove?handler=Passkey", 422, _ => Form("/account/prove?handler=Passkey"), Needs: Need.Account),
        new("GET /account", 200, _ => Get("/account"), Needs: Need.Account),
        new("POST /account?handler=Password", 422, _ => Form("/account?handler=Password"), Needs: Need.Account),
        new("POST /account?handler=Email", 422, _ => Form("/account?handler=Email"), Needs: Need.Account),
        new("POST /account?handler=Confirm", 302, _ => Form("/account?handler=Confirm"), Needs: Need.Account),
        new("GET /account/prove", 200, _ => Get("/account/prove"), Needs: Need.Account),
        new("POST /account/prove", 422, _ => Form("/account/prove"), Needs: Need.Account),
        new("POST /api/auth/prove", 400, _ => Send(HttpMethod.Post, "/api/auth/prove", new { }), Needs: Need.Place),
        new("PUT /api/auth/password", 400, _ => Send(HttpMethod.Put, "/api/auth/password", new { }), Needs: Need.Place),
        new("POST /api/auth/email", 400, _ => Send(HttpMethod.Post, "/api/auth/email", new { }), Needs: Need.Place),
        new("GET /account/sessions", 200, _ => Get("/account/sessions"), Needs: Need.Account),
        new("POST /account/sessions?handler=Others", 302, _ => Form("/account/sessions?handler=Others"), Needs: Need.Account),
        new("GET /api/auth/sessions/", 200, _ => Get("/api/auth/sessions"), Needs: Need.Place),
        new("DELETE /api/auth/sessions/", 204, _ => Send(HttpMethod.Delete, "/api/auth/sessions"), Needs: Need.Place),
        new("POST /account/sessions?handler=End", 302, its => Form($"/account/sessions?handler=End&id={its.Session}"), Needs: Need.Own),
        new("DELETE /api/auth/sessions/{id:guid}", 204, its => Send(HttpMethod.Delete, $"/api/auth/sessions/{its.Session}"), Needs: Need.Own),
        new("POST /api/auth/logout", 204, _ => Send(HttpMethod.Post, "/api/auth/logout"), Needs: Need.Place),
        new("GET /audit", 200, _ => Get("/audit"), Needs: Need.Manage),
        new("GET /audit?handler=Export", 200, _ => Get("/audit?handler=Export"), Needs: Need.Manage),
        new("GET /api/audit/", 200, _ => Get("/api/audit"), Needs: Need.Manage),
        new("GET /api/audit/export", 200, _ => Get("/api/audit/export"), Needs: Need.Manage),
        new("GET /devices", 200, _ => Get("/devices"), Needs: Need.Manage),
        new("POST /devices?handler=Enrol", 302, _ => Form("/devices?handler=Enrol", ("Input.Name", "Tablet"), ("Input.Department", "Kitchen")), Needs: Need.Manage),
        new("POST /devices?handler=Revoke", 302, its => Form($"/devices?handler=Revoke&id={its.Device}"), Needs: Need.Manage),
        new("GET /api/devices/", 200, _ => Get("/api/devices"), Needs: Need.Manage),
        new("DELETE /api/devices/{id:guid}", 204, its => Send(HttpMethod.Delete, $"/api/devices/{its.Device}"), Needs: Need.Manage),
        new("GET /restaurants", 200, _ => Get("/restaurants"), Needs: Need.Account),
        new("POST /restaurants", 302, its => Form("/restaurants", ("id", $"{its.Restaurant}")), Needs: Need.Account),
        new("GET /account/delete", 200, _ => Get("/account/delete"), Needs: Need.Account),
        new("POST /account/delete", 422, _ => Form("/account/delete"), Needs: Need.Account),
        new("GET /account/leaving", 302, _ => Get("/account/leaving"), Needs: Need.Account),
        new("POST /account/leaving", 302, _ => Form("/account/leaving"), Needs: Need.Account),
        new("POST /api/auth/deletion", 400, _ => Send(HttpMethod.Post, "/api/auth/deletion", new { }), Needs: Need.Place),
        new("GET /api/restaurant/export", 200, _ => Get("/api/restaurant/export"), Needs: Need.Own),
        new("POST /api/restaurant/deletion", 400, _ => Send(HttpMethod.Post, "/api/restaurant/deletion", new { }), Needs: Need.Own),
        new("DELETE /api/restaurant/deletion", 204, _ => Send(HttpMethod.Delete, "/api/restaurant/deletion"), Needs: Need.Own),
        new("GET /settings/export", 200, _ => Get("/settings/export"), Needs: Need.Own),
        new("POST /settings/export", 200, _ => Form("/settings/export"), Needs: Need.Own),
        new("GET /settings/delete", 200, _ => Get("/settings/delete"), Needs: Need.Own),
        new("POST /settings/delete", 422, _ => Form("/settings/delete"), Needs: Need.Own),
        new("POST /settings/delete?handler=Keep", 302, _ => Form("/settings/delete?handler=Keep"), Needs: Need.Own),
        new("GET /settings", 200, _ => Get("/settings")),
        new("POST /settings", 302, _ => Form("/settings", ("Input.Name", "Renamed"), ("Input.TimeZone", "Europe/Dublin"), ("Input.Currency", "EUR"), ("Input.Locale", "en-GB"))),
        new($"GET {List}", 200, _ => Get("/kitchen")),
        new($"GET {List}?handler=Totals", 200, _ => Get("/kitchen?handler=Totals")),
        new($"GET {List}/new", 200, _ => Get("/kitchen/new")),
        new($"POST {List}/new", 302, _ => Form("/kitchen/new", ("Input.Name", "Pepper"), ("Input.Unit", "kg"))),
    ];

    /// <summary>What anybody on the internet may call: a role plays no part. /dev/mail is there in Development only.</summary>
    public static IReadOnlyList<string> Anonymous { get; } =
    [
        "ANY /health/live", "ANY /health/ready", "GET /", "GET /account/email", "GET /api/health", "GET /dev/mail", "GET /device", "GET /device/{id:guid}", "GET /error", "GET /forgot-password", "GET /join", "GET /login", "GET /login/code",
        "GET /openapi/{documentName}.json", "GET /register", "GET /register/files", "GET /register/files?handler=Check", "GET /register/restaurant",
        "GET /reset-password", "GET /scalar/favicon.svg", "GET /scalar/scalar.aspnetcore.js", "GET /scalar/scalar.js", "GET /scalar/{documentName?}",
        "POST /account/email", "POST /api/auth/email/confirm", "POST /api/auth/forgot-password", "POST /api/auth/login", "POST /api/auth/login/code", "POST /api/auth/refresh", "POST /api/auth/register", "POST /api/auth/reset-password",
        "POST /api/invitations/accept", "POST /device/{id:guid}", "POST /device/{id:guid}?handler=Set", "POST /error", "POST /forgot-password", "POST /join", "POST /login", "POST /login/code", "POST /login/code?handler=Passkey", "POST /login/code?handler=PasskeyOptions",
        "POST /login?handler=Passkey", "POST /login?handler=PasskeyOptions", "POST /logout", "POST /register",
        "POST /register/files", "POST /register/files?handler=Read", "POST /register/files?handler=Remove", "POST /register/files?handler=Swap",
        "POST /register/files?handler=Upload",
        "POST /register/restaurant", "POST /reset-password",
    ];

    /// <summary>What anybody may send, once: with nothing in it that would be taken. Who sends it makes no difference to the answer, but for what is listed.</summary>
    public static IReadOnlyList<PublicPost> Posts { get; } =
    [
        new("POST /account/email", 404, () => Form("/account/email?token=none")),
        new("POST /api/auth/email/confirm", 404, () => Send(HttpMethod.Post, "/api/auth/email/confirm", new { token = "none" })),
        new("POST /api/auth/forgot-password", 202, () => Send(HttpMethod.Post, "/api/auth/forgot-password", new { email = "nobody@nowhere.example" })),
        new("POST /api/auth/login", 401, () => Send(HttpMethod.Post, "/api/auth/login", new { login = $"{Guid.CreateVersion7():N}@nowhere.example", password = "not this one" })),
        new("POST /api/auth/login/code", 401, () => Send(HttpMethod.Post, "/api/auth/login/code", new { ticket = "none", code = "123456" })),
        new("POST /api/auth/refresh", 401, () => Send(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = "none" })),
        new("POST /api/auth/register", 400, () => Send(HttpMethod.Post, "/api/auth/register", new { })),
        new("POST /api/auth/reset-password", 404, () => Send(HttpMethod.Post, "/api/auth/reset-password", new { token = "none", password = "a long enough password" })),
        new("POST /api/invitations/accept", 404, () => Send(HttpMethod.Post, "/api/invitations/accept", new { token = "none", fullName = "Nobody", password = "a long enough password" })),
        new("POST /device/{id:guid}", 302, () => Form($"/device/{Guid.CreateVersion7()}", ("pin", "2580")), OnDevice: 404),
        new("POST /device/{id:guid}?handler=Set", 302, () => Form($"/device/{Guid.CreateVersion7()}?handler=Set", ("pin", "2580"), ("password", "none")), OnDevice: 404),
        new("POST /error", 404, () => Form("/error?status=404")),
        new("POST /forgot-password", 302, () => Form("/forgot-password", ("Input.Email", "nobody@nowhere.example"))),
        new("POST /join", 404, () => Form("/join?token=none"), OnDevice: 403),
        new("POST /login", 422, () => Form("/login", ("Input.Login", $"{Guid.CreateVersion7():N}@nowhere.example"), ("Input.Password", "not this one"))),
        new("POST /login/code", 302, () => Form("/login/code", ("Code", "123456"))),
        new("POST /login/code?handler=Passkey", 302, () => Form("/login/code?handler=Passkey", ("credential", "{}"))),
        new("POST /login/code?handler=PasskeyOptions", 302, () => Form("/login/code?handler=PasskeyOptions")),
        new("POST /login?handler=Passkey", 422, () => Form("/login?handler=Passkey", ("credential", "{}"))),
        new("POST /login?handler=PasskeyOptions", 200, () => Form("/login?handler=PasskeyOptions")),
        new("POST /logout", 302, () => Form("/logout")),
        new("POST /register", 422, () => Form("/register"), SignedIn: 302, OnDevice: 403),
        new("POST /register/files", 302, () => Form("/register/files"), OnDevice: 403),
        new("POST /register/files?handler=Read", 302, () => Form("/register/files?handler=Read"), OnDevice: 403),
        new("POST /register/files?handler=Remove", 302, () => Form("/register/files?handler=Remove"), OnDevice: 403),
        new("POST /register/files?handler=Swap", 302, () => Form("/register/files?handler=Swap"), OnDevice: 403),
        new("POST /register/files?handler=Upload", 302, () => Form("/register/files?handler=Upload"), OnDevice: 403),
        new("POST /register/restaurant", 302, () => Form("/register/restaurant"), SignedIn: 422, OnDevice: 403),
        new("POST /reset-password", 404, () => Form("/reset-password?token=none", ("Input.Password", "a long enough password"))),
    ];

    private static HttpRequestMessage Get(string url) => new(HttpMethod.Get, url);

    private static HttpRequestMessage Send(HttpMethod method, string url, object? body = null) =>
        new(method, url) { Content = body is null ? null : JsonContent.Create(body) };

    private static HttpRequestMessage Because(string url) => Send(HttpMethod.Post, url, new { reason = "A test." });

    private static HttpRequestMessage Form(string url, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
}
