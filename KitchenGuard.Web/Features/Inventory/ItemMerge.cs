using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>A field that two people left with different values.</summary>
/// <param name="Field">The field's API name.</param>
/// <param name="Mine">What was entered here.</param>
/// <param name="Theirs">What the item has by now.</param>
/// <param name="TakesTheirs">Which of the two is proposed: theirs where nothing was changed here.</param>
public sealed record FieldConflict(string Field, string Mine, string Theirs, bool TakesTheirs);

/// <summary>Two versions of an item, field by field.</summary>
internal static class ItemMerge
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The fields for a hidden input, to know later what was changed here.</summary>
    public static string Write(ItemInput input) => JsonSerializer.Serialize(input, Json);

    /// <summary>The fields in which the two differ.</summary>
    /// <param name="before">The version that the form started from, from <see cref="Write"/>; what cannot be read counts as unknown.</param>
    /// <param name="mine">What was entered.</param>
    /// <param name="theirs">What is stored.</param>
    public static List<FieldConflict> Compare(string? before, ItemInput mine, ItemInput theirs)
    {
        var (start, here, there) = (Read(before), ToObject(Stored(mine)), ToObject(theirs));
        return ItemFields.Names.Where(field => field != "quantity" && Text(here[field]) != Text(there[field]))
            .Select(field => new FieldConflict(field, Show(here[field]), Show(there[field]), start is not null && Text(start[field]) == Text(here[field])))
            .ToList();
    }

    /// <summary>Mine, with the given fields as stored.</summary>
    public static ItemInput Take(ItemInput mine, ItemInput theirs, IEnumerable<string> fields)
    {
        var (merged, there) = (ToObject(mine), ToObject(theirs));
        foreach (var field in fields.Where(field => ItemFields.Names.Contains(field)))
        {
            merged[field] = there[field]?.DeepClone();
        }

        return merged.Deserialize<ItemInput>(Json)!;
    }

    // As it would be stored, so that "KG" and "kg" are no conflict.
    private static ItemInput Stored(ItemInput input) => input with
    {
        Name = ItemEntry.Line(input.Name), Sku = ItemEntry.Line(input.Sku), Barcode = ItemEntry.Line(input.Barcode), Brand = ItemEntry.Line(input.Brand),
        Category = ItemEntry.Line(input.Category), Unit = ItemEntry.UnitCode(input.Unit), PackSize = ItemEntry.Line(input.PackSize),
        Supplier = ItemEntry.Line(input.Supplier), StorageArea = ItemEntry.Line(input.StorageArea) ?? Data.Inventory.StorageArea.Main,
        LotCode = ItemEntry.Line(input.LotCode), BottleSize = ItemEntry.Line(input.BottleSize),
        Notes = string.IsNullOrWhiteSpace(input.Notes) ? null : input.Notes.Trim().ReplaceLineEndings("\n"),
    };

    private static JsonObject ToObject(ItemInput input) => JsonSerializer.SerializeToNode(input, Json)!.AsObject();

    private static JsonObject? Read(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out decimal number)
        ? ItemRows.Trim(number).ToString(CultureInfo.InvariantCulture)
        : node?.ToString() ?? "";

    private static string Show(JsonNode? node) => node is JsonValue value && value.TryGetValue(out decimal number)
        ? ItemText.Quantity(number)
        : node?.ToString() ?? "";
}
