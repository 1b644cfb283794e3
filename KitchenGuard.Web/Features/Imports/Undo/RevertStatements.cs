using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;

namespace KitchenGuard.Web.Features.Imports.Undo;

/// <summary>
/// The set-based parts of an undo, all in one transaction. Parameters: $1 restaurant, $2 import, $3 when it had finished, $4 the restaurant's time zone;
/// unused ones are left out by the caller.
/// </summary>
internal static class RevertStatements
{
    /// <summary>The columns of items that an import writes, and what people call them.</summary>
    private static readonly IReadOnlyList<(string Column, string Type, string Label)> Fields =
    [
        ("name", "text", "the name"), ("supplier_id", "uuid", "the supplier"), ("storage_area_id", "uuid", "the storage area"),
        .. StageColumns.Plain.Select(c => (c.Column, c.Type, Label(c.Field))),
    ];

    private static readonly string Labels = string.Join(", ",
        Fields.Select(f => $"('{f.Column}', '{f.Label}')")
            .Concat([$"('unit', '{Label(ItemField.Unit)}')", $"('expires_on', '{Label(ItemField.ExpiresOn)}')", $"('lot_code', '{Label(ItemField.LotCode)}')"]));

    private static string Moment(string at) => $"to_char({at} at time zone $4, 'YYYY-MM-DD HH24:MI')";

    private static string Label(string field) => field switch
    {
        ItemField.ExpiresOn => "the expiry date",
        _ => "the " + FieldNames.Within(field),
    };

    // What the import did --------------------------------------------------------------------------------------------------------------

    /// <summary>$1, $2. What it posted, and the items it touched.</summary>
    public const string Find = """
        create temporary table undo_move on commit drop as
        select * from inventory.stock_movements where restaurant_id = $1 and import_id = $2 and kind = 'import';
        """;

    /// <summary>$1, $2.</summary>
    public const string FindItems = """
        create temporary table undo_item on commit drop as
        select i.id, i.created_import_id is not distinct from $2 as created, row_number() over (order by i.id) as n,
          (select max(m.id) from undo_move m where m.item_id = i.id) as last_move, false as keeps_stock, false as stays
        from (
          select id from inventory.items where restaurant_id = $1 and created_import_id = $2
          union select item_id from inventory.import_changes where restaurant_id = $1 and import_id = $2 and field <> 'counted'
          union select item_id from undo_move) touched
        join inventory.items i on i.restaurant_id = $1 and i.id = touched.id
        """;

    /// <summary>$1. Nobody edits or moves them until the undo is done: what is looked at next stays so.</summary>
    public const string Hold =
        "select count(*) from (select from inventory.items where restaurant_id = $1 and id in (select id from undo_item) order by id for no key update) held";

    /// <summary>Why an item does not wholly go back; it may have several reasons.</summary>
    public const string Reasons = "create temporary table undo_reason (item_id uuid not null, outcome text not null, reason text not null) on commit drop";

    // What is in the way ---------------------------------------------------------------------------------------------------------------

    /// <summary>$1 to $4. Somebody counted since, or another import did: what was counted stays.</summary>
    public static readonly string KeepCounted = $"""
        with moved as (
          select distinct on (u.id) u.id, u.created, m.recorded_at, case when m.kind = 'count'
            then format('%s counted it on %s: %s %s', coalesce(p.full_name, 'Somebody'), {Moment("m.recorded_at")}, trim_scale(m.entered_quantity), m.entered_unit)
            else format('The import of “%s” counted it on %s', j.file_name, {Moment("m.recorded_at")}) end as what
          from undo_item u
          join inventory.stock_movements m on m.restaurant_id = $1 and m.item_id = u.id and m.kind in ('count', 'import') and m.import_id is distinct from $2
            and (u.created or m.id > u.last_move or (u.last_move is null and m.recorded_at > $3))
          left join inventory.imports j on j.restaurant_id = $1 and j.id = m.import_id
          left join auth.users p on p.id = m.user_id
          where (m.kind = 'count' or j.plan->'options'->>'quantities' is distinct from 'add')
            and not exists (select from inventory.stock_movements back where back.reverses_id = m.id)
          order by u.id, m.id desc),
        confirmed as (
          select u.id, u.created, j.finished_at, format('The import of “%s” counted it on %s', j.file_name, {Moment("j.finished_at")})
          from inventory.import_changes c join inventory.imports j on j.restaurant_id = $1 and j.id = c.import_id join undo_item u on u.id = c.item_id
          where c.restaurant_id = $1 and c.field = 'counted' and c.import_id = any(array(
            select f.id from inventory.imports f join inventory.imports own on own.restaurant_id = $1 and own.id = $2
            where f.restaurant_id = $1 and f.finished_at > $3 and f.status = 'completed' and f.sha256 <> own.sha256))),
        counted as (select distinct on (id) id, created, what from (select id, created, recorded_at, what from moved union all select * from confirmed) c(id, created, at, what) order by id, at desc),
        kept as (update undo_item u set keeps_stock = true, stays = true from counted c where c.id = u.id)
        insert into undo_reason
        select id, 'kept', what || case when created then ', so it stays on the list with what was counted.' else ', so its stock stays as counted.' end from counted
        """;

    /// <summary>$1, $2, $3, $4. A created item that somebody made their own stays on the list.</summary>
    public static readonly string KeepEditedNew = $"""
        with label(field, text) as (values {Labels}),
        edited as (
          select u.id, format('%s changed %s on %s', coalesce(p.full_name, 'Somebody'), string_agg(l.text, ', ' order by l.text), {Moment("max(e.edited_at)")}) as what
          from undo_item u join inventory.item_edits e on e.restaurant_id = $1 and e.item_id = u.id join label l on l.field = e.field
          left join auth.users p on p.id = e.edited_by
          where u.created group by u.id, p.id, p.full_name
          union all
          select u.id, format('The import of “%s” changed %s on %s', j.file_name, string_agg(l.text, ', ' order by l.text), {Moment("j.finished_at")})
          from undo_item u join inventory.import_changes c on c.restaurant_id = $1 and c.item_id = u.id and c.import_id <> $2
          join inventory.imports j on j.restaurant_id = $1 and j.id = c.import_id and j.status <> 'undone' join label l on l.field = c.field
          where u.created and $3::timestamptz is not null group by u.id, j.id, j.file_name, j.finished_at),
        kept as (update undo_item u set stays = true from edited e where e.id = u.id)
        insert into undo_reason select id, 'kept', what || ', so it stays on the list.' from edited
        """;

    /// <summary>$1. Stock that was posted in a unit which is now another measure of the same: 5 kg are not 5 g.</summary>
    public static readonly string RefuseOtherUnits = $"""
        with u(code, base, factor) as (values {string.Join(", ", Unit.Known.Select(u => FormattableString.Invariant(
            $"('{u.Code.Replace("'", "''", StringComparison.Ordinal)}', '{StageColumns.BaseOf(u).Replace("'", "''", StringComparison.Ordinal)}', {u.Factor}::numeric)")))}),
        other as (
          select distinct on (i.id) i.id, m.entered_unit, i.unit from undo_move m join inventory.items i on i.restaurant_id = $1 and i.id = m.item_id
          join u was on was.code = m.entered_unit join u now on now.code = i.unit and now.base = was.base and now.factor <> was.factor),
        kept as (update undo_item u set keeps_stock = true, stays = true from other o where o.id = u.id)
        insert into undo_reason select id, 'impossible',
          format('It was counted in %s then and is counted in %s now, so its stock stays.', entered_unit, unit) from other
        """;

    // Fields ---------------------------------------------------------------------------------------------------------------------------

    /// <summary>$1, $2. Every field it changed on items that were there before, with what stands there now.</summary>
    public static readonly string FindFields = $"""
        create temporary table undo_field on commit drop as
        select c.id, c.item_id, c.field, c.before, c.after, false as stays, case c.field
            {string.Join(" ", Fields.Select(f => $"when '{f.Column}' then i.{f.Column}::text"))}
            else c.after end as current
        from inventory.import_changes c join inventory.items i on i.restaurant_id = $1 and i.id = c.item_id
        where c.restaurant_id = $1 and c.import_id = $2 and c.field <> 'counted'
        """;

    /// <summary>$1 to $4. A field that a person or a later import has changed since stays.</summary>
    public static readonly string KeepEditedFields = $"""
        with label(field, text) as (values {Labels}),
        later as (
          select distinct on (f.id) f.id, 'The import of “' || j.file_name || '” changed ' || chr(1) || ' on ' || {Moment("j.finished_at")} as what
          from undo_field f
          join inventory.import_changes c on c.restaurant_id = $1 and c.item_id = f.item_id and c.field = f.field and c.id > f.id and c.import_id <> $2
          join inventory.imports j on j.restaurant_id = $1 and j.id = c.import_id and j.status <> 'undone'
          order by f.id, c.id desc),
        edited as (
          select f.id, f.item_id, l.text, coalesce(
            coalesce(p.full_name, 'Somebody') || ' changed ' || chr(1) || ' on ' || {Moment("e.edited_at")},
            later.what,
            case when f.current is distinct from f.after then 'Somebody changed ' || chr(1) || ' since' end) as what
          from undo_field f join label l on l.field = f.field left join later on later.id = f.id
          left join inventory.item_edits e on e.restaurant_id = $1 and e.item_id = f.item_id and e.field = f.field and e.edited_at > $3
          left join auth.users p on p.id = e.edited_by),
        kept as (update undo_field f set stays = true from edited e where e.id = f.id and e.what is not null)
        insert into undo_reason select item_id, 'kept', replace(what, chr(1), string_agg(text, ', ' order by text)) || '.' from edited
        where what is not null group by item_id, what
        """;

    /// <summary>What goes back, an object a row: column → value before.</summary>
    public const string Gather = """
        create temporary table undo_back on commit drop as
        select u.n, f.item_id, jsonb_object_agg(f.field, f.before) as r from undo_field f join undo_item u on u.id = f.item_id
        where not f.stays and f.field not in ('expires_on', 'lot_code', 'lot') group by u.n, f.item_id;
        create unique index on undo_back (item_id);
        analyze undo_item; analyze undo_back
        """;

    // In slices of items: $2 the item before the slice, $3 its last one ----------------------------------------------------------------

    /// <summary>$1, $2, $3. What the texts that search and identity are made of will be.</summary>
    public static readonly string Texts = $"""
        select i.id, {string.Join(", ", new[] { "name", "bottle_size", "pack_size", "sku", "barcode", "brand", "category" }.Select(Then))},
          i.archived_at is null, b.r ? 'sku', b.r ? 'barcode', b.r ?| array['name', 'bottle_size', 'pack_size']
        from undo_back b join inventory.items i on i.restaurant_id = $1 and i.id = b.item_id
        where b.n > $2 and b.n <= $3 and b.r ?| array['name', 'bottle_size', 'pack_size', 'sku', 'barcode', 'brand', 'category', 'supplier_id']
        """;

    /// <summary>$1, $2 department, $3 ids, $4 skus, $5 barcodes, $6 names with size: which of them another item has by now.</summary>
    public const string FindTaken = """
        with wanted as (select * from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as w(id, sku, barcode, name_key)),
        other as not materialized (
          select o.*, b.r from inventory.items o left join undo_back b on b.item_id = o.id
          where o.restaurant_id = $1 and o.department = $2 and o.archived_at is null
            and not exists (select from undo_item u where u.id = o.id and u.created and not u.stays))
        select w.id, 'sku', w.sku, o.name from wanted w join other o on o.sku = w.sku and o.id <> w.id where (o.r ? 'sku') is not true
        union all
        select w.id, 'barcode', w.barcode, o.name from wanted w join other o on o.barcode = w.barcode and o.id <> w.id where (o.r ? 'barcode') is not true
        union all
        select w.id, 'name', null, o.name from wanted w join inventory.items i on i.restaurant_id = $1 and i.id = w.id
          join other o on o.name_key = w.name_key and o.id <> w.id
        where (o.r ?| array['name', 'bottle_size', 'pack_size']) is not true
          and (o.sku = i.sku or o.sku is null or i.sku is null) and (o.barcode = i.barcode or o.barcode is null or i.barcode is null)
        """;

    /// <summary>$1 item, $2 columns, $3 the reason. These stay as they are.</summary>
    public const string Refuse = """
        with given_up as (update undo_back set r = r - $2::text[] where item_id = $1)
        insert into undo_reason values ($1, 'impossible', $3)
        """;

    /// <summary>$1, $2, $3, and $4 ids, $5 to $7 their folded texts.</summary>
    public static readonly string RestoreFields = $"""
        update inventory.items i set
          {string.Join(", ", Fields.Select(f => $"{f.Column} = {Then(f.Column, f.Type)}"))},
          name_sort = coalesce(t.name_sort, i.name_sort), name_key = coalesce(t.name_key, i.name_key), search_text = coalesce(t.search_text, i.search_text)
        from undo_back b left join unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) as t(id, name_sort, name_key, search_text) on t.id = b.item_id
        where i.restaurant_id = $1 and i.id = b.item_id and b.n > $2 and b.n <= $3 and b.r <> '{"{}"}'
        """;

    /// <summary>$1, $2, $3, $4 who: every movement is reversed by one of its own, which happened when the reversed one did.</summary>
    public const string ReverseMoves = """
        insert into inventory.stock_movements (restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor, unit_cost,
          storage_area_id, lot_id, occurred_at, user_id, import_id, import_line, reverses_id)
        select m.restaurant_id, m.item_id, m.department, 'undo', -m.quantity, -m.quantity, i.unit, 1, m.unit_cost, m.storage_area_id, m.lot_id,
          m.occurred_at, $4, m.import_id, m.import_line, m.id
        from undo_move m join undo_item u on u.id = m.item_id join inventory.items i on i.restaurant_id = $1 and i.id = m.item_id
        where not u.keeps_stock and u.n > $2 and u.n <= $3 order by m.id
        """;

    /// <summary>$1, $2, $3.</summary>
    public const string ArchiveNew = """
        update inventory.items i set archived_at = now() from undo_item u
        where i.restaurant_id = $1 and i.id = u.id and u.created and not u.stays and u.n > $2 and u.n <= $3 and i.archived_at is null
        """;

    // The end --------------------------------------------------------------------------------------------------------------------------

    /// <summary>$1. Expiry and code of the one lot that has what the import wrote.</summary>
    public const string RestoreLots = """
        with change as (
          select item_id, jsonb_object_agg(field, before) as before, jsonb_object_agg(field, after) as after
          from undo_field where field in ('expires_on', 'lot_code') and not stays group by item_id having count(*) = count(distinct field)),
        match as (
          select c.item_id, c.before, (array_agg(k.id))[1] as lot from change c join inventory.lots k on k.restaurant_id = $1 and k.item_id = c.item_id
            and ((c.after ? 'expires_on') is not true or k.expires_on::text is not distinct from c.after->>'expires_on')
            and ((c.after ? 'lot_code') is not true or k.lot_code is not distinct from c.after->>'lot_code')
          group by c.item_id, c.before having count(*) = 1),
        restored as (
          update inventory.lots k set
            expires_on = case when m.before ? 'expires_on' then (m.before->>'expires_on')::date else k.expires_on end,
            lot_code = case when m.before ? 'lot_code' then m.before->>'lot_code' else k.lot_code end
          from match m where k.restaurant_id = $1 and k.id = m.lot)
        insert into undo_reason select distinct item_id, 'kept', 'Its lots were changed since, so expiry date and lot stay.'
        from undo_field f where field in ('expires_on', 'lot_code') and not stays and not exists (select from match m where m.item_id = f.item_id)
        """;

    /// <summary>$1, $2 when it began, $3 when it had finished. A lot that the import opened and nothing is left of.</summary>
    public const string CloseLots = """
        update inventory.lots k set closed_at = now() from undo_item u
        where k.restaurant_id = $1 and k.item_id = u.id and k.closed_at is null and k.on_hand = 0 and k.created_at between $2 and $3
          and not u.keeps_stock and not exists (
            select from inventory.stock_movements m where m.restaurant_id = $1 and m.item_id = u.id and m.lot_id = k.id and m.import_id is null)
        """;

    /// <summary>$1, $2.</summary>
    public const string KeepOutcomes = """
        insert into inventory.import_undo_items (restaurant_id, import_id, item_id, outcome, reason)
        select $1, $2, item_id, case when bool_or(outcome = 'impossible') then 'impossible' else 'kept' end, string_agg(reason, ' ' order by outcome, reason)
        from undo_reason group by item_id
        """;

    /// <summary>$1, $2. How many went back, were kept, could not.</summary>
    public const string Finish = """
        with outcome as (
          select count(*) filter (where o.outcome = 'kept') as kept, count(*) filter (where o.outcome = 'impossible') as impossible
          from inventory.import_undo_items o where o.restaurant_id = $1 and o.import_id = $2)
        update inventory.imports i set status = 'undone', undone_at = clock_timestamp(), failure = null,
          undo_reversed = (select count(*) from undo_item) - outcome.kept - outcome.impossible
        from outcome where i.restaurant_id = $1 and i.id = $2 and i.status = 'undoing'
        returning i.undo_reversed, outcome.kept::integer, outcome.impossible::integer
        """;

    private static string Then(string column) => $"case when b.r ? '{column}' then {(column == "supplier_id" ? "(b.r->>'supplier_id')::uuid" : $"b.r->>'{column}'")} else i.{column} end";

    private static string Then(string column, string type) => $"case when b.r ? '{column}' then (b.r->>'{column}')::{type} else i.{column} end";
}
