using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>The lots of the staged records. Parameters as of <see cref="MergeStatements"/>.</summary>
internal static class LotStatements
{
    /// <summary>The lots that the file names, each with its item's first record.</summary>
    public const string StageLots = """
        create temporary table lot on commit drop as
        select coalesce(first_row, row) as row, expires_on, lot_code, sum(case when first_row is null then quantity else lot_quantity end) as quantity,
          null::uuid as id, null::uuid as item_id, null::numeric as moved
        from stage where (outcome is null or outcome = 'merged') and (expires_on is not null or lot_code is not null)
        group by 1, 2, 3
        """;

    /// <summary>Lots of a count that is older than the item's last say nothing of what is there.</summary>
    public const string DropPassedOver = "delete from lot l using stage s where s.row = l.row and s.passed_over";

    /// <summary>Blank cells take a date and a code from no lot: which one they mean is not certain.</summary>
    public static readonly string NoteKept = $"""
        update stage s set issues = {MergeStatements.Issue("s", "'expiresOn'", "null", "notice", "lot_kept",
            "format('The expiry date and lot of “%s” stay: an empty cell does not say which lot is meant.', s.name)")}
        where s.outcome is null and s.item_id is not null and s.expires_on is null and s.lot_code is null
          and exists (select from inventory.lots k where k.restaurant_id = $1 and k.item_id = s.item_id and k.closed_at is null)
        """;

    /// <summary>
    /// Finds the lots that are known: the open one with the same date and code. A count that names one lot only means the item's only open one, which
    /// then takes the file's date and code; what comes in on top is another lot.
    /// </summary>
    public static string MatchLots(QuantityMode mode) => $"""
        update lot l set item_id = s.item_id, id = coalesce(
          (select k.id from inventory.lots k where k.restaurant_id = $1 and k.item_id = s.item_id and k.closed_at is null
            and k.expires_on is not distinct from l.expires_on and k.lot_code is not distinct from l.lot_code limit 1){(mode == QuantityMode.Add ? "" : """
          ,
          (select (array_agg(k.id))[1] from inventory.lots k where k.restaurant_id = $1 and k.item_id = s.item_id and k.closed_at is null
            and (select count(*) from lot o where o.row = l.row) = 1 and not coalesce(s.issues @> '[{"code": "added_to_mended"}]', false) having count(*) = 1)
          """)})
        from stage s where s.row = l.row and s.outcome is null and s.item_id is not null
        """;

    /// <summary>What the mended file counted in a lot is added to what is mended of it. $2 import.</summary>
    public const string AddToMended = """
        update lot l set quantity = l.quantity + m.entered / coalesce(s.item_factor, 1)
        from stage s, (
          select m.lot_id, sum(m.entered_quantity) as entered from inventory.imports me
          join inventory.stock_movements m on m.restaurant_id = $1 and m.import_id = me.mends_import_id and m.kind = 'import' and m.lot_id is not null
          left join inventory.stock_movements back on back.restaurant_id = $1 and back.reverses_id = m.id
          where me.restaurant_id = $1 and me.id = $2 and back.id is null group by m.lot_id) m
        where s.row = l.row and s.outcome is null and l.id = m.lot_id and s.issues @> '[{"code": "added_to_mended"}]'
        """;

    /// <summary>Where all that was counted of an item is in the lots that the file names, nothing is in its others.</summary>
    public const string EmptyOthers = """
        insert into lot (row, expires_on, lot_code, quantity, id, item_id)
        select s.row, k.expires_on, k.lot_code, 0, k.id, s.item_id
        from (select row, sum(quantity) as quantity from lot group by row) named
        join stage s on s.row = named.row and s.outcome is null and s.item_id is not null and round(named.quantity * coalesce(s.item_factor, 1), 6) = s.quantity
        join inventory.lots k on k.restaurant_id = $1 and k.item_id = s.item_id and k.closed_at is null
        where not exists (select from lot l where l.id = k.id)
        """;

    /// <summary>A record whose lot is new to its item, or whose lot's date or code differs, changes the item.</summary>
    public const string MarkChangedByLot = """
        update stage s set changed = true
        from lot l left join inventory.lots k on k.restaurant_id = $1 and k.id = l.id
        where s.row = l.row and s.outcome is null and s.item_id is not null and s.quantity is distinct from 0 and (l.id is null or (l.quantity = 0 and k.on_hand <> 0)
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
}
