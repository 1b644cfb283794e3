using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Reads options as scripts send them: what is unknown or no value is named, never passed over.</summary>
internal static class OptionsJson
{
    private static readonly JsonSerializerOptions Strict = new(ReadPlan.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>All options that are a sender's to give, by their names in JSON.</summary>
    internal static IReadOnlyDictionary<string, Type> Types { get; } = typeof(ImportOptions).GetProperties()
        .Where(property => property.CanWrite && property.Name is not (nameof(ImportOptions.Remembered) or nameof(ImportOptions.Headings)))
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), TypeOf);

    /// <summary>Reads the part <c>options</c> of a form.</summary>
    internal static Result<ImportOptions> Read(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject all ? Read(all, Types.Keys) : ImportErrors.Options("The options are a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Also a name that is said twice.
            return ImportErrors.Options("The options are not the JSON object that the documentation describes.");
        }
    }

    /// <summary>Reads query parameters, which say the same.</summary>
    internal static Result<ImportOptions> Read(IEnumerable<KeyValuePair<string, string>> query)
    {
        var all = new JsonObject();
        foreach (var (name, text) in query)
        {
            var type = Types.GetValueOrDefault(name);
            try
            {
                all[name] = type == typeof(bool) && bool.TryParse(text, out var flag) ? flag
                    : type == typeof(int) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                    : type is null || type == typeof(string) || type == typeof(DateTimeOffset) || type.IsEnum || type.IsPrimitive ? text
                    : JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return ImportErrors.Options($"“{name}” is not the JSON that the documentation describes.");
            }
        }

        return Read(all, Types.Keys);
    }

    /// <summary>Reads an object of which only some names may be said.</summary>
    internal static Result<ImportOptions> Read(JsonObject all, IEnumerable<string> names)
    {
        if (Unknown(all, names) is { } unknown)
        {
            return unknown;
        }

        try
        {
            return all.Deserialize<ImportOptions>(Strict)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Fault((exception as JsonException)?.Path ?? "");
        }
    }

    /// <summary>The first name that is none of <paramref name="names"/>, as an error; null: all are.</summary>
    internal static InvalidError? Unknown(JsonObject all, IEnumerable<string> names) => all.Select(pair => pair.Key).FirstOrDefault(name => !names.Contains(name)) is { } unknown
        ? ImportErrors.Options($"“{CellText.Cut(unknown)}” is not an option. The options are {string.Join(", ", names)}.")
        : null;

    private static InvalidError Fault(string path)
    {
        var place = path.TrimStart('$', '.');
        var name = place.Split('.', '[')[0];
        return ImportErrors.Options(
            Types.GetValueOrDefault(name) is { IsEnum: true } type ? $"“{name}” is one of {string.Join(", ", Words(type))}."
            : place.Length > 0 ? $"“{CellText.Cut(place)}” is not what the documentation describes."
            : "The options are not the JSON object that the documentation describes.");
    }

    /// <summary>The words that an option of an enum takes.</summary>
    internal static IEnumerable<string> Words(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static Type TypeOf(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
}
