using KitchenGuard.Data.Inventory;
using Npgsql;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>The one way an item is read on plain Npgsql: the columns, their joins, and the row.</summary>
internal static class ItemRows
{
    public const string Columns =
        """
        i.id, i.department, i.name, i.sku, i.barcode, i.brand, i.category, i.on_hand, i.unit, i.pack_size, i.case_size, i.case_cost,
        i.unit_cost, i.sale_price, i.par_level, i.par_cases, i.reorder_point, s.name, a.name, lot.expires_on, lot.lot_code,
        i.bottle_size, i.abv, i.notes, i.version, i.archived_at, i.created_at
        """;

    /// <summary>The number of <see cref="Columns"/>: where a query's own columns start.</summary>
    public const int Count = 27;

    public const string Joins =
        """
        left join inventory.suppliers s on s.restaurant_id = i.restaurant_id and s.id = i.supplier_id
        join inventory.storage_areas a on a.restaurant_id = i.restaurant_id and a.id = i.storage_area_id
        left join lateral (
          select l.expires_on, l.lot_code from inventory.lots l
          where l.restaurant_id = i.restaurant_id and l.item_id = i.id and l.closed_at is null
          order by l.expires_on, l.created_at limit 1) lot on true
        """;

    public static ItemAnswer Read(NpgsqlDataReader row, bool seesCosts) => new()
    {
        Id = row.GetGuid(0),
        Department = row.GetString(1) == "bar" ? Department.Bar : Department.Kitchen,
        Name = row.GetString(2),
        Sku = Text(row, 3),
        Barcode = Text(row, 4),
        Brand = Text(row, 5),
        Category = Text(row, 6),
        Quantity = row.IsDBNull(7) ? 0 : Trim(row.GetDecimal(7)),
        Counted = !row.IsDBNull(7),
        Unit = row.GetString(8),
        PackSize = Text(row, 9),
        CaseSize = Number(row, 10),
        CaseCost = seesCosts ? Number(row, 11) : null,
        UnitCost = seesCosts ? Number(row, 12) : null,
        SalePrice = Number(row, 13),
        ParLevel = Number(row, 14),
        ParCases = Number(row, 15),
        ReorderPoint = Number(row, 16),
        Supplier = Text(row, 17),
        StorageArea = row.GetString(18),
        ExpiresOn = row.IsDBNull(19) ? null : row.GetFieldValue<DateOnly>(19),
        LotCode = Text(row, 20),
        BottleSize = Text(row, 21),
        Abv = Number(row, 22),
        Notes = Text(row, 23),
        Version = row.GetInt64(24),
        ArchivedAt = row.IsDBNull(25) ? null : row.GetFieldValue<DateTimeOffset>(25),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(26),
    };

    /// <summary>The same number without the zeros that its column's scale adds: 12.500000 is 12.5.</summary>
    public static decimal Trim(decimal number) => number / 1.000000000000000000000000000000000m;

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static decimal? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Trim(row.GetDecimal(column));
}
