using System.Text.Json;
using System.Text.Json.Nodes;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>What a script says about an import in review: some of its options (a null takes back what was said), and maybe another list.</summary>
/// <param name="Department">The list it is for; null: the same.</param>
public sealed record OptionsPatch(Department? Department)
{
    /// <summary>All options but those that are not the sender's to change.</summary>
    private static readonly string[] Names =
    [
        .. typeof(ImportOptions).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Except(["dryRun", "remembered", "headings"]),
    ];

    private JsonObject Said { get; init; } = [];

    /// <summary>Reads the object; an unknown name is an error, so that a misspelt one is not passed over.</summary>
    public static Result<OptionsPatch> From(JsonObject body)
    {
        Department? department = null;
        var said = new JsonObject();
        foreach (var (name, value) in body)
        {
            if (name == "department" && DepartmentNames.TryParse(value?.ToString(), out var list))
            {
                department = list;
            }
            else if (Names.Contains(name))
            {
                said[name] = value?.DeepClone();
            }
            else
            {
                return ImportErrors.Options($"“{name}” is not an option of an import in review. The options are department, {string.Join(", ", Names)}.");
            }
        }

        return new OptionsPatch(department) { Said = said };
    }

    /// <summary>The options as they are then.</summary>
    public Result<ImportOptions> Over(ImportOptions options)
    {
        var all = JsonSerializer.SerializeToNode(options, ReadPlan.Json)!.AsObject();
        foreach (var (name, value) in Said)
        {
            all.Remove(name);
            if (value is not null)
            {
                all[name] = value.DeepClone();
            }
        }

        try
        {
            return all.Deserialize<ImportOptions>(ReadPlan.Json)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return ImportErrors.Options("The options are not the JSON object that the documentation describes.");
        }
    }
}
