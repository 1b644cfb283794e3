using System.Globalization;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>/api/audit.</summary>
public static class AuditApi
{
    /// <summary>Maps the log and its export.</summary>
    public static void MapAuditApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApiGroup("/api/audit", "Audit").RequireAuthorization(Rights.Managing);
        api.MapGet("", ListAsync).WithName("ListAuditEntries").WithSummary("Who did what, newest first.");
        api.MapGet("/export", Export).WithName("ExportAuditEntries").WithSummary("The same as CSV.");
    }

    private static async Task<Ok<PageOf<AuditAnswer>>> ListAsync(
        long? cursor, [AsParameters] AuditQuery asked, CurrentUser user, KitchenGuardDbContext db, CancellationToken ct)
    {
        var page = await AuditLines.ReadAsync(db, asked, user.TimeZone, cursor, ct);
        return TypedResults.Ok(new PageOf<AuditAnswer>(
            [.. page.Entries.Select(AuditAnswer.From)], page.NextUrl is null ? null : page.Entries[^1].Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static PushStreamHttpResult Export([AsParameters] AuditQuery asked, ExportAudit export, CancellationToken ct) =>
        TypedResults.Stream(output => export.RunAsync(asked, output, ct), "text/csv; charset=utf-8", "audit.csv");
}

/// <summary>An entry of the log.</summary>
/// <param name="At">UTC.</param>
/// <param name="UserId">Who; null: the program itself.</param>
/// <param name="User">The name, as it was then.</param>
/// <param name="Address">Where from.</param>
/// <param name="Action">What, such as <c>member.role_changed</c>.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="Before">What was there before; null: nothing that is worth saying.</param>
/// <param name="After">What is there now.</param>
public sealed record AuditAnswer(
    DateTimeOffset At, Guid? UserId, string User, string? Address, string Action, string? Subject, Guid? SubjectId, JsonElement? Before, JsonElement? After)
{
    internal static AuditAnswer From(AuditEntry entry) => new(
        entry.At, entry.UserId, entry.UserName, entry.Address, entry.Action, entry.Subject, entry.SubjectId, Parse(entry.Before), Parse(entry.After));

    private static JsonElement? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
