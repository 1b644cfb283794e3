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
    /// <summary>All options but that of the first upload.</summary>
    private static readonly string[] Names = [.. OptionsJson.Types.Keys.Where(name => name != "dryRun")];

    private JsonObject Said { get; init; } = [];

    /// <summary>Whether it names columns or a sheet, which then have to be there.</summary>
    internal bool NamesPlaces => Said.Any(pair => pair is { Key: "mapping" or "pivotColumns" or "only" or "sheet", Value: not null });

    /// <summary>Reads the object; an unknown name is an error, so that a misspelt one is not passed over.</summary>
    public static Result<OptionsPatch> From(JsonObject body)
    {
        Department? department = null;
        var said = body.DeepClone().AsObject();
        if (body.TryGetPropertyValue("department", out var word))
        {
            if (!DepartmentNames.TryParse(word?.ToString(), out var list))
            {
                return ImportErrors.Options("“department” is kitchen or bar.");
            }

            department = list;
            said.Remove("department");
        }

        return OptionsJson.Unknown(said, Names) is { } unknown ? unknown : new OptionsPatch(department) { Said = said };
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

        return OptionsJson.Read(all, all.Select(pair => pair.Key));
    }
}
