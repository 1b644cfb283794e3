using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Inventory.Exporting;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>/api/inventory/kitchen and /api/inventory/bar.</summary>
public static class InventoryApi
{
    /// <summary>Maps list, items, bulk changes and export.</summary>
    public static void MapInventoryApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/inventory/{department:regex(^(kitchen|bar)$)}", "Inventory");
        api.MapGet("/", ListAsync).WithName("ListItems").WithSummary("Read a list, a page at a time.");
        api.MapPost("/", CreateAsync).WithName("CreateItem").WithSummary("Add an item; its quantity is the opening count.").OncePerKey();
        api.MapGet("/{id:guid}", GetAsync).WithName("GetItem").WithSummary("Read an item.");
        api.MapPut("/{id:guid}", PutAsync).WithName("UpdateItem").WithSummary("Set all fields of an item. If-Match with the ETag avoids overwriting.");
        api.MapPatch("/{id:guid}", PatchAsync).WithName("PatchItem").WithSummary("Set the given fields of an item; null clears.");
        api.MapDelete("/{id:guid}", ArchiveAsync).WithName("ArchiveItem").WithSummary("Take an item off the list; it can be restored.");
        api.MapPost("/{id:guid}/restore", RestoreAsync).WithName("RestoreItem").WithSummary("Put an archived item back.").OncePerKey();
        api.MapPost("/bulk", ChangeManyAsync).WithName("ChangeItems").WithSummary("Archive, restore or set fields of several items.").OncePerKey();
        api.MapGet("/export", Export).WithName("ExportItems").WithSummary("The list as a file that imports unchanged: format csv, csv-semicolon (decimal comma) or xlsx.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", ExportFormat.Xlsx.ContentType).RequireAuthorization(Rights.Managing);
    }

    private static async Task<Results<Ok<ItemPage>, ProblemHttpResult>> ListAsync(
        string department, [AsParameters] ItemQuery query, ItemList list, CancellationToken ct)
    {
        var page = await list.ReadAsync(Read(department), query, ct);
        return page.Error is { } error ? error.ToProblem() : TypedResults.Ok(page.Value);
    }

    private static async Task<Results<Ok<ItemAnswer>, ProblemHttpResult>> GetAsync(
        string department, Guid id, ItemList list, HttpResponse response, CancellationToken ct) =>
        await AnswerAsync(list, Read(department), id, response, ct) is { } item ? TypedResults.Ok(item) : InventoryErrors.NotFound.ToProblem();

    private static async Task<Results<Created<ItemAnswer>, ProblemHttpResult>> CreateAsync(
        string department, ItemInput input, CreateItem create, ItemList list, HttpResponse response, CancellationToken ct)
    {
        var created = await create.RunAsync(Read(department), input, ct);
        return created.Error is { } error
            ? error.ToProblem()
            : TypedResults.Created($"/api/inventory/{department}/{created.Value}", await AnswerAsync(list, Read(department), created.Value, response, ct));
    }

    private static async Task<Results<Ok<ItemAnswer>, ProblemHttpResult>> PutAsync(
        string department, Guid id, ItemInput input, UpdateItem update, ItemList list, HttpContext http, CancellationToken ct)
    {
        var updated = await update.RunAsync(Read(department), id, _ => input, ItemTag.Expected(http.Request), ct);
        return updated.Error is { } error ? error.ToProblem() : TypedResults.Ok(await AnswerAsync(list, Read(department), id, http.Response, ct));
    }

    private static async Task<Results<Ok<ItemAnswer>, ValidationProblem, ProblemHttpResult>> PatchAsync(
        string department, Guid id, JsonObject patch, UpdateItem update, ItemList list, IOptions<JsonOptions> json, HttpContext http, CancellationToken ct)
    {
        Dictionary<string, string[]>? invalid = null;
        var updated = await update.RunAsync(Read(department), id, current =>
        {
            var patched = ItemPatch.Apply(current, patch, json.Value.SerializerOptions);
            return patched.Error is null && (invalid = Invalid(patched.Value)) is not null ? InventoryErrors.NameMissing : patched;
        }, ItemTag.Expected(http.Request), ct);
        return invalid is not null ? TypedResults.ValidationProblem(invalid)
            : updated.Error is { } error ? error.ToProblem()
            : TypedResults.Ok(await AnswerAsync(list, Read(department), id, http.Response, ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ArchiveAsync(
        string department, Guid id, ArchiveItem archive, HttpRequest request, CancellationToken ct)
    {
        var archived = await archive.RunAsync(Read(department), id, archived: true, ItemTag.Expected(request), ct);
        return archived.Error is { } error ? error.ToProblem() : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ItemAnswer>, ProblemHttpResult>> RestoreAsync(
        string department, Guid id, ArchiveItem archive, ItemList list, HttpContext http, CancellationToken ct)
    {
        var restored = await archive.RunAsync(Read(department), id, archived: false, ItemTag.Expected(http.Request), ct);
        return restored.Error is { } error ? error.ToProblem() : TypedResults.Ok(await AnswerAsync(list, Read(department), id, http.Response, ct));
    }

    private static async Task<Results<Ok<BulkAnswer>, ProblemHttpResult>> ChangeManyAsync(
        string department, BulkInput input, ChangeItems change, CancellationToken ct)
    {
        var changed = await change.RunAsync(Read(department), input, ct);
        return changed.Error is { } error ? error.ToProblem() : TypedResults.Ok(changed.Value);
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        string department, string? format, ExportItems export, TimeProvider clock, CancellationToken ct) =>
        ExportFormat.Find(format) is { } file
            ? TypedResults.Stream(stream => export.RunAsync(Read(department), file, stream, ct), file.ContentType, file.FileName(Read(department), clock))
            : InventoryErrors.BadFormat.ToProblem();

    private static async Task<ItemAnswer?> AnswerAsync(ItemList list, Department department, Guid id, HttpResponse response, CancellationToken ct)
    {
        var item = await list.FindAsync(id, department, ct);
        if (item is not null)
        {
            ItemTag.Write(response, item.Version);
        }

        return item;
    }

    private static Department Read(string department) => department == "bar" ? Department.Bar : Department.Kitchen;

    private static Dictionary<string, string[]>? Invalid(ItemInput input)
    {
        var found = new List<ValidationResult>();
        return Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true)
            ? null
            : found.GroupBy(f => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(f.MemberNames.FirstOrDefault() ?? ""))
                .ToDictionary(g => g.Key, g => g.Select(f => f.ErrorMessage ?? "").ToArray());
    }
}
