using System.Text.Json;
using System.Text.Json.Nodes;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>JSON merge patch (RFC 7396) of an item: only the fields given change, null clears.</summary>
internal static class ItemPatch
{
    public static Result<ItemInput> Apply(ItemInput current, JsonObject patch, JsonSerializerOptions json)
    {
        var merged = JsonSerializer.SerializeToNode(current, json)!.AsObject();
        foreach (var (name, value) in patch)
        {
            if (ItemFields.Names.FirstOrDefault(field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase)) is { } field)
            {
                merged[field] = value?.DeepClone();
            }
        }

        try
        {
            return merged.Deserialize<ItemInput>(json)!;
        }
        catch (JsonException exception)
        {
            return InventoryErrors.BadField(exception.Path?.TrimStart('$', '.') ?? "");
        }
    }
}
