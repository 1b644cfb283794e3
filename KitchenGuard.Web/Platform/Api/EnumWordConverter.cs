using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KitchenGuard.Web.Platform;

/// <summary>Enums in JSON: one name in camel case. Anything else is the caller's mistake.</summary>
public sealed class EnumWordConverter : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EnumWordConverter<>).MakeGenericType(typeToConvert))!;

    /// <summary>Says in the API's document what enums and texts are: a converter of one's own is a closed book to it.</summary>
    internal static void Describe(OpenApiOptions document) => document.AddSchemaTransformer((schema, context, _) =>
    {
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } type)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        }
        else if (context.JsonTypeInfo.Type == typeof(string) && schema.Type is null)
        {
            schema.Type = context.JsonPropertyInfo?.IsGetNullable == true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }

        return Task.CompletedTask;
    });
}

/// <summary>The same for one type, also as its attribute.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class EnumWordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly PlainStringConverter Text = new();

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumWord.TryRead<T>(Text.Read(ref reader, typeof(string), options), out var value) ? value : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(EnumWord.Of(value));
}
