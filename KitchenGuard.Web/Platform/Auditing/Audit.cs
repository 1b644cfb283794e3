using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;

namespace KitchenGuard.Web.Platform.Auditing;

/// <summary>Writes a restaurant's audit log. An entry is saved with what it is about: in one transaction, or neither is.</summary>
public sealed class Audit(KitchenGuardDbContext db, IHttpContextAccessor accessor, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds an entry about the restaurant that was entered; whoever calls saves it.</summary>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="subject">What it was done to, for people.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="before">What was there: an object whose properties are shown. Never a secret.</param>
    /// <param name="after">What is there now.</param>
    /// <param name="who">Whoever did it, where nobody is signed in yet; null: who is.</param>
    public void Add(string action, string? subject = null, Guid? subjectId = null, object? before = null, object? after = null, (Guid Id, string Name)? who = null)
    {
        var http = accessor.HttpContext;
        var by = who ?? (Guid.TryParse(http?.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http?.User.FindFirstValue("sub"), out var id)
            ? (id, http!.User.FindFirstValue(ClaimTypes.Name) ?? "") : null);
        Write(by, http?.Connection.RemoteIpAddress?.ToString(), action, subject, subjectId, before, after);
    }

    /// <summary>Adds an entry about what the installation's operators did to a member: it says that, and neither who nor where from.</summary>
    public void AddOfOperators(string action, string subject, Guid subjectId) => Write(null, null, action, subject, subjectId, null, null);

    /// <summary>What differs between two objects of a kind, as they were and as they are: only these properties. Both null: nothing does.</summary>
    public static (JsonObject? Before, JsonObject? After) Difference<T>(T before, T after)
    {
        var (was, now) = ((JsonObject)JsonSerializer.SerializeToNode(before, Json)!, (JsonObject)JsonSerializer.SerializeToNode(after, Json)!);
        foreach (var name in was.Select(p => p.Key).Where(name => JsonNode.DeepEquals(was[name], now[name])).ToList())
        {
            was.Remove(name);
            now.Remove(name);
        }

        return was.Count == 0 ? (null, null) : (was, now);
    }

    private void Write((Guid Id, string Name)? by, string? address, string action, string? subject, Guid? subjectId, object? before, object? after) =>
        db.AuditEntries.Add(new AuditEntry
        {
            RestaurantId = db.RestaurantId!.Value, At = clock.GetUtcNow(), UserId = by?.Id, UserName = by?.Name ?? "KitchenGuard",
            Address = address, Action = action, Subject = subject is { Length: > 200 } ? subject[..200] : subject, SubjectId = subjectId,
            Before = before is null ? null : JsonSerializer.Serialize(before, Json), After = after is null ? null : JsonSerializer.Serialize(after, Json),
        });
}
