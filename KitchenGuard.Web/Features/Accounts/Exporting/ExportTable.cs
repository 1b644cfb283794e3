using System.Collections.Immutable;

namespace KitchenGuard.Web.Features.Accounts.Exporting;

/// <summary>A file of the whole-data export.</summary>
/// <param name="File">Its name.</param>
/// <param name="About">What is in it, for the README.</param>
/// <param name="Sql">Its rows, of the restaurant that is parameter 1; the columns' names are the header.</param>
internal sealed record ExportTable(string File, string About, string Sql)
{
    // What no file system takes in a name. The id in front keeps names apart and is never "..".
    private const string SourcePath = """'files/' || i.id || ' ' || regexp_replace(i.file_name, '[[:cntrl:]/\\:*?"<>|]', '_', 'g')""";

    /// <summary>The uploaded files in parts: path, part, bytes.</summary>
    public const string Sources =
        $"""
        select {SourcePath}, c."index", c.content from inventory.upload_chunks c
        join inventory.imports i on i.restaurant_id = c.restaurant_id and i.id = c.import_id
        where c.restaurant_id = $1 order by c.import_id, c."index"
        """;

    /// <summary>All, in the order of the zip.</summary>
    public static readonly ImmutableArray<ExportTable> All =
    [
        new("restaurant.csv", "The restaurant and its settings.",
            """
            select id, name, address, phone, time_zone as "timeZone", currency, locale, staff_see_both_departments as "staffSeeBothDepartments",
              staff_see_costs as "staffSeeCosts", viewers_see_costs as "viewersSeeCosts", created_at as "createdAt", delete_after as "deleteAfter"
            from auth.restaurants where id = $1
            """),
        new("members.csv", "Who belongs to it, with their roles.",
            """
            select u.full_name as name, u.email, m.role, m.created_at as "joinedAt", u.last_login_at as "lastSignInAt", m.user_id as "userId"
            from auth.members m join auth.users u on u.id = m.user_id where m.restaurant_id = $1 order by m.created_at
            """),
        Items("kitchen"),
        Items("bar"),
        new("suppliers.csv", "Suppliers.", "select id, name from inventory.suppliers where restaurant_id = $1 order by name_key"),
        new("storage-areas.csv", "Storage areas.", "select id, name from inventory.storage_areas where restaurant_id = $1 order by name_key"),
        new("lots.csv", "Lots of items with their expiry dates and what is left of them.",
            """
            select l.id, l.item_id as "itemId", i.name as item, l.lot_code as "lotCode", l.expires_on as "expiresOn", l.on_hand as quantity, i.unit,
              l.created_at as "createdAt", l.closed_at as "closedAt"
            from inventory.lots l join inventory.items i on i.restaurant_id = l.restaurant_id and i.id = l.item_id
            where l.restaurant_id = $1 order by l.created_at, l.id
            """),
        new("movements.csv", "The ledger: every change of every item's stock, oldest first. The quantities of an item add up to what kitchen.csv or bar.csv says.",
            $"""
            select m.id, m.item_id as "itemId", i.name as item, m.department, m.kind, m.reason_code as reason, m.quantity, i.unit,
              m.entered_quantity as "enteredQuantity", m.entered_unit as "enteredUnit", m.factor, m.unit_cost as "unitCost", a.name as "storageArea", m.lot_id as "lotId",
              m.occurred_at as "occurredAt", m.recorded_at as "recordedAt", {Who("m.user_id", "u")} as "by", m.import_id as "importId",
              m.import_line as "importLine", m.reverses_id as "reversesId", m.transfer_id as "transferId", m.note
            from inventory.stock_movements m
            join inventory.items i on i.restaurant_id = m.restaurant_id and i.id = m.item_id
            left join inventory.storage_areas a on a.restaurant_id = m.restaurant_id and a.id = m.storage_area_id
            left join auth.users u on u.id = m.user_id
            where m.restaurant_id = $1 order by m.id
            """),
        new("imports.csv", "Every file that was imported, with its outcome; column “file” says where it is in here, empty when it is not kept any more.",
            $"""
            select i.id, i.department, i.file_name as "fileName",
              case when exists (select from inventory.upload_chunks c where c.restaurant_id = i.restaurant_id and c.import_id = i.id) then {SourcePath} end as file,
              i.content_type as "contentType", i.size as bytes, encode(i.sha256, 'hex') as sha256, i.status, i.dry_run as "dryRun", i.counted_at as "countedAt",
              i.rows_total as total, i.rows_created as created, i.rows_updated as updated, i.rows_unchanged as unchanged, i.rows_merged as merged,
              i.rows_skipped as skipped, i.rows_rejected as rejected, i.items, i.warnings, i.failure, {Who("i.created_by", "u")} as "sentBy",
              i.created_at as "createdAt", i.finished_at as "finishedAt", {Who("i.undone_by", "b")} as "undoneBy", i.undone_at as "undoneAt"
            from inventory.imports i left join auth.users u on u.id = i.created_by left join auth.users b on b.id = i.undone_by
            where i.restaurant_id = $1 order by i.created_at, i.id
            """),
        new("import-issues.csv", "What the imports found: errors, warnings and notices, with line and column of the file.",
            """
            select s.import_id as "importId", i.file_name as "fileName", s.line, s.column, s.field, s.value, s.severity, s.code, s.message
            from inventory.import_issues s join inventory.imports i on i.restaurant_id = s.restaurant_id and i.id = s.import_id
            where s.restaurant_id = $1 order by s.import_id, s.id
            """),
        new("audit.csv", "The log of who did what, oldest first.",
            """
            select at, user_name as "user", address, action, subject, subject_id as "subjectId", before, after
            from auth.audit_entries where restaurant_id = $1 order by id
            """),
    ];

    // Whoever's account is gone did it all the same.
    private static string Who(string column, string user) => $"case when {column} is not null then coalesce({user}.full_name, 'a former member') end";

    // The item export's columns in its order, so that the file can be imported again; the ids follow.
    private static ExportTable Items(string department) => new($"{department}.csv", $"The {department} list: all items, also those that were archived (column “archivedAt”). Without a quantity nobody has counted them.",
        $"""
        select i.name, i.sku, i.barcode, i.brand, i.category, i.on_hand as quantity, i.unit, i.pack_size as "packSize", i.case_size as "caseSize", i.case_cost as "caseCost",
          i.unit_cost as "unitCost", i.sale_price as "salePrice", i.par_level as "parLevel", i.par_cases as "parCases", i.reorder_point as "reorderPoint",
          s.name as supplier, a.name as "storageArea", lot.expires_on as "expiresOn", lot.lot_code as "lotCode", i.bottle_size as "bottleSize", i.abv, i.notes,
          i.id, i.created_at as "createdAt", i.archived_at as "archivedAt"
        from inventory.items i {Inventory.ItemRows.Joins}
        where i.restaurant_id = $1 and i.department = '{department}' order by i.name_sort, i.id
        """);
}
