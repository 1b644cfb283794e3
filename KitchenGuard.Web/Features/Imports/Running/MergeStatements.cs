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

    // Repeats within the file ----------------------------------------------------------------------------------------------------------

    /// <summary>Ties records of one item to the first of them.</summary>
    public const string FindRepeats = """
        update stage s set first_row = g.first_row
        from (select key, min(row) as first_row from stage where outcome is null group by key having count(*) > 1) g
        where s.outcome is null and s.key = g.key
        """;

    /// <summary>A repeat in a unit that does not convert to the first record's is rejected; what converts is converted.</summary>
    public static readonly string RejectForeignUnits = $"""
        update stage s set outcome = 'rejected', issues = {Issue(
            "s", "'unit'", "s.unit", "error", "unit_differs",
            "format('This is the item of line %s, but counted in another unit: %s there, %s here.', f.line, coalesce(f.unit, 'none'), coalesce(s.unit, 'none'))")}
        from stage f
        where s.first_row is not null and s.row <> s.first_row and f.row = s.first_row
          and coalesce(s.unit_base, '') <> coalesce(f.unit_base, '')
        """;

    /// <summary>Says of every later record which it was added to, and whether it is the same once more; while each still has what it says itself.</summary>
    public static readonly string NoteMerged = $"""
        with told as (
          select s.row, f.line,
            (s.name, s.quantity, s.unit, s.supplier_key, s.area_key, s.expires_on, s.lot_code, {string.Join(", ", StageColumns.Plain.Select(c => "s." + c.Column))})
              is not distinct from (f.name, f.quantity, f.unit, f.supplier_key, f.area_key, f.expires_on, f.lot_code, {string.Join(", ", StageColumns.Plain.Select(c => "f." + c.Column))}) as same,
            trim_scale(s.quantity) || coalesce(' ' || s.unit, '') as here, trim_scale(f.quantity) || coalesce(' ' || f.unit, '') as there
          from stage s join stage f on f.row = s.first_row where s.row <> s.first_row and s.outcome is null)
        update stage s set issues = coalesce(s.issues, '[]') || jsonb_build_array(jsonb_build_object('line', s.line, 'column', null, 'field', null,
          'value', left(s.name, 80), 'severity', case when t.same then 'warning' else 'notice' end, 'code', case when t.same then 'merged_same' else 'merged' end, 'message',
          case when t.same and here is null then format('Twice the same row: line %s and %s. They are one item.', t.line, s.line)
            when t.same then format('Twice the same row: line %s and %s. Their quantities were added: %s and %s.', t.line, s.line, t.there, t.here)
            when here is null then format('This is the item of line %s; no quantity was added to it.', t.line)
            else format('This is the item of line %s, and was added to it: %s there, %s here.', t.line, coalesce(t.there, 'no quantity'), t.here) end))
        from told t where t.row = s.row
        """;

    public const string ConvertRepeats = """
        update stage s set
          quantity = round(s.quantity * s.unit_factor / f.unit_factor, 6),
          unit_cost = round(s.unit_cost * f.unit_factor / s.unit_factor, 4),
          unit = f.unit, unit_factor = f.unit_factor
        from stage f
        where s.first_row is not null and s.outcome is null and f.row = s.first_row and s.unit_factor <> f.unit_factor
        """;

    /// <summary>Remembers each record's own quantity for its lot before the first record takes the sum.</summary>
    public const string KeepLotQuantities = "update stage set lot_quantity = quantity where outcome is null and first_row is not null";

    /// <summary>The later records give what they have to the first: quantities add, cost is the weighted mean, of the rest the last non-blank wins.</summary>
    public static readonly string MergeRepeats = $"""
        with g as (
          select first_row, sum(quantity) as quantity,
            case when sum(quantity) filter (where unit_cost is not null) > 0
              then round(sum(quantity * unit_cost) / sum(quantity) filter (where unit_cost is not null), 4) end as mean_cost,
            (array_agg(name order by row desc))[1] as name,
            (array_agg(name_sort order by row desc))[1] as name_sort,
            (array_agg(search_text order by row desc))[1] as search_text,
            (array_agg(supplier_key order by row desc) filter (where supplier_key is not null))[1] as supplier_key,
            (array_agg(area_key order by row desc) filter (where area_key is not null))[1] as area_key,
            {string.Join(", ", StageColumns.Plain.Select(c => $"(array_agg({c.Column} order by row desc) filter (where {c.Column} is not null))[1] as {c.Column}"))}
          from stage where first_row is not null and outcome is null group by first_row)
        update stage s set quantity = g.quantity, name = g.name, name_sort = g.name_sort, search_text = g.search_text,
          supplier_key = g.supplier_key, area_key = g.area_key,
          {string.Join(", ", StageColumns.Plain.Select(c => c.Column == "unit_cost" ? "unit_cost = coalesce(g.mean_cost, g.unit_cost)" : $"{c.Column} = g.{c.Column}"))}
        from g where s.row = g.first_row
        """;

    /// <summary>Says of every cell of a later record that differs what both were; before the first record takes the sum.</summary>
    public static readonly string NoteDifferences = $"""
        with differing as (
          select s.row, jsonb_agg(jsonb_build_object('line', s.line, 'column', null, 'field', v.field, 'value', left(v.here, 80),
            'severity', 'warning', 'code', 'merged_differs', 'message',
            format('This is the item of line %s, where %s is %s; here it is %s. The last one was taken.', f.line, v.field, v.there, v.here))) as issues
          from stage s join stage f on f.row = s.first_row
          cross join lateral (values
            ('supplier', f.supplier_key, s.supplier_key), ('storageArea', f.area_key, s.area_key),
            {string.Join(", ", StageColumns.Plain.Where(c => c.Column != "unit_cost").Select(c => $"('{c.Field}', f.{c.Column}::text, s.{c.Column}::text)"))}
          ) v(field, there, here)
          where s.first_row is not null and s.row <> s.first_row and s.outcome is null and v.here is not null and v.there is not null and v.here <> v.there
          group by s.row)
        update stage s set issues = coalesce(s.issues, '[]') || d.issues from differing d where d.row = s.row
        """;

    public const string SettleMerged = "update stage set outcome = 'merged' where first_row is not null and row <> first_row and outcome is null";

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
    private static string Slice(int parameter) => $"s.row > ${parameter} and s.row <= ${parameter + 1}";

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

    // Lots -----------------------------------------------------------------------------------------------------------------------------

    /// <summary>The lots that the file names, each with its item's first record.</summary>
    public const string StageLots = """
        create temporary table lot on commit drop as
        select coalesce(first_row, row) as row, expires_on, lot_code, sum(case when first_row is null then quantity else lot_quantity end) as quantity,
          null::uuid as id, null::uuid as item_id, null::numeric as moved
        from stage where (outcome is null or outcome = 'merged') and (expires_on is not null or lot_code is not null)
        group by 1, 2, 3
        """;

    /// <summary>
    /// Finds the lots that are known: the open one with the same date and code, else the item's only open one when the file names one
    /// only, which then takes the file's date and code.
    /// </summary>
    public const string MatchLots = """
        update lot l set item_id = s.item_id, id = coalesce(
          (select k.id from inventory.lots k where k.restaurant_id = $1 and k.item_id = s.item_id and k.closed_at is null
            and k.expires_on is not distinct from l.expires_on and k.lot_code is not distinct from l.lot_code limit 1),
          (select (array_agg(k.id))[1] from inventory.lots k where k.restaurant_id = $1 and k.item_id = s.item_id and k.closed_at is null
            and (select count(*) from lot o where o.row = l.row) = 1 having count(*) = 1))
        from stage s where s.row = l.row and s.outcome is null and s.item_id is not null
        """;

    /// <summary>A record whose lot is new to its item, or whose lot's date or code differs, changes the item.</summary>
    public const string MarkChangedByLot = """
        update stage s set changed = true
        from lot l left join inventory.lots k on k.restaurant_id = $1 and k.id = l.id
        where s.row = l.row and s.outcome is null and s.item_id is not null and s.quantity is distinct from 0 and (l.id is null
          or k.expires_on is distinct from coalesce(l.expires_on, k.expires_on) or k.lot_code is distinct from coalesce(l.lot_code, k.lot_code))
        """;

    public const string UpdateLots = """
        with differing as (
          select k.id, k.item_id, k.expires_on as old_date, k.lot_code as old_code,
            coalesce(l.expires_on, k.expires_on) as new_date, coalesce(l.lot_code, k.lot_code) as new_code
          from lot l join stage s on s.row = l.row and s.outcome = 'updated' join inventory.lots k on k.restaurant_id = $1 and k.id = l.id),
        kept as (
          insert into inventory.import_changes (restaurant_id, import_id, item_id, field, before, after)
          select $1, $2, d.item_id, v.field, v.before, v.after from differing d cross join lateral (values
            ('expires_on', d.old_date::text, d.new_date::text), ('lot_code', d.old_code, d.new_code)) v(field, before, after)
          where v.before is distinct from v.after)
        update inventory.lots k set expires_on = d.new_date, lot_code = d.new_code from differing d
        where k.id = d.id and (k.expires_on is distinct from d.new_date or k.lot_code is distinct from d.new_code)
        """;

    /// <summary>The item of a new item's lots.</summary>
    public const string NameLotItems =
        "update lot l set item_id = s.id from stage s where s.row = l.row and s.outcome = 'created'";

    public const string CountNewLots = """
        select count(*) from lot l join stage s on s.row = l.row where l.id is null and l.item_id is not null and s.outcome in ('created', 'updated')
        """;

    /// <summary>$2 import. A lot that is new to an item without that anything moves: undo knows by it that the item was touched.</summary>
    public const string NoteLots = """
        insert into inventory.import_changes (restaurant_id, import_id, item_id, field, before, after)
        select $1, $2, l.item_id, 'lot', null, concat_ws(' ', l.expires_on, l.lot_code) from lot l join stage s on s.row = l.row
        where l.id is null and s.outcome = 'updated' and s.moved is null
        """;

    /// <summary>$2 as many new ids as <see cref="CountNewLots"/> counted.</summary>
    public const string InsertLots = """
        with given as (select id, row_number() over () as n from unnest($2::uuid[]) as ids(id)),
          open as (
            select l.row, l.expires_on, l.lot_code, row_number() over () as n from lot l join stage s on s.row = l.row
            where l.id is null and l.item_id is not null and s.outcome in ('created', 'updated')),
          named as (
            update lot l set id = g.id from open o join given g on g.n = o.n
            where l.row = o.row and l.expires_on is not distinct from o.expires_on and l.lot_code is not distinct from o.lot_code
            returning l.id, l.item_id, l.expires_on, l.lot_code)
        insert into inventory.lots (id, restaurant_id, item_id, lot_code, expires_on, created_at)
        select id, $1, item_id, lot_code, expires_on, now() from named
        """;

    /// <summary>
    /// How much each lot of an existing item moves, in the item's unit: to what the file counts of it, or by that. What is counted in a lot was often
    /// there before outside of any.
    /// </summary>
    public static string MoveLots(QuantityMode mode) => $"""
        update lot l set quantity = c.counted, moved = c.counted{(mode == QuantityMode.Set ? " - k.on_hand" : "")}
        from (
          select o.id, round(o.quantity * coalesce(s.item_factor, 1), 6) as counted from lot o join stage s on s.row = o.row
          where s.outcome = 'updated' and s.quantity is not null) c
        join inventory.lots k on k.restaurant_id = $1 and k.id = c.id
        where l.id = c.id
        """;

    /// <summary>What new items have in lots: their opening, lot by lot.</summary>
    public const string InsertLotMoves = """
        insert into inventory.stock_movements (restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor,
          unit_cost, storage_area_id, lot_id, occurred_at, user_id, import_id, import_line)
        select $1, i.id, $2, 'import', l.quantity, l.quantity, i.unit, 1, i.unit_cost, i.storage_area_id, l.id, $5, $4, $3, s.line
        from lot l join stage s on s.row = l.row join inventory.items i on i.id = l.item_id
        where s.outcome = 'created' and l.quantity <> 0
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
