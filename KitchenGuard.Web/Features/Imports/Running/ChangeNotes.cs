using KitchenGuard.Web.Features.Imports.Preview;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Says of every record that changes an item what was there and what comes: what a dry run is looked at for, and what a finished import keeps. Runs
/// when every record has its outcome and before anything is written.
/// </summary>
internal static class ChangeNotes
{
    /// <summary>The code of these notices.</summary>
    public const string Code = "changed";

    private const int LongestText = 60;

    /// <summary>$1 restaurant; $2, $3 the file's suppliers, folded and as written; $4, $5 its storage areas.</summary>
    /// <param name="cleared">The fields whose blank cells take away what is there.</param>
    /// <param name="hasLots">Whether the file names lots.</param>
    public static string Note(IReadOnlySet<string> cleared, bool hasLots) => $"""
        with told as (
          select s.row, string_agg(format('%s %s → %s', v.label, coalesce(v.before, 'none'), coalesce(v.after, 'none')), ', ' order by v.n) as what
          from stage s join inventory.items i on i.restaurant_id = $1 and i.id = s.item_id
          left join inventory.suppliers p on p.restaurant_id = $1 and p.id = i.supplier_id
          left join inventory.storage_areas a on a.restaurant_id = $1 and a.id = i.storage_area_id
          left join unnest($2::text[], $3::text[]) as given_supplier(name_key, name) on given_supplier.name_key = s.supplier_key
          left join unnest($4::text[], $5::text[]) as given_area(name_key, name) on given_area.name_key = s.area_key
          cross join lateral (
            select * from (values {string.Join(",\n      ", Fields(cleared))}) f(n, label, before, after)
            where f.before is distinct from f.after
            {(hasLots ? Lots : "")}) v
          where s.outcome = 'updated' group by s.row)
        update stage s set issues = coalesce(s.issues, '[]') || jsonb_build_array(jsonb_build_object('line', s.line, 'column', null, 'field', null,
          'value', left(s.name, 80), 'severity', 'notice', 'code', '{Code}', 'message', format('“%s”: %s.', left(s.name, 80), t.what)))
        from told t where t.row = s.row
        """;

    // Suppliers and areas are told apart by their folded names, as the import does.
    private static IEnumerable<string> Fields(IReadOnlySet<string> cleared)
    {
        yield return """
            (1, 'on hand', coalesce(trim_scale(i.on_hand) || ' ' || i.unit, 'not counted'), case when s.moved is null
              then coalesce(trim_scale(i.on_hand) || ' ' || i.unit, 'not counted') else trim_scale(coalesce(i.on_hand, 0) + s.moved) || ' ' || i.unit end)
            """;
        yield return "(2, 'name', i.name, s.name)";
        yield return $"""
            (3, 'supplier', p.name, case when s.supplier_key is not distinct from p.name_key then p.name
              when s.supplier_key is null then {(cleared.Contains(Reading.ItemField.Supplier) ? "null" : "p.name")} else given_supplier.name end)
            """;
        yield return "(4, 'storage area', a.name, case when s.area_key is null or s.area_key = a.name_key then a.name else given_area.name end)";
        var n = 5;
        foreach (var column in StageColumns.Plain)
        {
            string Shown(string value) => column.Type == "text" ? $"left({value}, {LongestText})" : $"trim_scale({value})::text";
            yield return $"({n++}, '{FieldNames.Within(column.Field)}', {Shown("i." + column.Column)}, {Shown(MergeStatements.After(column, cleared))})";
        }
    }

    private const string Lots = """
        union all
        select 100, 'lot', nullif(concat_ws(' ', k.expires_on, k.lot_code), ''), concat_ws(' ', coalesce(l.expires_on, k.expires_on), coalesce(l.lot_code, k.lot_code))
        from lot l left join inventory.lots k on k.restaurant_id = $1 and k.id = l.id
        where l.row = s.row and s.quantity is distinct from 0 and (l.id is null
          or k.expires_on is distinct from coalesce(l.expires_on, k.expires_on) or k.lot_code is distinct from coalesce(l.lot_code, k.lot_code))
        """;
}
