using KitchenGuard.Web.Features.Imports.Preview;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>Makes one item of the staged records that are one: see <see cref="MergeStatements"/>.</summary>
internal static class RepeatStatements
{
    /// <summary>Ties records of one item to the first of them.</summary>
    public const string FindRepeats = """
        update stage s set first_row = g.first_row
        from (select key, min(row) as first_row from stage where outcome is null group by key having count(*) > 1) g
        where s.outcome is null and s.key = g.key
        """;

    /// <summary>A repeat in a unit that does not convert to the first record's is rejected; what converts is converted.</summary>
    public static readonly string RejectForeignUnits = $"""
        update stage s set outcome = 'rejected', issues = {MergeStatements.Issue(
            "s", "'unit'", "s.unit", "error", "unit_differs",
            "format('This is the item of line %s, but counted in another unit: %s there, %s here.', f.line, coalesce(f.unit, 'none'), coalesce(s.unit, 'none'))")}
        from stage f
        where s.first_row is not null and s.row <> s.first_row and f.row = s.first_row
          and coalesce(s.unit_base, '') <> coalesce(f.unit_base, '')
        """;

    /// <summary>Says of every later record which it was added to, and whether it is the same once more; while each still has what it says itself.</summary>
    public static readonly string NoteMerged = $"""
        with told as (
          select s.row, f.line, s.variety, f.variety as other, s.variety <> f.variety as differs,
            (s.name, s.quantity, s.unit, s.supplier_key, s.area_key, s.expires_on, s.lot_code, {string.Join(", ", StageColumns.Plain.Select(c => "s." + c.Column))})
              is not distinct from (f.name, f.quantity, f.unit, f.supplier_key, f.area_key, f.expires_on, f.lot_code, {string.Join(", ", StageColumns.Plain.Select(c => "f." + c.Column))}) as same,
            trim_scale(s.quantity) || coalesce(' ' || s.unit, '') as here, trim_scale(f.quantity) || coalesce(' ' || f.unit, '') as there
          from stage s join stage f on f.row = s.first_row where s.row <> s.first_row and s.outcome is null)
        update stage s set issues = coalesce(s.issues, '[]') || jsonb_build_array(jsonb_build_object('line', s.line, 'column', null, 'field', null,
          'value', left(s.name, 80), 'severity', case when t.same or t.differs then 'warning' else 'notice' end,
          'code', case when t.differs then 'merged_varieties' when t.same then 'merged_same' else 'merged' end, 'message',
          case when t.differs then format('This was taken for the item of line %s and added to it, but there it is “%s” and here “%s”. If they are two items, choose “Part of the name” for the column that tells them apart.', t.line, t.other, t.variety)
            when t.same and here is null then format('Twice the same row: line %s and %s. They are one item.', t.line, s.line)
            when t.same then format('Twice the same row: line %s and %s. Their quantities were added: %s and %s.', t.line, s.line, t.there, t.here)
            when here is null then format('This is the item of line %s; no quantity was added to it.', t.line)
            else format('This is the item of line %s, and was added to it: %s there, %s here.', t.line, coalesce(t.there, 'no quantity'), t.here) end))
        from told t where t.row = s.row
        """;

    public static readonly string ConvertRepeats = $"""
        update stage s set
          {string.Join(",\n  ", StageColumns.Counted.Select(column => $"{column} = round(s.{column} * s.unit_factor / f.unit_factor, 6)"))},
          {string.Join(",\n  ", StageColumns.Priced.Select(column => $"{column} = round(s.{column} * f.unit_factor / s.unit_factor, 4)"))},
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
            (array_agg(supplier_key order by row desc) filter (where supplier_key is not null))[1] as supplier_key,
            (array_agg(area_key order by row desc) filter (where area_key is not null))[1] as area_key,
            {string.Join(", ", StageColumns.Plain.Select(c => $"(array_agg({c.Column} order by row desc) filter (where {c.Column} is not null))[1] as {c.Column}"))}
          from stage where first_row is not null and outcome is null group by first_row)
        update stage s set quantity = g.quantity, name = g.name, name_sort = g.name_sort, search_text = null,
          supplier_key = g.supplier_key, area_key = g.area_key,
          {string.Join(", ", StageColumns.Plain.Select(c => c.Column == "unit_cost" ? "unit_cost = coalesce(g.mean_cost, g.unit_cost)" : $"{c.Column} = g.{c.Column}"))}
        from g where s.row = g.first_row
        """;

    /// <summary>
    /// Says of every cell of a later record that differs what both were; before the first record takes the sum. $1, $2 the file's suppliers, folded
    /// and as written; $3, $4 its storage areas.
    /// </summary>
    public static readonly string NoteDifferences = $"""
        with differing as (
          select s.row, jsonb_agg(jsonb_build_object('line', s.line, 'column', null, 'field', v.field, 'value', left(v.here, 80),
            'severity', 'warning', 'code', 'merged_differs', 'message',
            format('This is the item of line %s, where %s is “%s”; here it is “%s”. The last one was taken.', f.line, v.label, left(v.there, 80), left(v.here, 80)))) as issues
          from stage s join stage f on f.row = s.first_row
          left join unnest($1::text[], $2::text[]) fp(name_key, name) on fp.name_key = f.supplier_key
          left join unnest($1::text[], $2::text[]) sp(name_key, name) on sp.name_key = s.supplier_key
          left join unnest($3::text[], $4::text[]) fa(name_key, name) on fa.name_key = f.area_key
          left join unnest($3::text[], $4::text[]) sa(name_key, name) on sa.name_key = s.area_key
          cross join lateral (values
            ('name', 'the name', case when f.name_sort <> s.name_sort then f.name end, s.name),
            ('supplier', 'the supplier', fp.name, sp.name), ('storageArea', 'the storage area', fa.name, sa.name),
            {string.Join(", ", StageColumns.Plain.Where(c => c.Column != "unit_cost").Select(c =>
                $"('{c.Field}', 'the {FieldNames.Within(c.Field)}', {Text("f", c)}, {Text("s", c)})"))}
          ) v(field, label, there, here)
          where s.first_row is not null and s.row <> s.first_row and s.outcome is null and v.here is not null and v.there is not null and v.here <> v.there
          group by s.row)
        update stage s set issues = coalesce(s.issues, '[]') || d.issues from differing d where d.row = s.row
        """;

    private static string Text(string table, StageColumn column) =>
        column.Type == "text" ? $"{table}.{column.Column}" : $"trim_scale({table}.{column.Column})::text";

    public const string SettleMerged = "update stage set outcome = 'merged' where first_row is not null and row <> first_row and outcome is null";
}
