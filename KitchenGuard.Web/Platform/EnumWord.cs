using System.Text.Json;

namespace KitchenGuard.Web.Platform;

/// <summary>
/// Enums as people and programs write them: exactly one name, in any case. <see cref="Enum.TryParse{TEnum}(string, out TEnum)"/> also takes numbers, and adds up names with
/// commas between them to something that nobody said.
/// </summary>
public static class EnumWord
{
    /// <summary>Reads one name.</summary>
    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        var isName = TryRead(typeof(T), text, out var found);
        value = isName ? (T)found! : default;
        return isName;
    }

    /// <summary>The same of a type that is not known before.</summary>
    public static bool TryRead(Type type, string? text, out object? value)
    {
        var name = Enum.GetNames(type).FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        value = name is null ? null : Enum.Parse(type, name);
        return name is not null;
    }

    /// <summary>The name as it is written in JSON: <c>kitchenStaff</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
