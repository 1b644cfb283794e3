using System.Globalization;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;

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
        update stage o set issues = coalesce(o.issues, '[]') || jsonb_build_array(jsonb_build_object('line', o.line, 'column', null, 'field', null,
          'value', left(o.name, 80), 'severity', 'notice', 'code', '{Code}', 'message', format('“%s”: %s.', left(o.name, 80), concat_ws(', ',
            {string.Join(",\n    ", Fields(cleared).Select(f => $"case when {f.Before} is distinct from {f.After} then {Told(f)} end"))}
            {(hasLots ? ", lots.what" : "")}))))
        from stage s join inventory.items i on i.restaurant_id = $1 and i.id = s.item_id
        left join inventory.suppliers p on p.restaurant_id = $1 and p.id = i.supplier_id
        left join inventory.storage_areas a on a.restaurant_id = $1 and a.id = i.storage_area_id
        left join unnest($2::text[], $3::text[]) as given_supplier(name_key, name) on given_supplier.name_key = s.supplier_key
        left join unnest($4::text[], $5::text[]) as given_area(name_key, name) on given_area.name_key = s.area_key
        {(hasLots ? Lots : "")}
        where s.outcome = 'updated' and o.row = s.row
        """;

    private static string Told((string Label, string Before, string After, string Shown) field) =>
        $"format('{field.Label} %s → %s', coalesce({string.Format(CultureInfo.InvariantCulture, field.Shown, field.Before)}, 'none'), coalesce({string.Format(CultureInfo.InvariantCulture, field.Shown, field.After)}, 'none'))";

    // Suppliers and areas are told apart by their folded names, as the import does.
    private static IEnumerable<(string Label, string Before, string After, string Shown)> Fields(IReadOnlySet<string> cleared)
    {
        const string number = "trim_scale({0})";
        yield return (
            "on hand", "i.on_hand", "case when s.moved is null then i.on_hand else coalesce(i.on_hand, 0) + s.moved end",
            $"coalesce({number} || ' ' || i.unit, 'not counted')");
        yield return ("name", "i.name", "s.name", "{0}");
        yield return (
            "supplier", "p.name", $"""
            case when s.supplier_key is not distinct from p.name_key then p.name
              when s.supplier_key is null then {(cleared.Contains(ItemField.Supplier) ? "null" : "p.name")} else given_supplier.name end
            """, "{0}");
        yield return ("storage area", "a.name", "case when s.area_key is null or s.area_key = a.name_key then a.name else given_area.name end", "{0}");
        foreach (var column in StageColumns.Plain)
        {
            yield return (
                FieldNames.Within(column.Field), $"i.{column.Column}", MergeStatements.After(column, cleared),
                column.Type == "text" ? $"left({{0}}, {LongestText})" : number + "::text");
        }
    }

    private const string Lots = """
        left join (
          select l.row, string_agg(format('lot %s → %s', coalesce(nullif(concat_ws(' ', k.expires_on, k.lot_code), ''), 'none'),
            case when l.quantity = 0 then 'empty' else concat_ws(' ', coalesce(l.expires_on, k.expires_on), coalesce(l.lot_code, k.lot_code)) end), ', ' order by l.expires_on, l.lot_code) as what
          from lot l left join inventory.lots k on k.restaurant_id = $1 and k.id = l.id
          where l.id is null or (l.quantity = 0 and k.on_hand <> 0) or k.expires_on is distinct from coalesce(l.expires_on, k.expires_on) or k.lot_code is distinct from coalesce(l.lot_code, k.lot_code)
          group by l.row) lots on lots.row = s.row and s.quantity is distinct from 0
        """;
}
