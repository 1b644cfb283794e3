using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>An item's field as the stage and the items table have it.</summary>
/// <param name="Field">The name in mapping and API.</param>
/// <param name="Column">The column of inventory.items.</param>
/// <param name="Type">Its PostgreSQL type.</param>
internal sealed record StageColumn(string Field, string Column, string Type);

/// <summary>The temporary table an import is staged in: one row a record, rejected and skipped ones too, and one for each further item of a record.</summary>
internal static class StageColumns
{
    /// <summary>Fields that an import copies to an item as they are. Name, quantity, unit, supplier, area and lots have rules of their own.</summary>
    public static readonly IReadOnlyList<StageColumn> Plain =
    [
        new(ItemField.Sku, "sku", "text"),
        new(ItemField.Barcode, "barcode", "text"),
        new(ItemField.Brand, "brand", "text"),
        new(ItemField.Category, "category", "text"),
        new(ItemField.PackSize, "pack_size", "text"),
        new(ItemField.BottleSize, "bottle_size", "text"),
        new(ItemField.Notes, "notes", "text"),
        new(ItemField.CaseSize, "case_size", "numeric(18,6)"),
        new(ItemField.CaseCost, "case_cost", "numeric(14,4)"),
        new(ItemField.UnitCost, "unit_cost", "numeric(14,4)"),
        new(ItemField.SalePrice, "sale_price", "numeric(14,4)"),
        new(ItemField.ParLevel, "par_level", "numeric(18,6)"),
        new(ItemField.ParCases, "par_cases", "numeric(18,6)"),
        new(ItemField.ReorderPoint, "reorder_point", "numeric(18,6)"),
        new(ItemField.Abv, "abv", "numeric(7,4)"),
    ];

    /// <summary>Columns that are so many of the record's unit: in another unit they are another number.</summary>
    public static readonly IReadOnlyList<string> Counted = ["quantity", "par_level", "reorder_point", "case_size"];

    /// <summary>Columns that are money for one of the record's unit.</summary>
    public static readonly IReadOnlyList<string> Priced = ["unit_cost", "sale_price"];

    /// <summary>Makes the table; it goes with the transaction.</summary>
    public static readonly string Create = $"""
        create temporary table stage (
          row integer not null, line integer not null, outcome text, id uuid, key text, name text, name_sort text, name_key text, search_text text,
          quantity numeric(18,6), unit text, unit_base text, unit_factor numeric,
          supplier_key text, area_key text, expires_on date, lot_code text, variety text,
          {string.Join(", ", Plain.Select(c => $"{c.Column} {c.Type}"))},
          issues jsonb,
          -- Filled by the statements that follow.
          item_id uuid, moved numeric(18,6), changed boolean, lot_quantity numeric(18,6), first_row integer, item_factor numeric, passed_over boolean
        ) on commit drop
        """;

    /// <summary>The columns that <see cref="StageWriter"/> sends, in its order.</summary>
    public static readonly string Copy = $"""
        copy stage (row, line, outcome, id, key, name, name_sort, name_key, search_text, quantity, unit, unit_base, unit_factor,
          supplier_key, area_key, expires_on, lot_code, variety, {string.Join(", ", Plain.Select(c => c.Column))}, issues) from stdin (format binary)
        """;

    /// <summary>What a unit converts through: the code of its kind's base, or its own code when it converts to nothing else.</summary>
    public static string BaseOf(Unit unit) => unit.Kind switch
    {
        UnitKind.Weight => "g",
        UnitKind.Volume => "ml",
        _ => unit.Code == "dozen" ? "each" : unit.Code,
    };
}
