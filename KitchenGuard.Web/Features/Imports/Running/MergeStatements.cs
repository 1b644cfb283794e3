using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// The set-based half of an import. Every statement runs in the import's transaction after the stage is filled. Parameters:
/// $1 restaurant, $2 department, $3 import, $4 user, $5 the moment of the count; unused ones are left out by the caller. Sliced statements take the
/// row before the slice and its last row behind them.
/// </summary>
internal static class MergeStatements
{
    internal static string Issue(string table, string field, string value, string severity, string code, string message) => $"""
        coalesce({table}.issues, '[]') || jsonb_build_array(jsonb_build_object('line', {table}.line, 'column', null, 'field', {field},
          'value', {value}, 'severity', '{severity}', 'code', '{code}', 'message', {message}))
        """;

    // What would change ----------------------------------------------------------------------------------------------------------------

    /// <summary>What a record says a field becomes: the file's cell, else (keep) what is there, or (clear) nothing for mapped columns.</summary>
    public static string After(StageColumn column, IReadOnlySet<string> cleared) =>
        cleared.Contains(column.Field) ? $"s.{column.Column}" : $"coalesce(s.{column.Column}, i.{column.Column})";

    public static string MarkChanged(IReadOnlySet<string> cleared) => $"""
        update stage s set changed =
          (i.name, p.name_key, a.name_key, {string.Join(", ", StageColumns.Plain.Select(c => "i." + c.Column))}) is distinct from
          (s.name, {(cleared.Contains(ItemField.Supplier) ? "s.supplier_key" : "coalesce(s.supplier_key, p.name_key)")}, coalesce(s.area_key, a.name_key),
          {string.Join(", ", StageColumns.Plain.Select(c => After(c, cleared)))})
        from inventory.items i
          left join inventory.suppliers p on p.restaurant_id = $1 and p.id = i.supplier_id
          left join inventory.storage_areas a on a.restaurant_id = $1 and a.id = i.storage_area_id
        where s.outcome is null and i.id = s.item_id
        """;

    /// <summary>
    /// A mended row whose item other rows of its file have counted already is added to them, as it would have been at once. What one line gave besides what was
    /// rejected of it comes again with it and is not. $1 restaurant, $2 import.
    /// </summary>
    public static readonly string AddToMended = $"""
        update stage s set quantity = s.quantity + m.entered, issues = {Issue("s", "'quantity'", "s.quantity::text", "notice", "added_to_mended",
            "format('“%s” was in other rows of the mended file as well: %s is added to their %s.', s.name, trim_scale(s.quantity), trim_scale(m.entered))")}
        from (
          select c.item_id, sum(c.entered) as entered from inventory.imports me
          join inventory.imports f on f.restaurant_id = $1 and f.id = me.mends_import_id and f.status <> 'undone'
          cross join lateral (
            select m.item_id, m.import_line as line, m.entered_quantity as entered from inventory.stock_movements m
            left join inventory.stock_movements back on back.restaurant_id = $1 and back.reverses_id = m.id
            where m.restaurant_id = $1 and m.import_id = f.id and m.kind = 'import' and back.id is null
              and m.item_id not in (select item_id from inventory.import_changes where restaurant_id = $1 and import_id = f.id and field = 'counted')
            union all
            select item_id, before::integer, after::numeric from inventory.import_changes
            where restaurant_id = $1 and import_id = f.id and field = 'counted') c
          where me.restaurant_id = $1 and me.id = $2 and not exists (
            select from inventory.import_issues e where e.restaurant_id = $1 and e.import_id = f.id and e.line = c.line and e.severity = 'error')
          group by c.item_id) m
        where s.outcome is null and s.item_id = m.item_id and s.quantity is not null
        """;

    /// <summary>
    /// A count after the moment of the file's, by a person or another file, stands: the file's is passed over, with a warning where it says otherwise.
    /// What was taken back does not count. $1 restaurant, $2 the moment.
    /// </summary>
    public static readonly string PassOverOlderCounts = $"""
        update stage s set quantity = null, passed_over = true, issues = case when s.quantity = i.on_hand then s.issues else {Issue("s", "'quantity'", "s.quantity::text", "warning", "counted_since",
            "format('“%s” was counted after the moment of this file; that count stays, and the file’s %s %s is passed over.', s.name, trim_scale(s.quantity), i.unit)")} end
        from inventory.items i
        where s.outcome is null and i.restaurant_id = $1 and i.id = s.item_id and s.quantity is not null and i.on_hand is not null and i.id in (
          select m.item_id from inventory.stock_movements m
          left join inventory.stock_movements back on back.restaurant_id = $1 and back.reverses_id = m.id
          left join inventory.imports f on f.restaurant_id = $1 and f.id = m.import_id
          where m.restaurant_id = $1 and m.recorded_at > $2 and m.occurred_at > $2 and back.id is null
            and (m.kind = 'count' or (m.kind = 'import' and coalesce(f.plan -> 'options' ->> 'quantities', 'set') <> 'add'))
          union all
          select item_id from inventory.import_changes where restaurant_id = $1 and field = 'counted' and import_id = any(array(
            select f.id from inventory.imports f where f.restaurant_id = $1 and f.finished_at > $2 and f.counted_at > $2 and f.status <> 'undone')))
        """;

    /// <summary>
    /// How much each existing item moves: to the count, keeping what moved since the count's moment, or by the quantity. Null is no movement;
    /// the first count of an item is one even when it counts zero.
    /// </summary>
    public static string ComputeMoves(QuantityMode mode) => mode == QuantityMode.Add
        ? "update stage s set moved = nullif(s.quantity, 0) where s.outcome is null and s.item_id is not null and s.quantity is not null"
        : """
          update stage s set moved = case when i.on_hand is null then s.quantity else nullif(s.quantity - (i.on_hand - coalesce(l.quantity, 0)), 0) end
          from inventory.items i left join (
            select item_id, sum(quantity) as quantity from inventory.stock_movements
            where restaurant_id = $1 and recorded_at > $2 and occurred_at > $2 group by item_id) l on l.item_id = i.id
          where s.outcome is null and i.id = s.item_id and s.quantity is not null
          """;

    /// <summary>Says of every item that moved after the count's moment by how much: that stays on top of what the file counts.</summary>
    public static readonly string NoteMoved = $"""
        update stage s set issues = {Issue("s", "'quantity'", "l.quantity::text", "notice", "moved_since",
            "format('The stock of “%s” has moved by %s %s since the count; that stays on top of it.', s.name, trim_scale(l.quantity), l.unit)")}
        from (
          select m.item_id, i.unit, sum(m.quantity) as quantity from inventory.stock_movements m
          join inventory.items i on i.restaurant_id = $1 and i.id = m.item_id
          where m.restaurant_id = $1 and m.recorded_at > $2 and m.occurred_at > $2 group by m.item_id, i.unit) l
        where s.outcome is null and l.item_id = s.item_id and s.quantity is not null and l.quantity <> 0
        """;

    /// <summary>Says what became of every record that is still open.</summary>
    public const string SettleOutcomes = """
        update stage set outcome = case
          when item_id is null then 'created'
          when changed or moved is not null then 'updated'
          else 'unchanged' end
        where outcome is null
        """;

    // Writing --------------------------------------------------------------------------------------------------------------------------

    /// <summary>$2 ids, $3 names, $4 folded names.</summary>
    public static string InsertPlaces(string table) => $"""
        insert into inventory.{table} (id, restaurant_id, name, name_key)
        select id, $1, name, name_key from unnest($2::uuid[], $3::text[], $4::text[]) as given(id, name, name_key)
        on conflict (restaurant_id, name_key) do nothing
        """;

    /// <summary>
    /// New items; what they have on hand becomes their opening movement, but what is in lots goes in as movements of the lots. Without a quantity
    /// nobody has counted them.
    /// </summary>
    public static string InsertItems(QuantityMode mode, bool hasLots)
    {
        var onHand = mode == QuantityMode.Ignore ? "null::numeric"
            : hasLots ? "case when l.quantity <> 0 then nullif(coalesce(s.quantity, 0) - l.quantity, 0) else s.quantity end"
            : "s.quantity";
        return $"""
            insert into inventory.items (id, restaurant_id, department, name, name_sort, name_key, search_text, unit, supplier_id, storage_area_id,
              on_hand, created_at, created_by, created_import_id, created_line, {string.Join(", ", StageColumns.Plain.Select(c => c.Column))})
            select s.id, $1, $2, s.name, s.name_sort, s.name_key, s.search_text, coalesce(s.unit, 'each'), p.id, a.id,
              {onHand}, $5, $4, $3, s.line, {string.Join(", ", StageColumns.Plain.Select(c => "s." + c.Column))}
            from stage s
            left join inventory.suppliers p on p.restaurant_id = $1 and p.name_key = s.supplier_key
            join inventory.storage_areas a on a.restaurant_id = $1 and a.name_key = coalesce(s.area_key, 'main')
            {(hasLots ? "left join (select row, sum(quantity) as quantity from lot group by row) l on l.row = s.row" : "")}
            where s.outcome = 'created' and {Slice(6)}
            """;
    }

    // Long statements go through the stage in slices of rows: progress moves, and a trigger's table of new rows stays small.
    internal static string Slice(int parameter) => $"s.row > ${parameter} and s.row <= ${parameter + 1}";

    /// <summary>Keeps before and after of every field that changes: what undo needs.</summary>
    public static string InsertChanges(IReadOnlySet<string> cleared) => $"""
        insert into inventory.import_changes (restaurant_id, import_id, item_id, field, before, after)
        select $1, $2, i.id, v.field, v.before, v.after
        from stage s join inventory.items i on i.id = s.item_id
        left join inventory.suppliers p on p.restaurant_id = $1 and p.name_key = s.supplier_key
        left join inventory.storage_areas a on a.restaurant_id = $1 and a.name_key = s.area_key
        cross join lateral (values
          ('name', i.name, s.name),
          ('supplier_id', i.supplier_id::text, ({SupplierAfter(cleared)})::text),
          ('storage_area_id', i.storage_area_id::text, coalesce(a.id, i.storage_area_id)::text),
          {string.Join(",\n  ", StageColumns.Plain.Select(c => $"('{c.Column}', i.{c.Column}::text, ({After(c, cleared)})::text)"))}
        ) v(field, before, after)
        where s.outcome = 'updated' and s.changed and {Slice(3)} and v.before is distinct from v.after
        """;

    private static string SupplierAfter(IReadOnlySet<string> cleared) =>
        cleared.Contains(ItemField.Supplier) ? "p.id" : "coalesce(p.id, i.supplier_id)";

    // The record leaves the item's size as it is, and the item has one: its key does not know that.
    private static string Kept(string column, IReadOnlySet<string> cleared) =>
        $"s.{column} is null and i.{column} is not null and {After(StageColumns.Plain.Single(c => c.Column == column), cleared)} is not null";

    public static string UpdateItems(IReadOnlySet<string> cleared) => $"""
        update inventory.items i set name = s.name, name_sort = s.name_sort,
          name_key = case when {Kept("bottle_size", cleared)}
              then case when s.pack_size is null then s.name_key else regexp_replace(s.name_key, {MatchStatements.Size}, '') end || substring(i.name_key from {MatchStatements.Size})
            when s.bottle_size is null and i.bottle_size is null and {Kept("pack_size", cleared)} then s.name_key || substring(i.name_key from {MatchStatements.Size})
            else s.name_key end,
          search_text = s.search_text,
          supplier_id = {SupplierAfter(cleared)}, storage_area_id = coalesce(a.id, i.storage_area_id),
          {string.Join(", ", StageColumns.Plain.Select(c => $"{c.Column} = {After(c, cleared)}"))}
        from stage s
        left join inventory.suppliers p on p.restaurant_id = $1 and p.name_key = s.supplier_key
        left join inventory.storage_areas a on a.restaurant_id = $1 and a.name_key = s.area_key
        where s.outcome = 'updated' and s.changed and {Slice(2)} and i.id = s.item_id
        """;

    /// <summary>The differences of existing items: those of the lots that the file names, and what is left of them outside of lots.</summary>
    public static string InsertMoves(bool hasLots) => $"""
        insert into inventory.stock_movements (restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor,
          unit_cost, storage_area_id, lot_id, occurred_at, user_id, import_id, import_line)
        select $1, i.id, $2, 'import', m.moved, m.entered, i.unit, 1, i.unit_cost, i.storage_area_id, m.lot_id, $5, $4, $3, s.line
        from stage s
        join ({(hasLots ? """
          select row, nullif(moved, 0) as moved, quantity as entered, id as lot_id from lot
          union all
          select o.row, case when o.moved = 0 and coalesce(l.moved, 0) = 0 then 0 else nullif(coalesce(o.moved, 0) - coalesce(l.moved, 0), 0) end, o.quantity, null
          from stage o left join (select row, sum(moved) as moved from lot group by row) l on l.row = o.row
          """ : "select row, moved, quantity as entered, null::uuid as lot_id from stage")}) m on m.row = s.row
        join inventory.items i on i.id = s.item_id
        where s.outcome = 'updated' and m.moved is not null and {Slice(6)}
        order by s.row, m.lot_id nulls first
        """;

    /// <summary>
    /// $2 import. What the file counted as it was before: nothing moves, but an older count must not go over it. Also what it counted in lots, whose movements do not
    /// say the whole. Before is the line, after the count.
    /// </summary>
    public static string KeepConfirmed(bool hasLots) => $"""
        insert into inventory.import_changes (restaurant_id, import_id, item_id, field, before, after)
        select $1, $2, coalesce(s.item_id, s.id), 'counted', s.line::text, trim_scale(s.quantity)::text
        from stage s where s.quantity is not null and {Slice(3)}
          and ((s.outcome in ('unchanged', 'updated') and s.moved is null){(hasLots ? " or (s.outcome in ('created', 'unchanged', 'updated') and exists (select from lot l where l.row = s.row))" : "")})
        """;

    // The end --------------------------------------------------------------------------------------------------------------------------

    /// <summary>What needs a person first, what changes last.</summary>
    public const string InsertIssues = $"""
        insert into inventory.import_issues (restaurant_id, import_id, line, "column", field, value, severity, code, message)
        select $1, $2, coalesce(f.line, s.line), f."column", f.field, f.value, f.severity, f.code, f.message
        from stage s cross join lateral jsonb_to_recordset(s.issues)
          as f(line integer, "column" integer, field text, value text, severity text, code text, message text)
        where s.issues is not null order by f.code = '{ChangeNotes.Code}', s.row
        """;

    /// <summary>
    /// Names the words of the file that are new to the restaurant: units that nothing converts, and categories, suppliers and storage areas
    /// beside those that are there. $3 import, $4 the built-in units.
    /// </summary>
    public const string InsertNewWords = """
        with word(field, value, records) as (
          select 'unit', unit, count(*) from stage s
          where unit is not null and outcome <> 'rejected' and unit <> all($4)
            and not exists (select from inventory.items i where i.restaurant_id = $1 and i.department = $2 and i.unit = s.unit and i.archived_at is null)
          group by unit
          union all
          select 'category', min(category), count(*) from stage s
          where category is not null and outcome <> 'rejected'
            and exists (select from inventory.items i where i.restaurant_id = $1 and i.department = $2 and i.category is not null and i.archived_at is null)
            and lower(category) not in (
              select lower(i.category) from inventory.items i where i.restaurant_id = $1 and i.department = $2 and i.category is not null and i.archived_at is null)
          group by lower(category)),
        ranked as (select *, row_number() over (partition by field order by records desc, value) as n from word)
        insert into inventory.import_issues (restaurant_id, import_id, line, field, value, severity, code, message, is_general)
        select $1, $3, 0, field, left(value, 80), 'notice', 'new_' || field,
          case field when 'unit' then format('%s counts in “%s”, which is no unit that is known here; nothing converts it.', r.rows, value)
            else format('%s has the category “%s”, which your list does not have yet.', r.rows, value) end, false
        from ranked cross join lateral (select case when records = 1 then '1 row' else records || ' rows' end) r(rows)
        where n <= 50 order by field desc, n
        """;

    /// <summary>As above for suppliers and storage areas: $2 import, $3 the folded names of the file, $4 as written.</summary>
    public static string InsertNewPlaces(string table, string field, string key, string word) => $"""
        insert into inventory.import_issues (restaurant_id, import_id, line, field, value, severity, code, message, is_general)
        select $1, $2, 0, '{field}', left(g.name, 80), 'notice', 'new_' || '{word}',
          format('%s the {(field == ItemField.StorageArea ? "storage area" : "supplier")} “%s”, which you do not have yet.', case when s.records = 1 then '1 row has' else s.records || ' rows have' end, g.name), false
        from unnest($3::text[], $4::text[]) as g(name_key, name)
        join (select {key}, count(*) as records from stage where {key} is not null and outcome <> 'rejected' group by {key}) s on s.{key} = g.name_key
        where exists (select from inventory.{table} p where p.restaurant_id = $1 and p.name_key <> 'main')
          and not exists (select from inventory.{table} p where p.restaurant_id = $1 and p.name_key = g.name_key)
        order by s.records desc, g.name limit 50
        """;

    private const string ByOutcome = """
        count(*), count(*) filter (where outcome = 'created'), count(*) filter (where outcome = 'updated'),
        count(*) filter (where outcome = 'unchanged'), count(*) filter (where outcome = 'merged'),
        count(*) filter (where outcome = 'skipped'), count(*) filter (where outcome = 'rejected')
        """;

    /// <summary>
    /// Counts records by outcome and then, in the same order, items. A record with several items has the outcome that comes first in
    /// rejected, created, updated, merged, unchanged, skipped.
    /// </summary>
    public static string CountOutcomes(bool hasParts) => $"""
        with item as (select {ByOutcome} from stage),
          record as (select {ByOutcome} from {(hasParts ? """
            (select (array_agg(outcome order by array_position(array['rejected', 'created', 'updated', 'merged', 'unchanged', 'skipped'], outcome)))[1] as outcome
             from stage group by line) as one
            """ : "stage")})
        select * from record, item
        """;

    public const string Finish = """
        update inventory.imports set status = $3, failure = $4, finished_at = clock_timestamp(),
          rows_total = $5, rows_created = $6, rows_updated = $7, rows_unchanged = $8, rows_merged = $9, rows_skipped = $10, rows_rejected = $11,
          items = $12,
          warnings = (select count(*) from inventory.import_issues where restaurant_id = $1 and import_id = $2 and severity = 'warning')
        where restaurant_id = $1 and id = $2 and status = 'running'
          and not exists (select from inventory.import_progress p where p.restaurant_id = $1 and p.import_id = $2 and p.cancel_requested)
        """;
}
